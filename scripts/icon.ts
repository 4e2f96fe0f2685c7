import { join } from 'node:path';
import { chromium } from 'playwright-core';

/** Draws icon.png: an electrode, its interphase, and an ion on its way in. `npm run icon`, once a design changes. */
async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 128, height: 128 } });
  await page.setContent(`<style>body { margin: 0 }</style>${drawing}`);
  await page.screenshot({ path: join(import.meta.dirname, '../icon.png'), omitBackground: true });
  await browser.close();
}

const hexagon = (x: number, y: number, radius: number): string =>
  [0, 60, 120, 180, 240, 300]
    .map((angle) => (angle / 180) * Math.PI)
    .map((angle) => `${x + radius * Math.cos(angle)},${y + radius * Math.sin(angle)}`)
    .join(' ');

const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="128" height="128">
  <rect width="128" height="128" rx="24" fill="#12344d"/>
  <rect x="18" y="22" width="34" height="84" rx="6" fill="#8fa3b3"/>
  <path d="M57 22 q10 10.5 0 21 t0 21 t0 21 t0 21 h13 q10 -10.5 0 -21 t0 -21 t0 -21 t0 -21 z" fill="#f2a541"/>
  <polygon points="${hexagon(95, 64, 17)}" fill="none" stroke="#ffffff" stroke-width="5"/>
  <circle cx="95" cy="64" r="6" fill="#ffffff"/>
</svg>`;

void main();

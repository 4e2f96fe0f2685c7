const ROW = 24;
const LEFT = 260;
const WIDTH = 420;

/** Horizontal bars with their values, as SVG. */
export function barChart(title, bars) {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const rows = bars.map(({ label, value }, i) => {
    const [y, width] = [40 + i * ROW, (WIDTH * value) / most];
    return [
      `<text x="${LEFT - 8}" y="${y + 15}" text-anchor="end">${escaped(label)}</text>`,
      `<rect x="${LEFT}" y="${y + 2}" width="${width.toFixed(1)}" height="${ROW - 6}" fill="#3b7ea1"/>`,
      `<text x="${(LEFT + width + 6).toFixed(1)}" y="${y + 15}">${value}</text>`,
    ].join('');
  });
  const height = 56 + bars.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${LEFT + WIDTH + 80}" height="${height}" font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="white"/>
<text x="${LEFT}" y="24" font-weight="bold">${escaped(title)}</text>
${rows.join('\n')}
</svg>
`;
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

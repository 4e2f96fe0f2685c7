import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { runInBrowser } from './browser';
import { Results } from './results';
import { copySample, root } from './workspace';

/*
 * `npm run pictures`: takes pictures of the sample paper in a real VS Code, in four themes and at two sizes of letters, to look at
 * (.tmp/pictures), and keeps those of the light and the dark theme for README and walkthrough (docs/pictures). GREP chooses by theme
 * and scene.
 */
const taken = join(root, '.tmp/pictures');
const kept = join(root, 'docs/pictures');

/** Bytes of one picture that is kept. */
const LARGEST = 100_000;

async function main(): Promise<void> {
  const results = new Results();
  await rm(taken, { recursive: true, force: true });
  const viewport = { width: 900, height: 560 };
  await runInBrowser('web', { suite: 'pictures.ts', workspace: copySample, screenshots: taken, viewport })(results);
  await mkdir(kept, { recursive: true });
  for (const name of (await readdir(taken)).filter((name) => /-(?<!contrast-)(?:light|dark)\.png$/.test(name))) {
    // Nearly all of it is text, which sixteen colours are enough for.
    const picture = await sharp(join(taken, name))
      .png({ palette: true, colours: 16, dither: 0, effort: 10 })
      .toBuffer();
    if (picture.length > LARGEST) results.fail(name, `${picture.length} bytes, more than ${LARGEST}`);
    await writeFile(join(kept, name), picture);
    console.log(`docs/pictures/${name}: ${picture.length} bytes`);
  }
  console.log(`\n${results}`);
  process.exit(results.failed > 0 ? 1 : 0);
}

void main();

// Prints each paper below a folder as one line: {"id": path, "language": …, "text": …}.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

const LANGUAGES = {
  '.tex': 'latex',
  '.md': 'markdown',
  '.qmd': 'markdown',
  '.rmd': 'markdown',
  '.typ': 'typst',
  '.txt': 'plaintext',
};

const [folder] = process.argv.slice(2);
for (const id of readdirSync(folder, { recursive: true }).sort()) {
  const language = LANGUAGES[extname(id).toLowerCase()];
  if (language === undefined || id.split(/[/\\]/).includes('node_modules')) continue;
  const line = `${JSON.stringify({ id, language, text: readFileSync(join(folder, id), 'utf8') })}\n`;
  if (!process.stdout.write(line)) await new Promise((done) => process.stdout.once('drain', done));
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { TestClient } from '../test/support/client';
import { tempFolder } from '../test/support/temp';
import { median, ms, type Row, timeAsync } from './timing';

const ENTRIES = 20_000;

/** What writers type, letter by letter; the last two find something only by mistyped words and by leaving words out. */
const TYPED = [
  'okafor 2011',
  'film growth on lithium',
  'berg jes 1999',
  'electrolite trasnport',
  'salt growth platinum',
];

/** Typing in the citation picker over a large bibliography. */
export async function citing(): Promise<Row[]> {
  const paper = '\\documentclass{article}\\begin{document}\nFilms grow.\n\\bibliography{all}\\end{document}';
  const folder = await tempFolder({ 'all.bib': bibliography(), 'paper.tex': paper });
  const client = await TestClient.start();
  const uri = folder.uri('paper.tex');
  await client.open(uri, 'latex', paper);
  const search = (query: string) =>
    timeAsync(() => client.request('interphase/searchReferences', { uri, position: { line: 1, character: 5 }, query }));
  const first = await search('a');
  const strokes: number[] = [];
  for (const text of TYPED) for (let end = 1; end <= text.length; end++) strokes.push(await search(text.slice(0, end)));
  await client.stop();
  const library = { library: { files: [join(folder.path, 'all.bib')] } };
  const small = await TestClient.start({ settings: library });
  const other = folder.uri('other.md');
  await small.open(other, 'markdown', 'Films [@ahn] grow.');
  const ask = (query: string) =>
    timeAsync(() =>
      small.request('interphase/searchReferences', { uri: other, position: { line: 0, character: 5 }, query }),
    );
  const opening = await ask('');
  const again = await ask('');
  const inLibrary: number[] = [];
  for (const text of TYPED) for (let end = 1; end <= text.length; end++) inLibrary.push(await ask(text.slice(0, end)));
  await small.stop();
  rmSync(folder.path, { recursive: true });
  const slowest = [...strokes].sort((a, b) => a - b)[Math.floor(strokes.length * 0.95)]!;
  const how = `over LSP, ${strokes.length} keystrokes`;
  return [
    { what: `first search in ${ENTRIES} references`, figure: ms(first), how: 'over LSP, reading included' },
    {
      what: 'keystroke in the citation picker over them',
      figure: `${ms(median(strokes))}, 95 % within ${ms(slowest)}`,
      how,
    },
    {
      what: `list of references over a library of ${ENTRIES}`,
      figure: `${ms(opening)} when it opens first, ${ms(again)} later, ${ms(median(inLibrary))} a keystroke`,
      how: 'over LSP, the file read again at each opening',
    },
  ];
}

/** Entries with the spread of names, words and journals of a real library. */
function bibliography(): string {
  const words =
    'lithium sodium film growth transport salt polymer ceramic anode cathode interphase oxide sulfide ageing model cell'.split(
      ' ',
    );
  const names = 'Okafor Berg Ito Xu Garcia Lindqvist Moreau Novak Schmidt Tanaka Umarov Weiss'.split(' ');
  const journals = ['Journal of The Electrochemical Society', 'J. Power Sources', 'Chem. Rev.', 'Nature Energy'];
  const entry = (at: number): string => {
    const title = Array.from(
      { length: 9 },
      (_, i) => `${words[(at * 7 + i * i * 5) % words.length]}${i > 6 ? (at * i) % 1500 : ''}`,
    );
    const author = [0, 1, 2, 3].map(
      (i) => `${names[(at + i * 5) % names.length]}${(at * (i + 1)) % 700 < 350 ? '' : 'son'}, A. B.`,
    );
    return `@article{key${at},
  author = {${author.join(' and ')}},
  title = {${title.join(' ')}},
  journal = {${journals[at % journals.length]}},
  year = {${1980 + (at % 45)}},
  volume = {${at % 400}},
  doi = {10.1000/test.${at}}
}`;
  };
  return Array.from({ length: ENTRIES }, (_, at) => entry(at)).join('\n\n');
}

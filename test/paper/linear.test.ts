import assert from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { Project } from '../../server/paper/project';
import { readFile } from '../../server/paper/reading';
import { check } from '../../server/rules';
import type { ManuscriptLanguage } from '../../server/text';

const LANGUAGES: readonly ManuscriptLanguage[] = ['latex', 'markdown', 'typst', 'plaintext'];

const ORDINARY = `The solid electrolyte interphase (SEI) on lithium metal holds LiF, Li2CO3 and lithium alkyl carbonates. With 5 wt%
of fluoroethylene carbonate the cells kept 200 mAh/g at 0.1 C, but the capacity faded after 100 cycles as the SEI cracked.

`;

/** What a hostile file repeats, by what it strains. */
const REPEATED: Readonly<Record<string, string>> = {
  'open braces': '{',
  'open round brackets': '(',
  'open square brackets': '[',
  'empty brackets': '()',
  'dollar signs': '$',
  'scripts in scripts': '_{',
  stars: '*a ',
  backticks: '`a ',
  'angle brackets': '<',
  'open comments': '<!--',
  'open inline math': '\\(',
  'open environments': '\\begin{table}',
  'open commands': '\\textbf{',
  'open chemistry': '\\ce{',
  'open functions': '#a(',
  bars: '|',
  'bars between symbols': 'Li|',
  'slashes between symbols': 'Li/',
  symbols: 'Li',
  'brackets in a formula': 'Li)2(',
  digits: '1',
  'units without end': '1 A/',
  'short forms': 'SEI ',
  'short forms between commas': 'SEI, ',
  'short forms in brackets': '(SEI) ',
  'numeric marks': '[1] ',
  notes: '[^1]',
  'a name that could go on': 'lithium bis(',
  'one definition': 'solid electrolyte interphase (SEI) ',
  'one definition in paragraphs': 'The solid electrolyte interphase (SEI) grows.\n\n',
  lines: 'a\n\n',
  headings: '# a\n\n',
  blanks: ' ',
};

const BUILT: Readonly<Record<string, (length: number) => string>> = {
  'definitions that all differ': (length) =>
    counted(length, (i) => `The solid electro${i} interphase (SEI) grows.\n\n`),
  'short forms that all differ': (length) => counted(length, (i) => `${letters(i)}Q grows in ${letters(i)}Q. `),
  'rules switched off and on': (length) =>
    counted(
      length,
      (i) => `% interphase-disable-line\n<!-- interphase-disable-line -->\nThe ${letters(i)}Q is ${letters(i)}Q.\n`,
    ),
  'macros that call the one before': (length) =>
    counted(length, (i) => `\\newcommand{\\m${letters(i + 1)}}{\\m${letters(i)}\\m${letters(i)}}\n`),
  'lists in lists': (length) => counted(length, (i) => `${' '.repeat(i % 300)}- a\n`),
};

const LENGTH = 60_000;

suite('the scan of a whole manuscript', () => {
  for (const language of LANGUAGES) {
    test(`costs no more a character where the file is long (${language})`, () => {
      const short = filled(ORDINARY, 40_000);
      const long = filled(ORDINARY, 800_000);
      scan(language, short);
      scan(language, long);
      // 20 times the text; work that grows with the square would take 400 times as long.
      assert.ok(milliseconds(language, long) < 80 * milliseconds(language, short) + 100);
    });

    test(`is not brought down by hostile text (${language})`, function () {
      this.timeout(60_000);
      const ordinary = filled(ORDINARY, LENGTH);
      scan(language, ordinary);
      const limit = 60 * milliseconds(language, ordinary) + 200;
      const shorter = new Map(hostile(LENGTH / 4));
      for (const [name, text] of hostile(LENGTH)) {
        const taken = milliseconds(language, text);
        assert.ok(taken < limit, `${name}: ${taken.toFixed()} ms, more than ${limit.toFixed()} ms`);
        // 4 where the cost is linear, 16 where it is quadratic.
        const growth = taken / (milliseconds(language, shorter.get(name)!) + 20);
        assert.ok(growth < 11, `${name}: ${growth.toFixed(1)} times as long for 4 times the text`);
      }
    });
  }

  test('finds in a long file what it finds in a short one', () => {
    assert.equal(mentionsIn(filled(ORDINARY, 40 * ORDINARY.length)), 40 * mentionsIn(ORDINARY));
  });
});

const catalogue = bundledCatalogue();

function scan(language: ManuscriptLanguage, text: string): Project {
  const project = new Project([readFile('file:///paper', language, text, catalogue)], catalogue);
  check(project.paper('file:///paper')!, project, {}, { accepted: new Set() });
  return project;
}

const mentionsIn = (text: string): number => scan('markdown', text).paper('file:///paper')!.mentions.length;

/** Processor time, which a busy machine does not stretch; the shorter of two scans, since a collection may fall into one. */
function milliseconds(language: ManuscriptLanguage, text: string): number {
  const once = () => {
    const before = process.cpuUsage();
    scan(language, text);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

function* hostile(length: number): Generator<[string, string]> {
  for (const [name, unit] of Object.entries(REPEATED)) yield [name, filled(unit, length)];
  for (const [name, build] of Object.entries(BUILT)) yield [name, build(length)];
}

const filled = (unit: string, length: number): string => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

function counted(length: number, unit: (i: number) => string): string {
  let text = '';
  for (let i = 0; text.length < length; i++) text += unit(i);
  return text.slice(0, length);
}

/** 0 → `AAA`, 1 → `AAB`, … */
const letters = (i: number): string =>
  [i / 676, i / 26, i].map((n) => String.fromCharCode(65 + (Math.floor(n) % 26))).join('');

import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { Edit } from '../../server/base/edit';
import type { LoadedBibliography } from '../../server/bibliography/bibliography';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { insertEntry } from '../../server/bibliography/write';
import { isRefusal } from '../../server/features/refusal';
import { renameKey } from '../../server/features/renameKey';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { mergeInto } from '../../server/rules/citation/editing/merge';
import { applyEdits } from '../../server/rules/fixAll';

const { references, journals } = bundledCatalogue();
const uri = 'file:///refs.bib';

const read = (text: string): LoadedBibliography => ({ uri, text, encoding: 'utf-8', file: parseBib(text) });

/** How entries are written, by key; what is between them, without its spaces, is one more. */
function parts(text: string): ReadonlyMap<string, string> {
  const { entries } = parseBib(text);
  let between = '';
  let at = 0;
  for (const { span } of entries) {
    between += text.slice(at, span.start);
    at = span.end;
  }
  const raw = entries.map(({ reference, span }) => [reference.key, text.slice(span.start, span.end)] as const);
  return new Map([...raw, ['', (between + text.slice(at)).replace(/\s/g, '')]]);
}

/** The text after a change, and the keys of the entries that it is about. */
type Step = (text: string, a: number, b: number) => { readonly text: string; readonly about: readonly string[] };

const insert: Step = (text, a) => {
  const { offset, newText, key } = insertEntry(text, references[a % references.length]!, { journals });
  return { text: text.slice(0, offset) + newText + text.slice(offset), about: newText === '' ? [] : [key] };
};

const rename: Step = (text, a, b) => {
  const { entries } = parseBib(text);
  const key = entries[a % entries.length]?.reference.key;
  if (key === undefined) return { text, about: [] };
  const plan = renameKey({ key, bibliographies: [read(text)], manuscripts: [] }, `key${b}`);
  return isRefusal(plan) ? { text, about: [] } : { text: applyEdits(text, plan.edits), about: [key, `key${b}`] };
};

const merge: Step = (text, a, b) => {
  const bibliography = read(text);
  const { entries } = bibliography.file;
  const [kept, removed] = [entries[a % entries.length], entries[b % entries.length]];
  if (!kept || !removed || kept === removed) return { text, about: [] };
  const edits: readonly Edit[] = mergeInto(kept, removed, bibliography, [])!;
  return { text: applyEdits(text, edits), about: [removed.reference.key] };
};

const STEPS: readonly Step[] = [insert, insert, rename, merge];

const FILES: Readonly<Record<string, string>> = {
  mendeley: '@article{Ader2001,\nauthor = {Ader, A.},\njournal = {Nature},\ntitle = {{One Film}},\nyear = {2001}\n}\n',
  zotero: '\n@article{ader_film_2001,\n\ttitle = {Film of one},\n\tauthor = {Ader, Ann},\n\tyear = {2001},\n}\n',
  jabref:
    '% Encoding: UTF-8\r\n\r\n@Article{Ader2001,\r\n  author = {A. Ader},\r\n  title  = {One},\r\n  year   = {2001},\r\n}\r\n',
  'one line':
    '@string{n = "Nature"}\n@article{a:01,title="One",year=2001,journal=n}\n@article{b:02,title="Two"} % read\n',
  biblatex:
    '@online{a-2001, title={One}, date={2001}}\n\n\n@inbook{b-2002, crossref={a-2001}, title={Two}, date={2002}}\n',
};

suite('works put in, keys given and entries merged in any order', () => {
  for (const [name, start] of Object.entries(FILES)) {
    test(`change nothing else in a file of the style ${name}`, () => {
      const step = fc.tuple(fc.nat(STEPS.length - 1), fc.nat(1000), fc.nat(1000));
      fc.assert(
        fc.property(fc.array(step, { minLength: 1, maxLength: 25 }), (steps) => {
          let before = start;
          for (const [kind, a, b] of steps) {
            const { text, about } = STEPS[kind]!(before, a, b);
            const [old, now] = [parts(before), parts(text)];
            for (const [key, raw] of old) {
              const isHeir = about.some((other) => other !== '' && raw.includes(other));
              if (!about.includes(key) && !isHeir) equal(now.get(key), raw, key);
            }
            deepEqual(parseBib(text).problems, [], text);
            before = text;
          }
        }),
        { numRuns: 8 },
      );
    });
  }
});

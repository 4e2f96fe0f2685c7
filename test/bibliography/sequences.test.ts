import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { changeOf } from '../../client/textChange';
import type { Edit } from '../../server/base/edit';
import { isRefusal } from '../../server/base/refusal';
import { touches } from '../../server/base/span';
import type { LoadedBibliography } from '../../server/bibliography/bibliography';
import { parseBib } from '../../server/bibliography/bibtex/parse';
import { insertEntry } from '../../server/bibliography/write';
import { renameKey } from '../../server/features/renameKey';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { mergeInto } from '../../server/rules/citation/editing/merge';
import { applyEdits } from '../../server/rules/fixAll';
import '../support/seed';

/*
 * Works that are put in, keys that are given, entries that are merged, and undo, in any order: so many changes in all, spread
 * over five styles. A long run: `INTERPHASE_EDITS=10000 npm run unit -- --grep "in any order"`.
 */
const EDITS = Number(process.env.INTERPHASE_EDITS ?? 300);
const LONGEST = 25;

const { references, journals } = bundledCatalogue();
const uri = 'file:///refs.bib';

const read = (text: string): LoadedBibliography => ({ uri, text, encoding: 'utf-8', file: parseBib(text) });

const keysIn = (text: string): readonly string[] => parseBib(text).entries.map(({ reference }) => reference.key);

/** A change: what it does to the text, and the keys that the file has afterwards in any order. */
interface Change {
  readonly edits: readonly Edit[];
  readonly keys: readonly string[];
}

/** Undefined where there is nothing to change. `a` and `b` choose the works. */
type Step = (text: string, a: number, b: number) => Change | undefined;

const insert: Step = (text, a) => {
  const { offset, newText, key } = insertEntry(text, references[a % references.length]!, { journals });
  if (newText === '') return undefined;
  // Between entries, the new one and the space around it.
  for (const { span } of parseBib(text).entries) ok(offset <= span.start || offset >= span.end, 'within an entry');
  const [{ span, reference } = ABSENT, ...others] = parseBib(newText).entries;
  equal(others.length, 0);
  equal(reference.key, key);
  equal((newText.slice(0, span.start) + newText.slice(span.end)).trim(), '');
  return { edits: [{ uri, span: { start: offset, end: offset }, newText }], keys: [...keysIn(text), key] };
};

const ABSENT = { span: { start: 0, end: 0 }, reference: { key: '' } };

const rename: Step = (text, a, b) => {
  const keys = keysIn(text);
  const key = keys[a % keys.length];
  if (key === undefined) return undefined;
  const to = `key${b}`;
  const plan = renameKey({ key, bibliographies: [read(text)], manuscripts: [] }, to);
  if (isRefusal(plan)) return undefined;
  onlyKeys(text, plan.edits, key, to);
  return { edits: plan.edits, keys: keys.map((known) => (known === key ? to : known)) };
};

const merge: Step = (text, a, b) => {
  const bibliography = read(text);
  const { entries } = bibliography.file;
  const [kept, removed] = [entries[a % entries.length], entries[b % entries.length]];
  if (!kept || !removed || kept === removed) return undefined;
  const edits = mergeInto(kept, removed, bibliography, [])!;
  const gone = edits.filter(({ span }) => touches(span, removed.span.start + 1));
  equal(gone.length, 1);
  const { start, end } = gone[0]!.span;
  ok(start <= removed.span.start && removed.span.end <= end && gone[0]!.newText === '');
  equal((text.slice(start, removed.span.start) + text.slice(removed.span.end, end)).trim(), '');
  const key = removed.reference.key;
  onlyKeys(
    text,
    edits.filter((edit) => edit !== gone[0]),
    key,
    kept.reference.key,
  );
  return { edits, keys: keysIn(text).filter((known) => known !== key) };
};

/** Nothing but one key becomes another, within entries. */
function onlyKeys(text: string, edits: readonly Edit[], from: string, to: string): void {
  const { entries } = parseBib(text);
  for (const { span, newText } of edits) {
    equal(text.slice(span.start, span.end), from);
    equal(newText, to);
    ok(entries.some((entry) => entry.span.start < span.start && span.end < entry.span.end));
  }
}

const STEPS: readonly Step[] = [insert, insert, rename, merge];

/** The text as an editor makes it of the edits, and the edits of its undo. Line ends are those of the text. */
function made(text: string, edits: readonly Edit[]): { readonly after: string; readonly inverse: readonly TextEdit[] } {
  const document = TextDocument.create('', '', 0, text);
  const range = ({ start, end }: Edit['span']) => ({
    start: document.positionAt(start),
    end: document.positionAt(end),
  });
  const { after, inverse } = changeOf(
    text,
    edits.map(({ span, newText }) => ({ range: range(span), newText })),
  );
  return { after: text.includes('\r\n') ? after.replaceAll('\n', '\r\n') : after, inverse };
}

function undo(text: string, inverse: readonly TextEdit[]): string {
  const plain = TextDocument.create('', '', 0, text.replaceAll('\r\n', '\n'));
  const undone = TextDocument.applyEdits(plain, [...inverse]);
  return text.includes('\r\n') ? undone.replaceAll('\n', '\r\n') : undone;
}

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

suite('works put in, keys given, entries merged, and undo, in any order', () => {
  for (const [name, start] of Object.entries(FILES))
    test(`change nothing else in a file of the style ${name}, and undo leaves the text that was there`, () => {
      const step = fc.tuple(fc.nat(STEPS.length), fc.nat(1000), fc.nat(1000));
      let changes = 0;
      for (let seed = Number(process.env.INTERPHASE_SEED ?? 1); changes < EDITS / Object.keys(FILES).length; seed++)
        fc.assert(
          fc.property(fc.array(step, { minLength: 1, maxLength: LONGEST }), (steps) => {
            changes += walk(start, steps);
          }),
          { numRuns: 4, seed },
        );
    }).timeout(0);
});

/** Takes the steps, then takes all of them back. Gives how many changes that were. */
function walk(start: string, steps: readonly (readonly [number, number, number])[]): number {
  const stack: { readonly before: string; readonly inverse: readonly TextEdit[] }[] = [];
  let text = start;
  let changes = 0;
  const takeBack = () => {
    const { before, inverse } = stack.pop()!;
    text = undo(text, inverse);
    equal(text, before);
  };
  for (const [kind, a, b] of steps) {
    const change = STEPS[kind]?.(text, a, b);
    if (kind === STEPS.length && stack.length > 0) takeBack();
    else if (change) {
      const { after, inverse } = made(text, change.edits);
      equal(after, applyEdits(text, change.edits));
      deepEqual([...keysIn(after)].sort(), [...change.keys].sort());
      deepEqual(parseBib(after).problems, [], after);
      stack.push({ before: text, inverse });
      text = after;
    } else continue;
    changes++;
  }
  while (stack.length > 0) takeBack();
  equal(text, start);
  return changes;
}

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { isRefusal } from '../../server/base/refusal';
import { planCitation } from '../../server/features/citations/insert';
import { citationPlaces } from '../../server/features/citations/places';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { nodeFiles } from '../../server/nodeFiles';
import { check } from '../../server/rules';
import { applyEdits } from '../../server/rules/fixAll';
import { type CitationNote, citedKeys } from '../../server/text/citing/form';
import type { Files } from '../../server/workspace/runtime';
import { type ManuscriptContext, Workspace } from '../../server/workspace/workspace';
import { papers } from '../support/generatedPapers';
import { added } from '../support/harm';
import { filesOf, uriOf } from '../support/loaded';
import '../support/seed';

/*
 * Wherever the caret is, a citation harms nothing. INTERPHASE_CARETS carets of each manuscript of the corpus are tried, drawn
 * at random from a fixed seed; in the examples and in INTERPHASE_PAPERS generated manuscripts all of them.
 */
const CARETS = Number(process.env.INTERPHASE_CARETS ?? 8);
const PAPERS = Number(process.env.INTERPHASE_PAPERS ?? 4);

suite('a citation at any caret', () => {
  for (const name of ['paper.tex', 'paper.md', 'paper.typ']) {
    test(`of examples/${name} harms nothing`, async () => {
      const file = await open(pathToFileURL(resolve('examples', name)).href, nodeFiles);
      const counts = await tryAll(file, everywhereIn(file));
      ok(counts.cited > 0.7 * file.source.length, `only ${counts.cited} of ${file.source.length} carets can cite`);
    }).timeout(0);
  }

  test(`of ${PAPERS} generated manuscripts harms nothing`, async () => {
    let cited = 0;
    for (const texts of fc.sample(papers, PAPERS)) {
      const file = await open(uriOf(Object.keys(texts)[0]!), filesOf(texts));
      cited += (await tryAll(file, everywhereIn(file))).cited;
    }
    ok(cited > 0);
  }).timeout(0);

  const corpus = process.env.INTERPHASE_CORPUS;
  if (!corpus) test.skip('of manuscripts in INTERPHASE_CORPUS harms nothing');
  for (const path of corpus ? manuscriptsIn(corpus) : []) {
    test(`of ${path} harms nothing`, async () => {
      const file = await open(pathToFileURL(join(corpus!, path)).href, nodeFiles);
      const random = numbersFrom(path);
      const counts = await tryAll(
        file,
        Array.from({ length: CARETS }, () => random() % file.source.length),
      );
      equal(counts.cited + counts.refused, CARETS);
    }).timeout(0);
  }
});

interface Opened {
  readonly uri: string;
  readonly source: string;
  readonly context: ManuscriptContext;
  /** A work of its bibliography. */
  readonly id: string;
  reread(text: string): Promise<ManuscriptContext>;
}

async function open(uri: string, files: Files): Promise<Opened> {
  const workspace = new Workspace(files, bundledCatalogue());
  const context = (await workspace.load(uri))!;
  const { format, source } = context.file.parsed;
  return {
    uri,
    source,
    context,
    id: ownWork(context) ?? `bundled:${context.manuscript.catalogue.references.find(({ doi }) => doi)!.key}`,
    async reread(text) {
      workspace.edit(uri, format, text);
      return (await workspace.load(uri))!;
    },
  };
}

const everywhereIn = ({ source }: Opened): number[] => [...Array(source.length + 1).keys()];

/** A work of the bibliography, one that is not cited yet if there is any. */
function ownWork(context: ManuscriptContext): string | undefined {
  const cited = keysIn(context);
  const keys = [...context.bibliography.entries].map(({ entry }) => entry.reference.key);
  const key = keys.find((known) => !cited.includes(known)) ?? keys.at(-1);
  return key === undefined ? undefined : `own:${key}`;
}

/** Carets between which nothing that is read changes have one result: it is looked at once. */
async function tryAll(file: Opened, carets: readonly number[]) {
  const results = new Map<string, boolean>();
  let cited = 0;
  for (const caret of carets) {
    const uses = file.context.file.parsed.citations.flatMap(({ span }, i) =>
      span.start <= caret && caret <= span.end ? [i, span.end === caret] : [],
    );
    const place = JSON.stringify([citationPlaces(file.context.file, caret), uses]);
    if (!results.has(place)) {
      results.set(place, await citesSafely(file, caret));
      if (results.size % 3 === 0) await citesNoteSafely(file, caret);
    }
    if (results.get(place)) cited++;
  }
  return { cited, refused: carets.length - cited };
}

/** True where the caret can cite; fails where anything else of the manuscript changes. */
async function citesSafely(file: Opened, caret: number): Promise<boolean> {
  const { source, uri, context } = file;
  const plan = planCitation(context, caret, [file.id], 'auto');
  if (isRefusal(plan)) return false;
  const { uri: edited, span, newText } = plan.edits[0]!;
  equal(edited, uri);
  const where = `at ${JSON.stringify(`${source.slice(Math.max(0, caret - 30), caret)}‸${source.slice(caret, caret + 30)}`)}: ${newText}`;

  equal(span.start, span.end, `something is replaced ${where}`);
  const [before, after] = [source[span.start - 1] ?? ' ', source[span.end] ?? ' '];
  ok(!/[\p{L}\p{N}]/u.test(after) || /[\s~({[;,]/.test(before), `a word is cut ${where}`);
  ok(isBalanced(newText), `not balanced ${where}`);

  const reread = await file.reread(applyEdits(source, [{ uri, span, newText }]));
  deepEqual(said(reread), said(context), `other things are read ${where}`);
  const inFile = plan.edits.filter((edit) => edit.uri === uri);
  const listed = inFile.length > 1 ? await file.reread(applyEdits(source, inFile)) : reread;
  // One may be lost: a long form that a citation interrupts is not one.
  deepEqual(added(findings(context), findings(listed)), [], `new findings ${where}`);
  equal(worksCited(reread) - worksCited(context), 1, `not one work more is cited ${where}`);
  deepEqual(keysWithout(keysIn(reread), keysIn(context)), [], `keys are lost ${where}`);

  const again = planCitation(reread, span.start + newText.length, [file.id], 'auto');
  ok(isRefusal(again) || again.edits.length > 0);
  return true;
}

/** The same with a page and, where the manuscript has a form for it, with words before the work. */
async function citesNoteSafely({ uri, source, context, id, reread }: Opened, caret: number): Promise<void> {
  if (!id.startsWith('own:')) return;
  const cite = (note: CitationNote) => planCitation(context, caret, [id], 'auto', { notes: new Map([[id, note]]) });
  const [whole, page] = [cite({ prefix: 'see', locator: 'pp. 3–5' }), cite({ locator: 'p. 3' })];
  for (const plan of [whole, page]) {
    if (isRefusal(plan)) continue;
    const edits = plan.edits.filter((edit) => edit.uri === uri);
    const where = `at ${JSON.stringify(source.slice(Math.max(0, caret - 30), caret + 30))}: ${JSON.stringify(edits)}`;
    ok(
      edits.every(({ span }) => span.start === span.end),
      `something is replaced ${where}`,
    );
    const after = await reread(applyEdits(source, edits));
    deepEqual(said(after), said(context), `other things are read ${where}`);
    deepEqual(added(findings(context), findings(after)), [], `new findings ${where}`);
    equal(worksCited(after) - worksCited(context), 1, `not one work more is cited ${where}`);
    deepEqual(keysWithout(keysIn(after), keysIn(context)), [], `keys are lost ${where}`);
  }
}

const isBalanced = (text: string): boolean =>
  ['{}', '[]', '()'].every(([open, close]) => text.split(open!).length === text.split(close!).length);

/** Formulas, names, short forms, cells and quantities, as they are read. */
const said = ({ file }: ManuscriptContext) =>
  file.mentions.flatMap((m) =>
    m.kind === 'citation' ? [] : [`${m.kind} ${file.parsed.prose.slice(m.prose).replace(/\s/g, '')}`],
  );

const findings = ({ file, manuscript }: ManuscriptContext) =>
  check(file, manuscript, {}, { accepted: new Set() }).map(
    ({ code, message }) => `${code} ${message.replace(/\d+/g, '')}`,
  );

/** Keys, and the numbers in marks of numbers. */
const worksCited = ({ file: { parsed } }: ManuscriptContext): number =>
  parsed.citations.flatMap((use) => citedKeys(use, parsed.source)).length;

const keysIn = ({ file }: ManuscriptContext) => file.parsed.citations.flatMap(({ keys }) => keys.map(({ key }) => key));

const keysWithout = (keys: readonly string[], expected: readonly string[]) => {
  const rest = [...keys];
  return expected.filter((key) => {
    const at = rest.indexOf(key);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
};

function manuscriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:tex|md)$/.test(path) && !/README|LICENSE/.test(path))
    .filter((path) => readFileSync(join(folder, path)).length > 2_000)
    .sort();
}

/** Park and Miller's generator, seeded by a text. */
function numbersFrom(seed: string): () => number {
  let state = [...seed].reduce((sum, c) => (sum * 31 + c.codePointAt(0)!) % 2_147_483_647, 7);
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}

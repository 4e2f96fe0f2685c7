import { deepEqual, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Edit } from '../../server/base/edit';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { readFile } from '../../server/manuscript/fileCandidates';
import { Manuscript } from '../../server/manuscript/manuscript';
import { nodeFiles } from '../../server/nodeFiles';
import { applyEdits, safeEdits } from '../../server/rules/fixAll';
import type { FormatId } from '../../server/text';
import { Workspace } from '../../server/workspace/workspace';
import { manuscriptsWithDefinitions } from '../support/definitionTexts';
import { findingsOf, harm } from '../support/harm';

const EXAMPLES = join(__dirname, '../../examples');

/** Reads the manuscript again with edits made in it. */
type Edited = (edits: readonly Edit[]) => Promise<Manuscript>;

/** A text of one file. */
function single(text: string, language: FormatId): Edited {
  const uri = 'file:///paper';
  return async (edits) =>
    new Manuscript([readFile(uri, language, applyEdits(text, edits), bundledCatalogue())], bundledCatalogue());
}

/** A manuscript on disk with all its files. */
function onDisk(path: string): Edited {
  const workspace = new Workspace(nodeFiles, bundledCatalogue());
  const main = pathToFileURL(resolve(path)).href;
  return async (edits) => {
    const { manuscript } = (await workspace.load(main))!;
    if (edits.length === 0) return manuscript;
    const changed = new Set(edits.map(({ uri }) => uri));
    for (const { uri, parsed } of manuscript.files.filter((file) => changed.has(file.uri))) {
      const text = applyEdits(
        parsed.source,
        edits.filter((edit) => edit.uri === uri),
      );
      workspace.edit(uri, parsed.language, text);
    }
    const after = (await workspace.load(main))!.manuscript;
    for (const uri of changed) workspace.close(uri);
    return after;
  };
}

/** Makes each fix alone, then all that are safe, round by round; gives how many edits that were. */
async function tryFixes(name: string, edited: Edited, most = Number.POSITIVE_INFINITY): Promise<number> {
  const before = await edited([]);
  const found = findingsOf(before);
  const fixes = found.flatMap(({ finding }) => finding.fixes ?? []);
  const step = Math.max(1, Math.ceil(fixes.length / most));
  let tried = 0;
  for (const { title, edits } of fixes.filter((_, i) => i % step === 0)) {
    deepEqual(harm(before, await edited(edits), edits), [], `${name}: ${title}`);
    tried += edits.length;
  }
  const all = safeEdits(found.map(({ finding }) => finding.fixes ?? []));
  if (all.length === 0) return tried;
  const after = await edited(all);
  deepEqual(harm(before, after, all), [], `${name}: fix-all`);
  return tried + all.length;
}

/** Paragraphs in reverse order use what is defined later; doubled ones define all again. */
const reversed = (text: string): string => text.split(/\n\n+/).reverse().join('\n\n');
const doubled = (text: string): string => `${text}\n\n${text}`;

suite('no fix harms a manuscript', () => {
  test('texts that define in many places and ways: at least 4,000 edits', async () => {
    let tried = 0;
    for (const { text, language } of manuscriptsWithDefinitions())
      tried += await tryFixes(text, single(text, language));
    ok(tried >= 4_000, `${tried} edits`);
  }).timeout(120_000);

  for (const name of readdirSync(EXAMPLES).filter((file) => /^paper\./.test(file))) {
    test(`the example ${name}`, async () => {
      ok((await tryFixes(name, onDisk(join(EXAMPLES, name)))) >= 3);
    }).timeout(60_000);
  }

  const corpus = process.env.INTERPHASE_CORPUS;
  const inCorpus = (pattern: RegExp): string[] =>
    corpus ? readdirSync(corpus, { recursive: true, encoding: 'utf8' }).filter((path) => pattern.test(path)) : [];

  test('manuscripts of others: at least 100 edits', async function () {
    if (!corpus) return this.skip();
    let tried = 0;
    for (const path of inCorpus(/(?:^|\/)(?:paper\.(?:md|tex)|main\.tex|ms\.tex)$/))
      tried += await tryFixes(path, onDisk(join(corpus, path)));
    ok(tried >= 100, `${tried} edits`);
  }).timeout(600_000);

  test('manuscripts of others in reverse order and doubled: at least 300 edits', async function () {
    if (!corpus) return this.skip();
    let tried = 0;
    for (const path of inCorpus(/(?:^|\/)paper\.md$/)) {
      const text = readFileSync(join(corpus, path), 'utf8');
      for (const other of [reversed(text), doubled(text)]) {
        tried += await tryFixes(path, single(other, 'markdown'), 40);
      }
    }
    ok(tried >= 300, `${tried} edits`);
  }).timeout(600_000);
});

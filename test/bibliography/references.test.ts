import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BibtexEntry, parseBib } from '../../server/bibliography/bibtex/parse';
import { normaliseDoi } from '../../server/bibliography/doi';

const folder = join(__dirname, '../../data/references');
const files = readdirSync(folder).map((name) => ({ name, ...parseBib(readFileSync(join(folder, name), 'utf8')) }));
const entries: readonly BibtexEntry[] = files.flatMap((file) => file.entries);

const keyword = ({ raw }: BibtexEntry): string | undefined =>
  raw.fields.find(({ name }) => name === 'keywords')?.parts[0]!.text;

const repeated = (texts: readonly string[]): string[] => texts.filter((text, at) => texts.indexOf(text) !== at);

suite('the bundled references', () => {
  test('are read without a problem', () => {
    for (const { name, problems } of files) assert.deepEqual(problems, [], name);
  });

  test('no key and no DOI stands twice over all files', () => {
    assert.deepEqual(repeated(entries.map(({ reference }) => reference.key.toLowerCase())), []);
    assert.deepEqual(repeated(entries.flatMap(({ reference }) => normaliseDoi(reference.doi ?? '') ?? [])), []);
  });

  test('every DOI is written bare', () => {
    const wrong = entries.filter(({ raw, reference }) => {
      const typed = raw.fields.find(({ name }) => name === 'doi')?.parts[0]!.text;
      return typed !== undefined && typed !== reference.doi;
    });
    assert.deepEqual(
      wrong.map(({ reference }) => reference.key),
      [],
    );
  });

  test('a work without a title is marked as having one source only', () => {
    const untitled = entries.filter((entry) => !entry.reference.title && keyword(entry) !== 'single-source');
    assert.deepEqual(
      untitled.map(({ reference }) => reference.key),
      [],
    );
  });

  test('the works of the review are all there', () => {
    assert.equal(files.find(({ name }) => name === 'sei-review.bib')!.entries.length, 139);
  });
});

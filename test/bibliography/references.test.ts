import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type BibtexEntry, parseBib } from '../../server/bibliography/bibtex/parse';
import { toBibtex } from '../../server/bibliography/bibtex/serialise';
import { isComplete } from '../../server/bibliography/complete';
import { normaliseDoi } from '../../server/bibliography/doi';
import { sameWork } from '../../server/bibliography/identity';
import { Journals } from '../../server/bibliography/journals';
import { normalise, wordsOf } from '../../server/bibliography/normalise';
import type { Reference } from '../../server/bibliography/reference';
import { foldTitle } from '../../server/bibliography/title';

const folder = join(__dirname, '../../data/references');
const files = readdirSync(folder).map((name) => ({ name, ...parseBib(readFileSync(join(folder, name), 'utf8')) }));
const entries: readonly BibtexEntry[] = files.flatMap((file) => file.entries);

const journals = new Journals(parse(readFileSync(join(folder, '../journals.yaml'), 'utf8')));
const offered = entries.map(({ reference }) => reference).filter(isComplete);
const ARTICLE = ['author', 'title', 'journal', 'year', 'volume', 'pages', 'doi'];

const typed = ({ raw }: BibtexEntry, field: string): string | undefined =>
  raw.fields.find(({ name }) => name === field)?.parts[0]?.text;

/** Two entries of one work have one of these in common: title, first page, or a word of the first author's name. */
const marksOf = ({ authors: [first], title = '', pages = '' }: Reference): string[] => [
  foldTitle(title),
  /\d+/.exec(pages)?.[0] ?? '',
  ...wordsOf(normalise(`${first?.family ?? ''} ${first?.given ?? ''}`)).filter((word) => word.length > 1),
];

const repeated = (texts: readonly string[]): string[] => texts.filter((text, at) => texts.indexOf(text) !== at);

suite('the bundled references', () => {
  test('are read without a problem', () => {
    for (const { name, problems } of files) assert.deepEqual(problems, [], name);
  });

  test('no key and no DOI occurs twice over all files', () => {
    assert.deepEqual(repeated(entries.map(({ reference }) => reference.key.toLowerCase())), []);
    assert.deepEqual(repeated(entries.flatMap(({ reference }) => normaliseDoi(reference.doi ?? '') ?? [])), []);
  });

  test('no work is under two keys', () => {
    const seen = new Map<string, Set<Reference>>();
    const twice = entries.flatMap(({ reference: work }) => {
      const alike = new Set(marksOf(work).flatMap((mark) => [...(seen.get(mark) ?? [])]));
      for (const mark of marksOf(work)) seen.set(mark, (seen.get(mark) ?? new Set()).add(work));
      return [...alike].filter((other) => sameWork(work, other, journals)).map(({ key }) => `${work.key} = ${key}`);
    });
    assert.deepEqual(twice, []);
  });

  test('every DOI is written bare', () => {
    const wrong = entries.filter((entry) => typed(entry, 'doi') !== entry.reference.doi);
    assert.deepEqual(
      wrong.map(({ reference }) => reference.key),
      [],
    );
  });

  test('no fewer than 850 works are complete enough to be offered', () => {
    assert.ok(offered.length >= 850, `${offered.length} are`);
  });

  test('what is offered is written with every field that a list of references prints', () => {
    for (const reference of offered) {
      const text = toBibtex(reference);
      const { entries: written, problems } = parseBib(text);
      assert.deepEqual(problems, [], text);
      const [entry] = written;
      const asked = reference.type === 'article-journal' ? ARTICLE : ['title', 'year'];
      for (const field of asked) assert.ok(typed(entry!, field), `${reference.key} has no ${field}`);
      assert.deepEqual(entry!.reference, reference);
    }
  });

  test('a work of the review without a title is marked as having one source only', () => {
    const { entries: review } = files.find(({ name }) => name === 'sei-review.bib')!;
    const untitled = review.filter(({ reference }) => !reference.title);
    assert.deepEqual(
      untitled,
      review.filter((entry) => typed(entry, 'keywords') === 'single-source'),
    );
  });

  test('the works of the review are all there', () => {
    assert.equal(files.find(({ name }) => name === 'sei-review.bib')!.entries.length, 138);
  });
});

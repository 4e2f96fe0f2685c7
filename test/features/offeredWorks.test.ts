import { deepEqual, equal, match } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import type { Reference } from '../../server/bibliography/reference';
import { cardMarkdown } from '../../server/features/card/markdown';
import { cardText } from '../../server/features/card/text';
import { planCitation } from '../../server/features/citations/insert';
import { searchCitable } from '../../server/features/citations/search';
import { sourcesAt } from '../../server/features/citations/sources';
import { bundledId } from '../../server/features/citations/workIds';
import { completionsAt } from '../../server/features/completion/completion';
import { Catalogue } from '../../server/knowledge/catalogue';
import type { Species } from '../../server/knowledge/species';
import { Workspace } from '../../server/workspace/workspace';
import { filesOf } from '../support/loaded';

const whole: Reference = {
  key: 'Abel2001',
  type: 'article-journal',
  authors: [{ family: 'Abel', given: 'A.' }],
  title: 'Films of nobody',
  container: 'J. None',
  year: 2001,
  volume: '1',
  pages: '2–3',
  doi: '10.1000/abel',
};
const untitled: Reference = {
  key: 'Bell2002',
  type: 'article-journal',
  authors: [{ family: 'Bell', given: 'B.' }],
  container: 'J. None',
  year: 2002,
};

/** A solvent that does not exist: one claim of both works, one value of the incomplete work alone. */
const ether: Species = {
  id: 'xyz',
  class: 'solvent',
  names: [{ text: 'xylo ether', kind: 'common' }],
  roles: [
    { in: 'sei', claim: 'Gives a film.', agreement: 'reported', sources: [{ ref: 'Bell2002', citing: ['Abel2001'] }] },
  ],
};
const lonely: Species = {
  ...ether,
  roles: [{ in: 'sei', claim: 'Gives a film.', agreement: 'reported', sources: [{ ref: 'Bell2002' }] }],
};

const catalogueOf = (species: Species): Catalogue =>
  new Catalogue({
    species: [species],
    terms: [],
    references: [whole, untitled],
    journals: {},
    properties: {},
    cards: {},
    drawings: {},
  });

const TEXT = 'The xylo ether grows films \\cite{}.';

async function paper(species = ether) {
  const workspace = new Workspace(filesOf({ 'a.tex': TEXT }), catalogueOf(species));
  return (await workspace.load('file:///paper/a.tex'))!;
}

suite('a work whose entry is incomplete', () => {
  test('is not found by a search, nor offered without one', async () => {
    const context = await paper();
    const keysFor = (query: string) => searchCitable(context, 10, query).found.map(({ reference }) => reference.key);
    deepEqual(keysFor('bell'), []);
    deepEqual(keysFor('abel'), ['Abel2001']);
    deepEqual(keysFor(''), ['Abel2001']);
  });

  test('is not completed in a citation', async () => {
    const labels = completionsAt(await paper(), TEXT.indexOf('}'), {
      abbreviations: true,
      citations: true,
      species: false,
    }).map(({ label }) => label);
    deepEqual(labels, ['Abel2001']);
  });

  test('is not cited for a species under the caret', async () => {
    deepEqual(sourcesAt(await paper(lonely), 6), undefined);
  });

  test('is not inserted, whoever asks', async () => {
    const plan = planCitation(await paper(), 6, [bundledId('Bell2002')], 'auto');
    match(isRefusal(plan) ? plan.refused : '', /not known here any more/);
  });

  test('is marked on a card, which cites the other work that says the same', () => {
    const markdown = cardMarkdown(ether, catalogueOf(ether), {
      drawing: false,
      references: true,
      citeLink: (key) => `cite:${key}`,
    });
    const works = markdown.split('\n').find((line) => line.startsWith('\\[1\\]'));
    equal(works, '\\[1\\] Bell 2002 (entry incomplete) · \\[2\\] Abel 2001 ([cite](cite:Abel2001))');
    match(cardText(ether, catalogueOf(ether)), /^\[1\] Bell, B\. J\. None 2002\. \(entry incomplete\)$/m);
  });

  test('is cited by nothing where it is alone', () => {
    const markdown = cardMarkdown(lonely, catalogueOf(lonely), {
      drawing: false,
      references: true,
      citeLink: (key) => `cite:${key}`,
    });
    match(markdown, /^\\\[1\\\] Bell 2002 \(entry incomplete\)$/m);
  });
});

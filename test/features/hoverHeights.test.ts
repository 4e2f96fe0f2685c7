import { deepEqual, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { cardMarkdown } from '../../server/features/card/markdown';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { hoverHeight } from '../support/hoverHeight';

/** px that VS Code shows of a hover without scrolling. */
const SHOWN = 250;

const IMPORTANT: Readonly<Record<string, { readonly species: readonly string[] }>> = parse(
  readFileSync(join(__dirname, '../../data/important.yaml'), 'utf8'),
);

suite('hover heights of the species that are looked up first', () => {
  const catalogue = bundledCatalogue();
  const ids = Object.values(IMPORTANT).flatMap(({ species }) => species);
  const heights = ids.map((id) => {
    const markdown = cardMarkdown(catalogue.byId(id)!, catalogue, {
      drawing: true,
      references: true,
      note: '*In this paper:* defined in [line 11](file:///paper.tex#L11) as “a long form of some twenty letters”, used 12 times.',
      citeLink: (key) => `command:interphase.citeSource?${key}`,
      openLink: (id) => `command:interphase.openCatalogue?${id}`,
    });
    return { id, ...hoverHeight(markdown) };
  });

  test('name, role and three values are seen at once', () => {
    ok(heights.length > 100, `${heights.length} species`);
    deepEqual(
      heights.filter(({ values }) => values > SHOWN),
      [],
    );
  });

  test('nine of ten are seen whole', () => {
    const cut = heights.filter(({ whole }) => whole > SHOWN);
    ok(cut.length * 10 <= heights.length, cut.map(({ id, whole }) => `${id} ${whole}`).join(', '));
  });
});

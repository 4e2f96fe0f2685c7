import { includes, ok } from './assert';
import { closeAll, examples, open, select } from './manuscripts';
import { panel, seesPage } from './panel';
import { hoverAtCaret, type Rendered } from './rendered';

suite('Hover', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  /** Points at the first match and reads the hover that holds `text`, as it is rendered. */
  async function hoverOver(name: string, pattern: RegExp, text: string): Promise<Rendered> {
    select(await open(name), pattern);
    return hoverAtCaret(text);
  }

  for (const name of examples) {
    test(`over an additive in ${name} shows its drawing, its role and its properties with sources`, async () => {
      const hover = await hoverOver(name, /\bFEC\b/, 'fluoroethylene carbonate');
      await panel('screenshot', `hover-${name}`);
      includes(hover.html, '<table', 'hover');
      ok(hover.images.length > 0, 'no drawing');
      for (const { source, width } of hover.images) {
        includes(source, 'data:image/svg+xml', 'image');
        ok(width > 0, `a drawing did not load: ${source}`);
      }
      ok(
        hover.links.some((link) => link.startsWith('command:interphase.citeSource')),
        `no link to cite: ${hover.links}`,
      );
    });

    test(`over a cell in ${name} says what kind it is and which electrode is which`, async () => {
      const hover = await hoverOver(name, /(?<=[A-Za-z0-9₀-₉}$)])\|{1,2}(?=[A-Z])/, 'cell');
      await panel('screenshot', `cell-${name}`);
      includes(hover.text, 'negative electrode', 'hover');
    });

    test(`over a citation in ${name} shows the reference`, async () => {
      const hover = await hoverOver(name, /(?<=\\\w*cite\w*\{|[[ (~]@)[A-Z][a-z]+\d{4}\w?/, '20');
      await panel('screenshot', `citation-${name}`);
      ok(/\b(19|20)\d\d\b/.test(hover.text), `no year: ${hover.text}`);
    });
  }
});

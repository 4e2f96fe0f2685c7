import { deepEqual } from 'node:assert/strict';
import { type DocumentSymbol, symbolsOf } from '../../server/features/symbols';
import { useCountsOf } from '../../server/features/useCounts';
import { load } from '../support/loaded';

const TEXT =
  '# Salts\n\nLithium bis(fluorosulfonyl)imide (LiFSI) helps. LiFSI.\n\n## Solvents\n\nThe solvent.\n\n# Films\n\nThe solid electrolyte interphase (SEI).\n';

const tree = (symbols: readonly DocumentSymbol[], text: string): unknown[] =>
  symbols.map(({ name, detail, span, children }) => [
    detail === undefined ? `${name} … ${text.slice(0, span.end).trimEnd().slice(-8)}` : `${name}: ${detail}`,
    ...tree(children, text),
  ]);

suite('document symbols', () => {
  test('headings with what is under them, and the abbreviations that are defined there', async () => {
    deepEqual(tree(symbolsOf(await load({ 'a.md': TEXT }, 'a.md')), TEXT), [
      ['Salts … solvent.', ['LiFSI: Lithium bis(fluorosulfonyl)imide'], ['Solvents … solvent.']],
      ['Films … e (SEI).', ['SEI: solid electrolyte interphase']],
    ]);
  });
});

suite('use counts', () => {
  test('at each definition', async () => {
    deepEqual(
      useCountsOf(await load({ 'a.md': TEXT }, 'a.md')).map(({ text }) => text),
      ['LiFSI: used once', 'SEI: not used'],
    );
  });
});

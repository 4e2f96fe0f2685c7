import assert from 'node:assert/strict';
import fc from 'fast-check';
import { span } from '../../server/base/span';
import { readSnippet } from '../../server/text/snippet';

const tex = String.raw;

/** `LiPF_{6}^{−}` */
function marked(source: string): string {
  const prose = readSnippet(source);
  let read = '';
  for (let i = 0; i < prose.text.length - 1; i++) {
    const script = prose.scriptAt(i);
    const before = i > 0 ? prose.scriptAt(i - 1) : 'normal';
    if (script !== before)
      read += `${before === 'normal' ? '' : '}'}${script === 'normal' ? '' : script === 'sub' ? '_{' : '^{'}`;
    read += prose.text[i];
  }
  return prose.text.length > 1 && prose.scriptAt(prose.text.length - 2) !== 'normal' ? `${read}}` : read;
}

suite('snippet: one formula in any markup', () => {
  for (const source of [
    'SO$_4$$^{2-}$',
    '$\\mathrm{SO}_4^{2-}$',
    tex`\mathrm{SO}_{4}^{2-}`,
    tex`\ce{SO4^2-}`,
    tex`\ch{SO4^2-}`,
    tex`SO\textsubscript{4}\textsuperscript{2$-$}`,
    'SO~4~^2−^',
    'SO<sub>4</sub><sup>2−</sup>',
    'SO₄²⁻',
    'SO_4^{2−}',
    'SO_{4}^2−',
  ]) {
    test(source, () => assert.equal(marked(source), 'SO_{4}^{2−}'));
  }

  test('flat formulas, brackets and phrases stay as they are', () => {
    for (const source of [
      'LiNi0.8Co0.15Al0.05O2',
      '[Co(NH3)6]Cl3',
      'Li[Ni1/3Co1/3Mn1/3]O2',
      '1 M LiPF6 in EC/DMC',
      'Li||Cu',
    ]) {
      assert.equal(marked(source), source);
    }
    assert.equal(marked('Li_{0.8}Na_{0.2}Cl and [1]'), 'Li_{0.8}Na_{0.2}Cl and [1]');
    assert.equal(marked('Na2CO3&sdot;7H2O'), 'Na2CO3⋅7H2O');
  });

  test('a phrase keeps its spaces around its formula', () => {
    assert.equal(marked(tex`1 M \ce{LiPF6} in EC`), '1 M LiPF_{6} in EC');
    assert.equal(marked(tex`^\bullet NO_{2}(g)`), '^{•}NO_{2}(g)');
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.constantFrom('', '$', '\\ce{', '~', '_{', '^', '\\'), (a, b) => {
        const prose = readSnippet(b + a);
        for (let i = 0; i < prose.text.length; i++) {
          const range = prose.toSource(span(i, i + 1));
          assert.ok(range.start <= range.end && range.end <= prose.source.length);
        }
      }),
      { numRuns: 800 },
    );
  });
});

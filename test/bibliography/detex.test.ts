import assert from 'node:assert/strict';
import fc from 'fast-check';
import { detex } from '../../server/bibliography/bibtex/detex';
import { parseNames } from '../../server/bibliography/bibtex/names';

suite('detex', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['M{\\"u}ller, M\\"{u}ller, M\\"uller', 'Müller, Müller, Müller'],
    ["Garc{\\'\\i}a and Mart{\\'{\\i}}nez", 'García and Martínez'],
    ["{\\v{S}}koda \\c{c} {\\O}rsted \\L{}ód\\'z {\\aa} {\\ss}", 'Škoda ç Ørsted Łódź å ß'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: exporters write braces after dollars
    ['{L}i$_7${L}a$_3${Z}r$_2${O}$_{12}$', 'Li₇La₃Zr₂O₁₂'],
    ['LiNi\\textsubscript{0.8}O{\\textsubscript{2}}', 'LiNi₀.₈O₂'],
    ['\\ce{LiPF6} in \\ce{Li_{1.2}Mn_{0.8}O2}', 'LiPF₆ in Li₁.₂Mn₀.₈O₂'],
    ['\\ce{Li+}, \\ce{PF6-}, \\ce{Mn^{4+}}', 'Li⁺, PF₆⁻, Mn⁴⁺'],
    ['NaSi<sub>2</sub>P &amp; Co', 'NaSi₂P & Co'],
    ["1--9, yes---no, ``so''", '1–9, yes—no, “so”'],
    ['$\\gamma$-phase, 50\\,\\%, 4~V, A\\_b', 'γ-phase, 50 %, 4 V, A_b'],
    ['\\emph{In situ} {\\em x} \\href{https://a.b}{link}', 'In situ x link'],
    ['two\n   lines', 'two lines'],
    ['Society (\\{APS\\})', 'Society (APS)'],
    ['\\unknown{kept} \\alsounknown', 'kept'],
    ['Li$_{7{\\textminus}3x}$La, $x \\leqslant 2$, $\\log k$, $\\left( a \\right)$', 'Li₇₋₃ₓLa, x ≤2, log k, ( a )'],
    ['\\SI{25}{\\celsius}', '25 °C'],
    [
      '\\SI[mode=text]{10}{\\micro\\metre}, \\qty{4.2}{\\volt}, \\si{\\milli\\ampere\\hour\\per\\gram}',
      '10 µm, 4.2 V, mAh g⁻¹',
    ],
    ['A\\slash B, \\num{3} \\texttimes 2, <jats:sub>2</jats:sub>', 'A/B, 3 ×2, ₂'],
    ['\\ce{LiCo_{1/3}Ni_{1/3}Mn_{1/3}O2}', 'LiCo1/3Ni1/3Mn1/3O2'],
    ['Li<inf>7</inf>La<sub>3</sub>, 1&#8211;2 &#x2192; &lt;sub&gt;2&lt;/sub&gt;', 'Li₇La₃, 1–2 → ₂'],
    ['<mml:math><mml:msub><mml:mi>O</mml:mi><mml:mn>2</mml:mn></mml:msub></mml:math> and <tex>$x$</tex>', 'O₂ and x'],
    ['Growth\\index{growth} of films', 'Growth of films'],
    ['solvent\\hyphen independent, \\foreignlanguage{german}{Wort}', 'solvent-independent, Wort'],
    ['\\ifmmode \\check{Z}\\else \\v{Z}\\fi{}umer', 'Žumer'],
    ['$x_{max}$ and $10^{-3}$', 'xₘₐₓ and 10⁻³'],
  ];
  for (const [tex, text] of cases) test(tex.replace(/\n\s*/g, '⏎'), () => assert.equal(detex(tex), text));

  test('neither brace nor backslash is left of anything', () => {
    const piece = fc.constantFrom(
      '\\',
      '{',
      '}',
      '$',
      '_',
      '^',
      '~',
      '"',
      "'",
      '`',
      '-',
      'a',
      'ce',
      'textsubscript',
      ' ',
      '<sub>',
      '&amp;',
      'i',
      '\u{1d4d0}',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
        (tex) => {
          assert.doesNotMatch(detex(tex), /[\\{}]|\s\s|^\s|\s$/);
        },
      ),
      { numRuns: 3000 },
    );
  });
});

suite('parseNames', () => {
  const names = (list: string): string[] =>
    parseNames(list).authors.map(({ family, given, suffix }) => [family, given, suffix].filter(Boolean).join('|'));

  test('in both orders, with particles and suffixes', () => {
    assert.deepEqual(names('von Kolzenberg, Lars and Goodenough, Jr., John B. and Ludwig van der Ven and Kang Xu'), [
      'von Kolzenberg|Lars',
      'Goodenough|John B.|Jr.',
      'van der Ven|Ludwig',
      'Xu|Kang',
    ]);
  });
  test('institutions in braces are one name, and their “and” does not part them', () => {
    assert.deepEqual(names('{Society for Salt and Water} and {{Dask} Team}'), [
      'Society for Salt and Water',
      'Dask Team',
    ]);
  });
  test('over line ends, with ties and TeX', () => {
    assert.deepEqual(names("J.~M. Tarascon and\n          Jos{\\'e} {\\'A}lvarez\n  AND Li"), [
      'Tarascon|J. M.',
      'Álvarez|José',
      'Li',
    ]);
  });
  test('a tilde over a letter parts no words', () => {
    assert.deepEqual(names('Carlos Mu\\~noz and Jaroslav Ne\\~{s}et\\~{r}il'), ['Muñoz|Carlos', 'Nes̃etr̃il|Jaroslav']);
  });
  test('“and others” is not an author', () => {
    for (const others of ['others', '{others}', 'et al.', '{et al}'])
      assert.deepEqual(parseNames(`Shen, Z. and ${others}`), {
        authors: [{ family: 'Shen', given: 'Z.' }],
        others: true,
      });
    assert.deepEqual(names('Shen, Z. and others'), ['Shen|Z.']);
  });
  test('biblatex parts', () =>
    assert.deepEqual(names('family=Berg, given=Anna, prefix=van den'), ['van den Berg|Anna']));
});

import { equal, match } from 'node:assert/strict';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { load } from '../support/loaded';
import { marked } from '../support/marked';

/** The hover over the marked stretch, without the escapes and targets of Markdown; empty where there is none. */
async function hover(paper: string, others: Record<string, string> = {}): Promise<string> {
  const { text, spans } = marked(paper);
  const context = await load({ ...others, 'paper.md': text }, 'paper.md');
  const offset = spans[0]!.start + 1;
  const markdown = hoverAt({ context, offset, options: DEFAULTS.hover })?.markdown ?? '';
  return markdown.replaceAll('\\', '').replace(/\]\(file:[^)]*\)/g, ']');
}

suite('hover over a quantity', () => {
  const converted: readonly (readonly [string, string])[] = [
    ['«1.5 mA cm^−2^» flows.', '**1.5 mA cm⁻²** · 15 A m⁻² · current density'],
    ['It has «10 mS/cm».', '**10 mS cm⁻¹** · 0.01 S cm⁻¹ · 1 S m⁻¹ · conductivity'],
    ['At below «60 °C», it melts.', '**< 60 °C** · < 333 K'],
    ['Heated to «300 K».', '**300 K** · 27 °C'],
    ['In «1.2 M» LiPF~6~.', '**1.2 mol L⁻¹** · 1200 mol m⁻³'],
    ['Pressed at «10 bar».', '**10 bar** · 1 MPa'],
  ];
  for (const [text, expected] of converted) {
    test(`converts: ${text}`, async () => equal(await hover(text), expected));
  }

  test('a potential against its named reference only', async () => {
    match(
      await hover('It is reduced at «1.0 V» vs. Na/Na^+^.'),
      /^\*\*1 V vs Na\/Na⁺\*\* · ≈ −1\.71 V vs SHE \(Na\/Na⁺ at −2\.714 V in water, Haynes 2014\)$/,
    );
    match(await hover('It starts at «0.2 V» vs. SHE.'), /≈ 3\.24 V vs Li\/Li⁺/);
    equal(await hover('It is reduced at «1.0 V» vs. Ag/AgCl.'), '');
    equal(await hover('It is reduced at «1.0 V».'), '');
  });

  test('a capacity as the share of the one electrode material of its sentence', async () => {
    match(
      await hover('Graphite waits. LiFePO~4~ gives «160 mAh g^−1^».'),
      /94 % of the 169\.9 mAh g⁻¹ of LiFePO₄ in theory/,
    );
    match(
      await hover('LiNi~0.55~Co~0.15~Mn~0.3~O~2~ gives «180 mAh g^−1^».'),
      /65 % of the 277\.6 mAh g⁻¹ of all alkali ions of LiNi₀\.₅₅Co₀\.₁₅Mn₀\.₃O₂/,
    );
    equal(await hover('Graphite and LiFePO~4~ give «160 mAh g^−1^».'), '');
    match(await hover('Li metal gives «3500 mAh g^−1^».'), / % of the 3861[.\d]* mAh g⁻¹ of Li in theory/);
    equal(await hover('The theoretical capacity is «121 mAh g^−1^», since little Na moves.'), '');
    equal(await hover('LiFePO~4~ on silicon oxide loses «0.2 mAh g^−1^».'), '');
  });

  test('a rate with the 1C that the manuscript gives', async () => {
    const text = '1C is 160 mA g^−1^.';
    match(await hover(`${text} Formed at «C/10».`), /16 mA g⁻¹, nominally 10 h \(1C = 160 mA g⁻¹, \[line 1\]\)/);
    match(await hover(`${text} Cycled at «32 mA g^−1^».`), /0\.2C \(1C = 160 mA g⁻¹, \[line 1\]\)/);
    equal(await hover('Formed at «C/10».'), '**0.1C** · rate\n\nnominally 10 h');
    match(await hover(`${text} For NMC, 1C is 200 mA g^−1^. Formed at «C/10».`), /\n\nnominally 10 h\n/);
  });

  test('a current per area with the loading that the manuscript gives', async () => {
    const text = '1C is 160 mA g^−1^. The loading is 10 mg cm^−2^.';
    match(
      await hover(`${text} Cycled at «0.8 mA cm^−2^».`),
      /0\.5C at 10 mg cm⁻² \(\[line 1\]; 1C = 160 mA g⁻¹, \[line 1\]\)/,
    );
    equal(/C at/.test(await hover(`${text} A loading of 5 mg cm^−2^ is low. Cycled at «0.8 mA cm^−2^».`)), false);
  });

  test('the other places with their lines: of a telling unit all values, of others the same value', async () => {
    const chapter = 'We found 1 mA cm^−2^ here, 20 h there.';
    const paper =
      'At «1 mA cm^−2^».\n\nAt 10 A m^−2^ for 3 h.\n\nAt 5 mA cm^−2^ and 5 mA.\n\n```{include} two.md\n```\n';
    match(
      await hover(paper, { 'two.md': chapter }),
      /\*In this paper also:\* 10 A m⁻² \(\[line 3\]\); 1 mA cm⁻² \(\[two\.md line 1\]\); 5 mA cm⁻² \(\[line 5\]\)$/,
    );
    match(
      await hover('After «20 h» and 3 h.\n\nAgain 20 h.'),
      /^\*\*20 h\*\*\n\n\*In this paper also:\* 20 h \(\[line 3\]\)$/,
    );
  });

  test('nothing where there is nothing to say', async () => equal(await hover('It rests for «20 h» at 5 %.'), ''));
});

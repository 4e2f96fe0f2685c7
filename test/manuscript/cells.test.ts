import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CellMention } from '../../server/manuscript/mention';
import { findCells } from '../../server/manuscript/recognise/cells';
import { type FormatId, parseFile } from '../../server/text';

function cellsIn(
  text: string,
  language: FormatId = 'plaintext',
): { cell: CellMention; text: string; layers: string }[] {
  const { prose } = parseFile(language, text);
  return findCells(prose, () => undefined).map((cell) => ({
    cell,
    text: text.slice(cell.source.start, cell.source.end),
    layers: cell.layers.map((layer) => `${prose.slice(layer.prose)} ${layer.role}`).join(', '),
  }));
}

suite('findCells', () => {
  const cases: [text: string, layers: string, type: string][] = [
    ['A LiFePO4|Li cell', 'LiFePO4 positive, Li negative', 'half'],
    ['a Li|LiFePO4 cell', 'Li negative, LiFePO4 positive', 'half'],
    ['sulfur|lithium batteries', 'sulfur positive, lithium negative', 'half'],
    ['LiCoO2|Li6PS5Cl|Li', 'LiCoO2 positive, Li6PS5Cl electrolyte, Li negative', 'half'],
    ['Li||Cu, plated', 'Li negative, Cu collector', 'plating'],
    ['Li||GBL||Cu', 'Li negative, GBL interlayer, Cu collector', 'plating'],
    ['Li ‖ Li symmetric', 'Li negative, Li negative', 'symmetric'],
    ['Cu||NMC811 pouch', 'Cu collector, NMC811 positive', 'anode-free'],
    ['graphite||NMC811', 'graphite negative, NMC811 positive', 'full'],
    ['graphite||Li', 'graphite positive, Li negative', 'half'],
    ['stainless steel ∣ LPSCl ∣ Li cell', 'stainless steel collector, LPSCl electrolyte, Li negative', 'plating'],
    ['LiCoO2|Li–B–Mg full battery', 'LiCoO2 positive, Li–B–Mg negative', 'full'],
    ['Li/CFx primary cells', 'Li negative, CFx positive', 'half'],
    ['Li/SOCl2 batteries', 'Li negative, SOCl2 positive', 'half'],
    ['LFP/LTO cells', 'LFP positive, LTO negative', 'full'],
    ['LMO/graphite prismatic cells', 'LMO positive, graphite negative', 'full'],
    ['NaFePO4/C full cells', 'NaFePO4 positive, C negative', 'full'],
    ['Zn//MnO2 batteries', 'Zn negative, MnO2 positive', 'full'],
    ['NVP//Co3O4/C batteries', 'NVP positive, Co3O4/C unknown', 'unknown'],
    ['Thin-Li||LCO', 'Li negative, LCO positive', 'half'],
    ['Li|Li2O/LiF|LLZO|Li', 'Li negative, Li2O/LiF interlayer, LLZO electrolyte, Li negative', 'symmetric'],
    ['Li||LiNi 0.6 Co 0.2 Mn 0.2 O2 cell', 'Li negative, LiNi 0.6 Co 0.2 Mn 0.2 O2 positive', 'half'],
    ['the LiFePO 4 ||graphite cell', 'LiFePO 4 positive, graphite negative', 'full'],
    ['LiNi0.5Mn1.5O4/Li half cells', 'LiNi0.5Mn1.5O4 positive, Li negative', 'half'],
  ];
  for (const [text, layers, type] of cases) {
    test(`${text}: ${type}`, () => {
      const [found, ...rest] = cellsIn(text);
      assert.deepEqual(rest, []);
      assert.equal(found?.layers, layers);
      assert.equal(found?.cell.type, type);
    });
  }

  test('a coating belongs to the metal it covers', () => {
    const [found] = cellsIn('A LiFePO4|Li2S@Li cell');
    assert.equal(found?.cell.layers[1]?.coating, 'Li2S');
    assert.equal(found?.cell.layers[1]?.role, 'negative');
  });

  test('several cells share one sentence', () => {
    assert.deepEqual(
      cellsIn('The Li||Cu, Li||Li and (Gr||NMC) cells; Cu/Li and Li/Li cells.').map((f) => f.text),
      ['Li||Cu', 'Li||Li', 'Gr||NMC', 'Cu/Li', 'Li/Li'],
    );
  });

  test('two cells in one sentence', () => {
    assert.equal(cellsIn('cycles, in NMC811|Li as in LiFePO4|Li cells').length, 2);
  });

  test('a plus after a cell is not one of a reaction', () => {
    assert.deepEqual(
      cellsIn('The Li||NMC811 + 2% VC cells, from Li||LFP + Li||Cu cells; Li||LFP → Li||NMC').map((f) => f.text),
      ['Li||NMC811', 'Li||LFP', 'Li||Cu', 'Li||LFP', 'Li||NMC'],
    );
  });

  test('LaTeX bars and markup inside the layers', () => {
    const texts = ['LiFePO$_4$|Li', '$\\text{LiFePO}_4\\text{|Li}$', 'Li$\\parallel$Cu', 'Li\\textbar{}Cu'];
    assert.deepEqual(
      texts.map((text) => cellsIn(text, 'latex')[0]?.cell.type),
      ['half', 'half', 'plating', 'plating'],
    );
  });

  test('a species that the caller knows makes a layer of any word', () => {
    const { prose } = parseFile('plaintext', 'QXL||Li');
    const [cell] = findCells(
      prose,
      (layer) => (prose.slice(layer) === 'QXL' ? { kind: 'abbreviation', species: 'qxl' } : undefined),
      () => 'positive-electrode',
    );
    assert.equal(cell?.layers[0]?.species, 'qxl');
    assert.equal(cell?.layers[0]?.role, 'positive');
  });

  const none = [
    'Fig. 1 | The diffusion path. Table 1 | Sodium salts.',
    'Fast | Autonomous | Screening',
    'P(θ|D), |α| = N, Pr{T1 < T2 | T1 = t}, ‖x − y‖',
    'if (na || !nb) return; cat log | grep Li | sort',
    'EC/DEC = 1:1 with LiFePO4/C cells, Li/Li+ and the Na/Ni battery at C/20',
    'LLZO/PEO interface, Li/Na-ion conductors, 160 mAh/g cells',
    'Li|LiPF6 in EC|NMC811 and Na|1 M NaPF6 in PC|NFM111, whose electrolytes are phrases',
    'couples N+|N and Fe3+|Fe2+',
    'Wei Li∥ and Jun Xu†',
    'Cu3N|1/3Cu3N + HL → Cu3N| + NH3 and Al2O3* + 6HF → Al2O3|2AlF3* + 3H2O',
  ];
  for (const text of none)
    test(`none in “${text}”`, () =>
      assert.deepEqual(
        cellsIn(text).map((f) => f.text),
        [],
      ));

  test('none in the rows of a Markdown table', () => {
    assert.deepEqual(cellsIn('| LFP | Li | 0.5 |\n|---|---|---|\n| Li | Cu | 1 |\n', 'markdown'), []);
  });

  test('a listing is not a paragraph on cells', () => {
    assert.equal(cellsIn('Li|Cu and '.repeat(400)).length, 400);
    assert.deepEqual(cellsIn('Li|Cu '.repeat(2_000)), []);
  });

  test('never throws and keeps its ranges, whatever the text', () => {
    const texts = fc.string({ unit: fc.constantFrom(...'LiCuS|‖∥/@ ()[]-,.4₂NMC8graphite\n'), maxLength: 80 });
    fc.assert(
      fc.property(texts, (text) => {
        for (const { cell } of cellsIn(text)) {
          assert.equal(cell.layers.length, cell.separators.length + 1);
          assert.ok(cell.prose.start < cell.prose.end);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

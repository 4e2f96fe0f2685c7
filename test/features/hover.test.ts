import { match } from 'node:assert/strict';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { load } from '../support/loaded';

const SHOW_ALL = { ...DEFAULTS.hover, drawing: false };

async function hoverOver(word: string, files: Record<string, string>): Promise<string> {
  const loaded = await load(files, 'paper.md');
  const offset = files['paper.md']!.indexOf(word) + 1;
  return hoverAt({ loaded, offset, options: SHOW_ALL })?.markdown ?? '';
}

/** Two electrodes whose average voltages are known. */
const OWN = `
species:
  - id: own-positive
    class: positive-electrode
    names: [{ text: LiMe, kind: abbreviation }]
    formula: LiFePO4F
    reaction: { electrons: 1, equation: "LiFePO4F ⇌ FePO4F + Li+ + e−" }
    properties:
      - { property: average_voltage, value: 3.5, unit: V, basis: measured, conditions: vs Li/Li+, sources: [{ ref: own }] }
      - { property: density, value: 2, unit: g/cm3, basis: measured, sources: [{ ref: own }] }
  - id: own-negative
    class: negative-electrode
    names: [{ text: NeMe, kind: abbreviation }]
    formula: Li4Ti5O12
    reaction: { electrons: 3, equation: "Li4Ti5O12 + 3 Li+ + 3 e− ⇌ Li7Ti5O12" }
    properties:
      - { property: average_voltage, value: 1.5, unit: V, basis: measured, conditions: vs Li/Li+, sources: [{ ref: own }] }
`;

suite('hover: computed figures', () => {
  const files = {
    '.interphase.yaml': OWN,
    'paper.md': 'We cycled a LiMe||NeMe cell with LiF and Li~2~O in the film; LiMe alone too.\n',
  };

  test('a cell with known electrodes says voltage and energy', async () =>
    match(await hoverOver('LiMe||', files), /About 2\\?\.0 V; 163 Wh kg⁻¹ of both active materials in theory/));

  test('a material with known density says its capacity per volume', async () =>
    match(await hoverOver('LiMe alone', files), /151\\?\.6 mAh g⁻¹; 303 mAh cm⁻³/));
});

suite('hover: terms', () => {
  test('a term names the works that explain it', async () =>
    match(
      await hoverOver('SEI', { 'paper.md': 'The SEI grows with every cycle.\n' }),
      /governs corrosion[\s\S]*Peled 1979[\s\S]*Peled/,
    ));

  test('a term that the manuscript defines names them too', async () =>
    match(
      await hoverOver('CCD', { 'paper.md': 'The critical current density (CCD) fell. The CCD is low.\n' }),
      /In this paper[\s\S]*without short circuit[\s\S]*Famprikis/,
    ));
});

import { commands } from 'vscode';
import { eventually, ok } from './assert';
import { closeAll, ours, select, write } from './manuscripts';
import { panel, seesPage } from './panel';
import { hoverAtCaret } from './rendered';

/** What is written, how its hover begins, and a word of what the species does. */
const SPECIES: readonly [written: string, first: string, role: RegExp][] = [
  ['FEC', 'FEC · fluoroethylene carbonate', /additive/],
  ['LiPF6', 'LiPF₆ · lithium hexafluorophosphate', /salt/],
  ['LiTFSI', 'LiTFSI · lithium bis(trifluoromethanesulfonyl)imide', /salt/],
  ['EC', 'EC · ethylene carbonate', /solvent/],
  ['LFP', 'LFP · lithium iron phosphate', /electrode/],
  ['NMC811', 'NMC811 · lithium nickel manganese cobalt oxide 811', /electrode/],
  ['graphite', 'graphite · Gr', /electrode/],
  ['LiF', 'LiF · lithium fluoride', /interphase/],
  ['Li6PS5Cl', 'Li₆PS₅Cl', /electrolyte/],
  ['PEO', 'PEO · poly(ethylene oxide)', /electrolyte/],
];

interface Box {
  /** px. */
  readonly width: number;
  readonly shown: number;
  readonly whole: number;
  /** What is seen of it without scrolling. */
  readonly paragraphs: readonly string[];
  readonly rows: readonly string[];
}

suite('A hover, without scrolling,', () => {
  setup(closeAll);
  suiteSetup(async function () {
    if (!seesPage) this.skip();
    await commands.executeCommand('workbench.action.closeSidebar');
    await commands.executeCommand('workbench.action.closeAuxiliaryBar');
  });

  for (const [written, first, role] of SPECIES) {
    test(`shows what ${written} is, what it does and three values`, async () => {
      const editor = await write('heights/paper.md', PAPER);
      await eventually('what is found in it', () => ours(editor.document).length > 0);
      select(editor, new RegExp(`(?<=Of )${written}(?= here)`));
      await hoverAtCaret(first);
      const box = await panel<Box>('hoverBox', first);
      await panel('screenshot', `height-${written}`);
      ok(
        box.paragraphs.some((paragraph) => role.test(paragraph)),
        `its role is not seen: ${box.paragraphs}`,
      );
      ok(box.rows.length >= 3, `${box.rows.length} values are seen: ${box.rows.join('; ')}`);
    });
  }
});

const DEFINED =
  'Fluoroethylene carbonate (FEC), ethylene carbonate (EC), lithium bis(trifluoromethanesulfonyl)imide (LiTFSI), lithium iron ' +
  'phosphate (LFP) and poly(ethylene oxide) (PEO) are defined, NMC811 is not.';

/** Each species in a line of its own, away from the upper edge of the window. */
const PAPER = `# Films\n\n${DEFINED}\n\n${'A line.\n\n'.repeat(8)}${SPECIES.map(([written]) => `Of ${written} here.\n\n`).join('')}`;

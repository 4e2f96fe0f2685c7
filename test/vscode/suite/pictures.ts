import { ColorThemeKind, commands, window, workspace } from 'vscode';
import { glance } from '../patience';
import { eventually } from './assert';
import { find } from './citing';
import { closeAll, ours, select, show } from './manuscripts';
import { panel } from './panel';
import { hoverAtCaret } from './rendered';
import { runTests } from './runner';

/** Called by VS Code in its extension host: takes pictures of the sample paper, in each theme and at two sizes of letters. */
export const run = () => runTests(async () => takePictures());

const themes = [
  { name: 'light', theme: 'Default Light Modern', kind: ColorThemeKind.Light },
  { name: 'dark', theme: 'Default Dark Modern', kind: ColorThemeKind.Dark },
  { name: 'high-contrast', theme: 'Default High Contrast', kind: ColorThemeKind.HighContrast },
  { name: 'high-contrast-light', theme: 'Default High Contrast Light', kind: ColorThemeKind.HighContrastLight },
];

/** The same window, zoomed: what is taken of it stays as large. */
const sizes = [
  { suffix: '', fontSize: 14 },
  { suffix: '-large', fontSize: 20 },
];

function takePictures(): void {
  for (const { name, theme, kind } of themes) {
    for (const { suffix, fontSize } of sizes) {
      suite(`${name}${suffix}`, () => {
        suiteSetup(async () => {
          await workspace.getConfiguration('editor').update('fontSize', fontSize, true);
          await workspace.getConfiguration('workbench').update('colorTheme', theme, true);
          await eventually('the theme', () => window.activeColorTheme.kind === kind);
        });
        setup(tidy);
        for (const [scene, prepare] of Object.entries(scenes))
          test(scene, async () => {
            await prepare();
            await panel('rest');
            await panel('screenshot', `${scene}-${name}${suffix}`);
          });
      });
    }
  }
}

const scenes: Readonly<Record<string, () => Promise<unknown>>> = {
  async hover() {
    await sampleAt(/FEC(?= were dried)/);
    await hoverAtCaret('fluoroethylene carbonate');
  },
  async cell() {
    await sampleAt(/\|\|/);
    await hoverAtCaret('negative electrode');
  },
  async fix() {
    await sampleAt(/solid electrolyte interphase \(SEI\)(?= was then)/);
    await eventually('the light bulb’s menu', async () => {
      await commands.executeCommand('editor.action.quickFix');
      const rows = async () => (await panel<string[]>('lightBulb')).length > 0;
      return eventually('rows', rows, glance).catch(() => false);
    });
  },
  async cite() {
    await sampleAt(/(?<=of the interphase)\./);
    void commands.executeCommand('interphase.insertCitation');
    await eventually('rows', async () => (await panel<string[]>('rows')).length > 0);
    await find('peled', 0, 'Peled');
  },
  async catalogue() {
    await sampleAt(/FEC/);
    await commands.executeCommand('interphase.openCatalogue', { id: 'fec' });
    await eventually('the card', async () => (await panel<string[]>('catalogue', '.card h2')).includes('FEC'));
    await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  },
  async species() {
    await sampleAt(/FEC(?=\))/);
    await commands.executeCommand('interphase.showSpecies');
    await eventually('the tree', async () => (await panel<string[]>('tree')).some((row) => row.includes('Additives')));
    // The tree remembers what the scene before opened.
    await eventually('an additive', async () => {
      if ((await panel<string[]>('tree')).some((row) => row.includes('FEC'))) return true;
      await panel('clickInTree', 'Additives');
      return false;
    });
  },
};

/** Nothing is open but what the next scene opens. */
async function tidy(): Promise<void> {
  await panel('press', 'Escape');
  await closeAll();
  await commands.executeCommand('workbench.action.closeSidebar');
  await commands.executeCommand('workbench.action.closeAuxiliaryBar');
}

/** The sample paper of the walkthrough, with the caret where the pattern matches. */
async function sampleAt(pattern: RegExp): Promise<void> {
  const editor = await show('paper.tex');
  await eventually('what is found in it', () => ours(editor.document).length > 0);
  select(editor, pattern);
}

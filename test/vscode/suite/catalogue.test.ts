import { commands, env, window, workspace } from 'vscode';
import { equal, eventually, includes, ok } from './assert';
import { closeAll, open, select } from './manuscripts';
import { panel, seesPage } from './panel';

const THEMES = [
  ['Default Light Modern', 'body.vscode-light'],
  ['Default Dark Modern', 'body.vscode-dark'],
  ['Default High Contrast', 'body.vscode-high-contrast'],
  ['Default High Contrast Light', 'body.vscode-high-contrast-light'],
] as const;

suite('Species Catalogue', () => {
  setup(closeAll);
  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    await workspace.getConfiguration('workbench').update('colorTheme', undefined, true);
  });

  test('opens from its command', async () => {
    await openCatalogue();
  });

  test('lists the species of the catalogue, and opens a card by Enter', async function () {
    if (!seesPage) this.skip();
    await openCatalogue();
    await eventually('rows', async () => (await panel<string[]>('catalogue', 'tbody tr')).length >= 350);
    await panel('clickInCatalogue', 'input[type=search]');
    await panel('type', 'ethylene carbonate');
    await eventually('that species on top', async () =>
      (await panel<string[]>('catalogue', 'tbody tr'))[0]?.includes('ethylene carbonate'),
    );
    await panel('clickInCatalogue', 'tbody th button');
    const [card] = await eventually('its card', async () => nonEmpty(await panel<string[]>('catalogue', '.card')));
    includes(card!, 'C₃H₄O₃', 'card');
    includes(card!, 'References', 'card');
  });

  for (const [theme, body] of THEMES) {
    test(`has no accessibility findings in ${theme}: table, card, comparison`, async function () {
      if (!seesPage) this.skip();
      await workspace.getConfiguration('workbench').update('colorTheme', theme, true);
      await commands.executeCommand('interphase.openCatalogue', { id: 'fec' });
      // Each row of the table is looked at, and all are alike.
      await panel('clickInCatalogue', 'input[type=search]');
      await panel('type', 'ethylene carbonate');
      await eventually('the theme', async () => (await panel<string[]>('catalogue', body)).length > 0);
      await eventually('the card', async () => (await panel<string[]>('catalogue', '.card h2')).includes('FEC'));
      const name = theme.replaceAll(' ', '-');
      await panel('screenshot', `catalogue-${name}`);
      equal((await panel<string[]>('catalogueFindings')).join('\n'), '', 'findings on a card');
      await panel('clickInCatalogue', '.tools button:has-text("Close")');
      for (const id of ['ec', 'fec']) await panel('clickInCatalogue', `[data-id="${id}"] input`);
      await panel('clickInCatalogue', 'header button:has-text("Compare (2)")');
      await eventually('columns', async () => nonEmpty(await panel<string[]>('catalogue', '.comparison thead th')));
      equal((await panel<string[]>('catalogueFindings')).join('\n'), '', 'findings on a comparison');
    });
  }

  test('is used by keyboard alone: each control shows that it has the focus', async function () {
    if (!seesPage) this.skip();
    await openCatalogue();
    await eventually('rows', async () => (await panel<string[]>('catalogue', 'tbody tr')).length > 0);
    await panel('clickInCatalogue', 'input[type=search]');
    const names: string[] = [];
    for (let i = 0; i < 12; i++) {
      await panel('press', 'Tab');
      const { name, outline } = await panel<{ name: string; outline: string }>('catalogueFocus');
      names.push(name);
      ok(/^(?!none)\S+ [1-9]/.test(outline), `${name}: ${outline}`);
    }
    for (const name of ['Class', 'Property', 'Plot', 'Copy as LaTeX', 'Copy as Markdown'])
      includes(names, name, 'controls');
  });

  test('beside a manuscript opens the card that a hover links to, and cites a source of it', async function () {
    if (!seesPage) this.skip();
    const editor = await open('paper.md');
    select(editor, /(?<=\w)\.(?=\s)/);
    await commands.executeCommand('interphase.openCatalogue', { id: 'fec' });
    await eventually('the card', async () =>
      (await panel<string[]>('catalogue', '.card h2')).some((text) => text === 'FEC'),
    );
    await panel('screenshot', 'catalogue-beside');
    await panel('clickInCatalogue', '.card ol button');
    await eventually('the citation', () => editor.document.isDirty);
  });

  test('sets chosen species side by side', async function () {
    if (!seesPage) this.skip();
    await openCatalogue();
    await eventually('rows', async () => (await panel<string[]>('catalogue', 'tbody tr')).length > 0);
    for (const id of ['ec', 'fec']) await panel('clickInCatalogue', `[data-id="${id}"] input`);
    await panel('clickInCatalogue', 'header button:has-text("Compare (2)")');
    const columns = await eventually('columns', async () =>
      nonEmpty(await panel<string[]>('catalogue', '.comparison thead th')),
    );
    await panel('screenshot', 'catalogue-comparison');
    equal(columns.map((text) => text.replace(/\W/g, '')).join(), 'EC,FEC', 'columns');
    const rows = await panel<string[]>('catalogue', '.comparison tbody tr');
    ok(
      rows.some((row) => /^boiling point\s.*°C.*\[1\]/.test(row)),
      `no row with numbered sources: ${rows}`,
    );
  });

  test('plots two properties of the species in the table; a point opens the card', async function () {
    if (!seesPage) this.skip();
    await openCatalogue();
    await eventually('rows', async () => (await panel<string[]>('catalogue', 'tbody tr')).length > 0);
    await panel('clickInCatalogue', 'input[type=search]');
    await panel('type', 'ethylene carbonate');
    await panel('clickInCatalogue', 'header button:has-text("Plot")');
    await eventually('points', async () => nonEmpty(await panel<string[]>('catalogue', '.chart a')));
    await panel('screenshot', 'catalogue-plot');
    equal((await panel<string[]>('catalogueFindings')).join('\n'), '', 'accessibility findings');
    await panel('clickInCatalogue', '.chart a');
    await eventually('a card', async () => nonEmpty(await panel<string[]>('catalogue', '.card h2')));
  });

  test('is linked to from a hover', async function () {
    if (!seesPage) this.skip();
    const editor = await open('paper.md');
    select(editor, /\bFEC\b/);
    const { links } = await eventually('a hover', async () => {
      await commands.executeCommand('editor.action.showHover');
      return panel<{ links: readonly string[] } | null>('hover', 'Open card');
    });
    ok(
      links.some((link) => link.startsWith('command:interphase.openCatalogue')),
      `no link: ${links}`,
    );
  });

  test('copies what the table shows', async function () {
    if (!seesPage) this.skip();
    await openCatalogue();
    await eventually('rows', async () => (await panel<string[]>('catalogue', 'tbody tr')).length > 0);
    await panel('clickInCatalogue', 'header button:has-text("LaTeX")');
    const text = await eventually('a table in the clipboard', async () => {
      const copied = await env.clipboard.readText();
      return copied.includes('\\toprule') ? copied : undefined;
    });
    ok(text.includes('fluoroethylene carbonate'), 'the table lacks a species');
  });
});

/** Asks again where the command came before the extension was told that the panel of the test before is closed. */
const openCatalogue = () =>
  eventually('the panel', async () => {
    await commands.executeCommand('interphase.openCatalogue');
    return tab() !== undefined;
  });

const tab = () => window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label === 'Species Catalogue');

const nonEmpty = (texts: readonly string[]) => (texts.length > 0 ? texts : undefined);

import { ColorThemeKind, commands, window, workspace } from 'vscode';
import { equal, eventually, includes, ok } from './assert';
import { closeAll, select, show } from './manuscripts';
import { panel, seesPage } from './panel';
import { hoverAtCaret, hoverMarkdown } from './rendered';

interface ExpectedCard {
  readonly what: string;
  readonly written: RegExp;
  /** How the rendered card begins, formula typeset. */
  readonly first: string;
  /** Labels of the table's rows. */
  readonly rows: readonly string[];
  readonly drawing: boolean;
}

const salt = { what: 'a salt', written: /LiPF~6~/, first: 'LiPF₆ · lithium hexafluorophosphate · 151.90 g mol⁻¹' };
const solvent = { what: 'a solvent', written: /\bEC\b/, first: 'EC · ethylene carbonate · C₃H₄O₃ · 88.06 g mol⁻¹' };
const additive = {
  what: 'an additive',
  written: /\bFEC\b/,
  first: 'FEC · fluoroethylene carbonate · C₃H₃FO₃ · 106.05 g mol⁻¹',
  rows: ['reduction potential', 'amount used'],
  drawing: true,
};
const positive = {
  what: 'a positive electrode',
  written: /\bNMC811\b/,
  first: 'NMC811 · lithium nickel manganese cobalt oxide 811 · LiNi₀.₈Co₀.₁Mn₀.₁O₂ · 97.28 g mol⁻¹',
  rows: ['theoretical capacity'],
  drawing: false,
};

const cards: readonly ExpectedCard[] = [
  { ...salt, rows: ['conductivity in solution'], drawing: true },
  { ...solvent, rows: ['relative permittivity', 'viscosity', 'donor number'], drawing: true },
  additive,
  {
    what: 'a constituent of the interphase',
    written: /\bLiF\b/,
    first: 'LiF · lithium fluoride · 25.94 g mol⁻¹',
    rows: [],
    drawing: false,
  },
  positive,
  {
    what: 'a negative electrode',
    written: /\bgraphite\b/,
    first: 'graphite · Gr · C · 12.01 g mol⁻¹',
    rows: ['theoretical capacity', 'average voltage'],
    drawing: false,
  },
  {
    what: 'a solid electrolyte',
    written: /\bLLZO\b/,
    first: 'LLZO · lithium lanthanum zirconium oxide · Li₇La₃Zr₂O₁₂ · 839.73 g mol⁻¹',
    rows: ['ionic conductivity', 'reduction potential'],
    drawing: false,
  },
  {
    what: 'a polymer',
    written: /\bPEO\b/,
    first: 'PEO · poly(ethylene oxide) · (C₂H₄O)ₙ',
    rows: ['ionic conductivity', 'glass transition'],
    drawing: false,
  },
  {
    what: 'a gas',
    written: /CO~2~/,
    first: 'CO₂ · carbon dioxide · 44.01 g mol⁻¹',
    rows: ['density', 'enthalpy of formation'],
    drawing: true,
  },
  {
    what: 'a current collector',
    written: /\bCu\b/,
    first: 'Cu · copper · copper foil · 63.55 g mol⁻¹',
    rows: ['density', 'melting point'],
    drawing: false,
  },
];

suite('The card', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  for (const { what, written, first, rows, drawing } of cards) {
    test(`of ${what} (${first}) is rendered whole`, async () => {
      const editor = await show('cards.md');
      select(editor, written);
      const hover = await hoverAtCaret(first);
      for (const label of rows)
        ok(hover.html.includes(`<td>${label.replaceAll(' ', '&nbsp;')}</td>`), `no row “${label}”: ${hover.text}`);
      ok(/\[1\] \p{Lu}/u.test(hover.text), `no numbered source: ${hover.text}`);
      equal(hover.images.length, drawing ? 1 : 0, 'drawings');
      for (const { source, width } of hover.images) ok(width > 0, `a drawing did not load: ${source}`);
      checkMarkup(hover, await hoverMarkdown(editor));
    });
  }

  test('of an abbreviation says what it is short for, and where this manuscript says so', async () => {
    const editor = await show('cards.md');
    select(editor, /\bSEI\b(?= lasts)/);
    const hover = await hoverAtCaret('SEI – solid electrolyte interphase');
    includes(hover.text, 'In this paper: defined in line 16 as “solid electrolyte interphase”, used once.');
    checkMarkup(hover, await hoverMarkdown(editor));
  });
});

suite('The theme', () => {
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });
  setup(closeAll);
  suiteTeardown(() => setTheme(undefined));

  const themes = [
    { name: 'light', theme: 'Default Light Modern', kind: ColorThemeKind.Light },
    { name: 'dark', theme: 'Default Dark Modern', kind: ColorThemeKind.Dark },
    { name: 'high-contrast', theme: 'Default High Contrast', kind: ColorThemeKind.HighContrast },
    { name: 'high-contrast-light', theme: 'Default High Contrast Light', kind: ColorThemeKind.HighContrastLight },
  ];

  for (const { name, theme, kind } of themes) {
    test(`${name} leaves cards legible`, async () => {
      await setTheme(theme);
      await eventually('the theme', () => window.activeColorTheme.kind === kind);
      const editor = await show('cards.md');
      for (const { written, first } of [additive, positive]) {
        select(editor, written);
        // The page may still be drawing the theme: another of the same kind was there before.
        await eventually(`${first}: a contrast of 4.5`, async () => (await hoverAtCaret(first)).contrast >= 4.5);
        await panel('screenshot', `card-${first.split(' ')[0]}-${name}`);
        await commands.executeCommand('editor.action.hideHover');
      }
    });
  }
});

/** Every link of the Markdown is a link, nothing else of it shows, and it is not too long. */
function checkMarkup({ text, links }: { text: string; links: readonly string[] }, markdown: string): void {
  ok(!/\\|\*\*|\]\(|\||&#?\w+;|undefined|NaN/.test(text.replace(/\w\|\|\w/g, '')), `markup in the text: ${text}`);
  const written = [...markdown.matchAll(/(?<![\\!])\[[^\]]*\]\(([^)]*)\)/g)].map(([, target]) => target);
  equal(links.length, written.length, 'links');
  for (const link of links) ok(isWhole(link), `broken link: ${link}`);
  const size = new TextEncoder().encode(markdown).length;
  ok(size > 0 && size < 20_000, `${size} bytes of Markdown`);
}

function isWhole(link: string): boolean {
  const command = /^command:interphase\.(?:citeSource|openCatalogue)\?(.*)$/.exec(link);
  if (command) return Array.isArray(JSON.parse(decodeURIComponent(command[1]!)));
  const { protocol, hash } = new URL(link);
  return protocol === 'https:' || /^#L\d+$/.test(hash);
}

const setTheme = (theme: string | undefined) =>
  workspace.getConfiguration('workbench').update('colorTheme', theme, true);

import type { HoverSettings } from '../features/hover/hover';
import type { PlainFiles } from '../features/looksLikePaper';
import { type Levels, RULES } from '../rules';
import type { CiteCommand } from '../text/citing/citing';

/** The section `interphase` of the editor's settings, as package.json describes it. */
export interface Settings {
  readonly diagnostics: { readonly enable: boolean; readonly levels: Levels };
  readonly hover: HoverSettings;
  readonly bibliography: { readonly files: readonly string[] };
  /** The writer's own works, anywhere on disk. */
  readonly library: { readonly files: readonly string[] };
  /** Works are also looked up in Zotero, on the same machine. */
  readonly zotero: { readonly enable: boolean };
  readonly citation: { readonly command: CiteCommand };
  readonly completion: {
    /** Short forms and long forms that the manuscript defines. */
    readonly abbreviations: boolean;
    /** Citation keys; off because most editors have another tool for them. */
    readonly citations: boolean;
    /** Names and formulas of the catalogue. */
    readonly species: boolean;
  };
  /** How often an abbreviation is used, above its definition. */
  readonly codeLens: { readonly definitions: boolean };
  /** The long form after the first use of a short form in a chapter. */
  readonly inlayHints: { readonly expansions: boolean };
  /** Colours for formulas, abbreviations, cells and quantities. */
  readonly semanticTokens: { readonly enable: boolean };
  readonly plainFiles: PlainFiles;
}

export const DEFAULTS: Settings = {
  diagnostics: { enable: true, levels: {} },
  hover: {
    species: true,
    formula: true,
    abbreviation: true,
    cell: true,
    citation: true,
    quantity: true,
    drawing: true,
    references: true,
  },
  bibliography: { files: [] },
  library: { files: [] },
  zotero: { enable: false },
  citation: { command: 'auto' },
  completion: { abbreviations: true, citations: false, species: true },
  codeLens: { definitions: false },
  inlayHints: { expansions: false },
  semanticTokens: { enable: false },
  plainFiles: 'auto',
};

/** Takes what an editor sends; what is missing or of another type keeps its default. Names every setting it does not know. */
export function readSettings(sent: unknown): { settings: Settings; unknown: readonly string[] } {
  const unknown: string[] = [];
  const settings = merge(DEFAULTS, sent, '', unknown) as Settings;
  for (const code of Object.keys(settings.diagnostics.levels)) {
    if (!RULES.some((rule) => rule.code === code)) unknown.push(`diagnostics.levels: ${code}`);
  }
  return { settings, unknown };
}

/** Parts of the section that other code reads. */
const ELSEWHERE = ['trace'];

function merge(defaults: unknown, sent: unknown, path: string, unknown: string[]): unknown {
  if (!isRecord(defaults) || Object.keys(defaults).length === 0) return sameType(defaults, sent) ? sent : defaults;
  if (!isRecord(sent)) return defaults;
  for (const key of Object.keys(sent)) {
    if (!(key in defaults) && !ELSEWHERE.includes(key)) unknown.push(path + key);
  }
  return Object.fromEntries(
    Object.entries(defaults).map(([key, value]) => [key, merge(value, sent[key], `${path}${key}.`, unknown)]),
  );
}

const sameType = (a: unknown, b: unknown): boolean =>
  typeof a === typeof b && Array.isArray(a) === Array.isArray(b) && b !== null;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

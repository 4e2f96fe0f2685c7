import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../server/rules';
import { JOURNAL_PROFILES } from '../../server/rules/abbreviation/journalProfiles';
import type { BibliographyRule, Rule } from '../../server/rules/rule';
import { FORMATS } from '../../server/text';
import type { Format } from '../../server/text/format';
import { withPart } from '../generatedPart';

export interface GeneratedFile {
  /** Relative to the root of the project. */
  readonly path: string;
  readonly text: string;
}

type AnyRule = Rule | BibliographyRule;
const rules: readonly AnyRule[] = RULES;
const codes = rules.map(({ code }) => code);

/** The files that name rules or formats, as they must be. Throws where a page or a mark in a file is missing. */
export function generated(root: string): GeneratedFile[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  const json = (path: string, change: (settings: Json) => void): GeneratedFile => {
    const value = JSON.parse(read(path)) as Json;
    change(value);
    return { path, text: formatted(root, path, JSON.stringify(value)) };
  };
  const marked = (path: string, text: string): GeneratedFile => ({
    path,
    text: withPart(path, read(path), 'rules', text),
  });
  return [
    json('data/schema/project.schema.json', (schema) => {
      at(schema, 'properties', 'rules').propertyNames = { enum: codes };
      at(schema, 'properties', 'journal').enum = Object.keys(JOURNAL_PROFILES);
    }),
    json('package.json', (manifest) => {
      manifest.activationEvents = [...editorLanguages, 'bibtex'].map((language) => `onLanguage:${language}`);
      withLanguages(at(manifest, 'contributes'));
      at(levelSettings(manifest)).properties = Object.fromEntries(codes.map((code, i) => [code, levelOf(rules[i]!)]));
    }),
    json('package.nls.json', (texts) => {
      for (const key of Object.keys(texts).filter(isOfRule)) delete texts[key];
      for (const rule of rules) texts[keyOf(rule)] = `${rule.title} (${rule.defaultLevel})`;
    }),
    marked('README.md', groups().join('\n')),
    marked('docs/rules/README.md', ['| code | what is wrong | level |', '|---|---|---|', ...rules.map(row)].join('\n')),
    ...rules.map((rule) => marked(`docs/rules/${pageOf(rule.code)}`, examples(rule))),
  ];
}

const editorLanguages = Object.values(FORMATS).flatMap(({ startedBy }: Format) => startedBy);

/** The languages of manuscripts in what the manifest says of them: when a command is there, and defaults of the editor. */
function withLanguages(contributes: Json): void {
  const menus = Object.values(at(contributes, 'menus') as { [key: string]: Json[] }).flat();
  for (const item of [...menus, ...(contributes.keybindings as Json[])])
    if (typeof item.when === 'string') item.when = item.when.replace(LANGUAGES, (_, listed) => pattern(listed));
  const defaults = at(contributes, 'configurationDefaults');
  const known = Object.keys(defaults).filter((key) => key.startsWith('['));
  const shared = defaults[known[0]!];
  for (const key of known) delete defaults[key];
  for (const language of editorLanguages) defaults[`[${language}]`] = shared;
}

/** `editorLangId =~ /^(latex|markdown)$/` */
const LANGUAGES = /(?<=editorLangId =~ \/\^\()([a-z|-]+)(?=\)\$\/)/g;

/** A place that leaves out plain text, of which few texts are manuscripts, goes on so. */
const pattern = (listed: string): string =>
  editorLanguages.filter((language) => language !== 'plaintext' || listed.includes('plaintext')).join('|');

const formatted = (root: string, path: string, json: string): string =>
  execFileSync(join(root, 'node_modules/.bin/biome'), ['format', `--stdin-file-path=${path}`], {
    cwd: root,
    input: json,
    encoding: 'utf8',
  });

/** One list item for each group of rules, with links to their pages. */
function groups(): string[] {
  const names = [...new Set(codes.map((code) => code.split('/')[0]!))];
  return names.map((group) => {
    const links = codes
      .filter((code) => code.startsWith(`${group}/`))
      .map((code) => `[${code.slice(group.length + 1)}](docs/rules/${pageOf(code)})`);
    return `- ${group}: ${links.join(', ')}`;
  });
}

export const pageOf = (code: string): string => `${code.replace('/', '-')}.md`;

const row = ({ code, title, defaultLevel }: AnyRule): string =>
  `| [${code}](${pageOf(code)}) | ${title} | ${defaultLevel} |`;

const LEVELS = ['off', 'hint', 'information', 'warning', 'error'];

const levelOf = (rule: AnyRule) => ({ enum: LEVELS, description: `%${keyOf(rule)}%` });

/** Of what a rule is called in the settings: the name of a text in package.nls.json, and in its translations. */
const keyOf = ({ code }: AnyRule): string => `rule.${code}`;
const isOfRule = (key: string): boolean => key.startsWith('rule.');

function examples(rule: AnyRule): string {
  const { bad, good } = rule.examples;
  const fenced = (text: string): string =>
    `\`\`\`${'check' in rule ? 'markdown' : 'bibtex'}\n${text.trimEnd()}\n\`\`\``;
  const found = bad.flatMap(({ text, fixed, journal }) => [
    ...(journal === undefined ? [] : [`with \`journal: ${journal}\` in \`.interphase.yaml\`:`]),
    fenced(text),
    ...(fixed === undefined ? [] : ['fixed:', fenced(fixed)]),
  ]);
  return ['Found, between « and »:', ...found, 'Not found:', ...good.map(fenced)].join('\n\n');
}

type Json = { [key: string]: unknown };

const at = (value: Json, ...path: readonly string[]): Json => path.reduce((inner, key) => inner[key] as Json, value);

/** The setting `interphase.diagnostics.levels`, in whichever page of settings it is. */
function levelSettings(manifest: Json): Json {
  const pages = at(manifest, 'contributes').configuration as Json[] | Json;
  const page = [pages].flat().find(({ properties }) => LEVELS_SETTING in (properties as Json));
  if (!page) throw new Error(`package.json: the setting ${LEVELS_SETTING} is missing.`);
  return at(page, 'properties', LEVELS_SETTING);
}

const LEVELS_SETTING = 'interphase.diagnostics.levels';

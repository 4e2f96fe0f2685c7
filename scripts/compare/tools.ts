import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../server/base/span';

/** One thing that a tool says of a page. */
export interface Said {
  readonly span: Span;
  /** It marks a word that it does not know, and says no more. */
  readonly isUnknownWord: boolean;
}

export interface Tool {
  readonly title: string;
  /** The page that it reads. */
  readonly page: 'page.md' | 'page.tex';
  run(path: string, text: string): readonly Said[];
}

const root = join(__dirname, '../..');
const cache = join(root, '.cache/compare');

/** What is fetched from npm, by the versions that were compared. */
const PACKAGES = ['harper.js@2.10.0', 'cspell@9.8.0'];

export const TOOLS: readonly Tool[] = [
  { title: 'Interphase, Markdown', page: 'page.md', run: interphase },
  { title: 'Interphase, LaTeX', page: 'page.tex', run: interphase },
  { title: 'Harper 2.10, Markdown', page: 'page.md', run: harper },
  { title: 'CSpell 9.8, Markdown', page: 'page.md', run: cspell },
  { title: 'CSpell 9.8, LaTeX', page: 'page.tex', run: cspell },
  { title: 'ChkTeX 1.7.8, LaTeX', page: 'page.tex', run: chktex },
];

const output = (command: string, args: readonly string[]): string =>
  spawnSync(command, args, { cwd: cache, encoding: 'utf8', maxBuffer: 1e8 }).stdout;

function interphase(path: string): Said[] {
  const printed = output(process.execPath, [join(root, 'dist/cli.cjs'), 'check', '--format', 'json', path]);
  const files = JSON.parse(printed) as { path: string; diagnostics: Span[] }[];
  const own = files.find((file) => path.endsWith(file.path) || file.path.endsWith(path));
  return (own?.diagnostics ?? []).map(({ start, end }) => ({ span: { start, end }, isUnknownWord: false }));
}

const HARPER = `
import { readFileSync } from 'node:fs';
import { Dialect, LocalLinter } from 'harper.js';
import { binary } from 'harper.js/binary';
const linter = new LocalLinter({ binary, dialect: Dialect.American });
const lints = await linter.lint(readFileSync(process.argv[2], 'utf8'), { language: 'markdown' });
console.log(JSON.stringify(lints.map((lint) => ({ start: lint.span().start, end: lint.span().end, kind: lint.lint_kind() }))));
`;

function harper(path: string): Said[] {
  install();
  writeFileSync(join(cache, 'harper.mjs'), HARPER);
  const lints = JSON.parse(output(process.execPath, ['harper.mjs', path])) as (Span & { kind: string })[];
  return lints.map(({ start, end, kind }) => ({
    span: { start, end },
    isUnknownWord: /^(?:Spelling|Typo|Capitalization)$/.test(kind),
  }));
}

function cspell(path: string, text: string): Said[] {
  install();
  const printed = output('npx', ['cspell', '--no-progress', '--no-summary', path]);
  return [...printed.matchAll(/:(\d+):(\d+) - Unknown word \(([^)]+)\)/g)].map(([, line, column, word]) => ({
    span: spanAt(text, Number(line), Number(column), word!.length),
    isUnknownWord: true,
  }));
}

function chktex(path: string, text: string): Said[] {
  const printed = output('chktex', ['-q', '-f', '%l:%c:%d\n', path]);
  return [...printed.matchAll(/^(\d+):(\d+):(\d+)$/gm)].map(([, line, column, length]) => ({
    span: spanAt(text, Number(line), Number(column), Number(length)),
    isUnknownWord: false,
  }));
}

/** `line` and `column` count from one. */
function spanAt(text: string, line: number, column: number, length: number): Span {
  const start =
    text
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    (line > 1 ? 1 : 0) +
    column -
    1;
  return { start, end: start + length };
}

function install(): void {
  if (existsSync(join(cache, 'node_modules'))) return;
  mkdirSync(cache, { recursive: true });
  writeFileSync(join(cache, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...PACKAGES], { cwd: cache, stdio: 'inherit' });
}

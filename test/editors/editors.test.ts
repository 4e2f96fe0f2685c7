import { equal, match, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProgram } from '../support/cli';
import { type TempFolder, tempFolder } from '../support/temp';

const ROOT = join(__dirname, '../..');
const BIBLIOGRAPHY = readFileSync(join(ROOT, 'examples/references.bib'), 'utf8');

/** What a script that drives an editor saw. */
interface Seen {
  readonly failure?: string;
  /** Codes, or messages where the editor keeps no codes. */
  readonly diagnostics: readonly string[];
  readonly hover: string;
  readonly fixed: string;
  readonly renamed: string;
  readonly completed: readonly string[];
  readonly cite: string;
  readonly cited: string;
  readonly entries: string;
  readonly listed: string;
}

interface Editor {
  readonly name: string;
  /** Prints its version, and fails where the editor or its client for language servers is missing. */
  readonly version: readonly [string, ...string[]];
  /** The heading in docs/other-editors.md below which its configuration is, for this version. */
  heading(version: string): string;
  readonly configuration: string;
  readonly arguments: readonly string[];
}

const EDITORS: readonly Editor[] = [
  {
    name: 'Neovim',
    version: ['nvim', '--version'],
    heading: (version) =>
      /^NVIM v0\.(?:\d|10)\./.test(version) ? '### Neovim 0.7 to 0.10' : '### Neovim 0.11 and newer',
    configuration: 'init.lua',
    arguments: ['--headless', '--clean', '-u', 'init.lua', '-c', `luafile ${join(__dirname, 'neovim.lua')}`],
  },
  {
    name: 'Emacs',
    version: ['emacs', '--batch', '--eval', "(progn (package-initialize) (require 'eglot))", '--version'],
    heading: () => '## Emacs',
    configuration: 'init.el',
    arguments: [
      '--batch',
      '--eval',
      "(progn (package-initialize) (require 'eglot))",
      '-l',
      'init.el',
      '-l',
      join(__dirname, 'eglot.el'),
    ],
  },
];

for (const editor of EDITORS) {
  suite(`in ${editor.name}, as the page about other editors configures it`, () => {
    let folder: TempFolder;
    let seen: Seen;

    suiteSetup(async function () {
      const [program, ...args] = editor.version;
      const version = spawnSync(program, args, { encoding: 'utf8' });
      if (version.status !== 0) return this.skip();
      folder = await tempFolder(
        {
          [editor.configuration]: configurationOf(editor.heading(version.stdout)),
          'paper.tex': readFileSync(join(ROOT, 'examples/paper.tex'), 'utf8'),
          'references.bib': BIBLIOGRAPHY,
          // The server as it is called once it is installed.
          'bin/interphase-language-server': `#!/bin/sh\nexec '${process.execPath}' '${join(ROOT, 'dist/server/node.cjs')}' "$@"\n`,
        },
        // Editors escape the names of folders in ways of their own.
        { name: 'odd', folder: 'my (paper) + co', spell: (path) => path },
      );
      const bin = join(folder.path, 'bin');
      spawnSync('chmod', ['+x', join(bin, 'interphase-language-server')]);
      const { out, err } = await runProgram(program, editor.arguments, {
        cwd: folder.path,
        env: {
          ...process.env,
          HOME: folder.path,
          XDG_CONFIG_HOME: folder.path,
          PATH: `${bin}${delimiter}${process.env.PATH}`,
        },
      });
      const from = out.indexOf('{"');
      ok(from >= 0, `${out}\n${err}`);
      seen = JSON.parse(out.slice(from));
      equal(seen.failure, undefined, err);
    });
    suiteTeardown(() => folder?.remove());

    test('findings are shown', () => {
      for (const rule of ['undefined', 'used-before-definition', 'conflicting-expansions', 'defined-again'])
        ok(
          seen.diagnostics.some((shown) => shown.includes(`abbreviation/${rule}`)),
          rule,
        );
    });

    test('a species says what it is', () => match(seen.hover, /fluoroethylene carbonate/i));

    test('a fix is made', () => {
      match(seen.fixed, /often dissolved in 1,3-dioxolane \(DOL\)/);
    });

    test('a short form is renamed everywhere', () => {
      equal(
        seen.renamed,
        seen.fixed.replace(/^(?!%).*$/gm, (line) => line.replace(/\bSEI\b/g, 'SEIX')),
      );
    });

    test('a short form that is defined is offered', () => ok(seen.completed.includes('LiBOB'), `${seen.completed}`));

    test('a work is cited by a code action, and its entry comes along', () => {
      match(seen.cite, /^Cite .+ for .+ here$/);
      const [, key] = /\\ce\{LiF\}~?\\cite\{([^}]+)\}/.exec(seen.cited) ?? [];
      ok(key, seen.cited);
      ok(!BIBLIOGRAPHY.includes(`{${key},`), 'is in the bibliography already');
      ok(seen.entries.includes(`{${key},`), seen.entries);
      equal(seen.cited.replace(/(\\ce\{LiF\})~?\\cite\{[^}]+\}/, '$1'), seen.renamed);
    });

    test('the list of abbreviations is written', () => {
      match(
        seen.listed,
        /\\section\*\{Abbreviations\}\n\\begin\{description\}\n[^\0]*\\item\[FEC\] fluoroethylene carbonate\n/,
      );
    });
  });
}

/** The first block of code below a heading. */
function configurationOf(heading: string): string {
  const page = readFileSync(join(ROOT, 'docs/other-editors.md'), 'utf8');
  const below = page.slice(page.indexOf(`\n${heading}\n`) + heading.length + 1);
  const [, block] = /```\w+\n(.*?)```/s.exec(below) ?? [];
  if (!page.includes(`\n${heading}\n`) || block === undefined)
    throw new Error(`docs/other-editors.md has no ${heading}`);
  return block;
}

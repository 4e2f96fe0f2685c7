import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { runProgram } from '../support/cli';
import { TestClient } from '../support/client';
import { type TempFolder, tempFolder } from '../support/temp';

const ROOT = join(__dirname, '../..');
const OLD = 'The SEI grows.\n\nA solid electrolyte interphase (SEI) is thin. The SEI ages.\n';

/** On Windows npm is a script, which `spawn` does not start. */
const skipOnWindows = process.platform === 'win32';

suite('package for npm', () => {
  let folder: TempFolder;
  let packed: { filename: string; files: { path: string }[] };

  suiteSetup(async function () {
    if (skipOnWindows) this.skip();
    folder = await tempFolder({ 'empty/package.json': '{}', 'empty/paper.md': OLD });
    // What is packed is what was built: the build before the tests, not another one.
    const { out, err } = await npm(ROOT, 'pack', '--json', '--ignore-scripts', '--pack-destination', folder.path);
    const [first] = JSON.parse(out || '[]');
    ok(first, err);
    packed = first;
    await npm(join(folder.path, 'empty'), 'install', '--offline', '--no-audit', join(folder.path, packed.filename));
  });
  suiteTeardown(() => folder?.remove());

  const npm = (cwd: string, ...args: string[]) => runProgram('npm', args, { cwd });
  const installed = (name: string) => join(folder.path, 'empty/node_modules/.bin', name);
  const run = (...args: string[]) => runProgram(installed('interphase'), args, { cwd: join(folder.path, 'empty') });

  test('holds two programs, what they share, licences and pages, and no source', () => {
    const paths = packed.files.map(({ path }) => path).filter((path) => !/^docs\/(?:rules\/)?[\w-]+\.md$/.test(path));
    deepEqual(paths.sort(), [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/THIRD-PARTY-NOTICES.txt',
      'dist/catalogue.json',
      'dist/cli.cjs',
      'dist/server/core.js',
      'dist/server/node.cjs',
      'package.json',
    ]);
  });

  test('names every library that is part of it, with its licence', async () => {
    const notices = await readFile(
      join(folder.path, 'empty/node_modules/interphase/dist/THIRD-PARTY-NOTICES.txt'),
      'utf8',
    );
    const { devDependencies } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    for (const name of ['diff', 'tinyglobby', 'vscode-languageclient', 'vscode-languageserver', 'vscode-uri', 'yaml'])
      match(notices, new RegExp(`^${name} ${devDependencies[name].replaceAll('.', '\\.')} \\(`, 'm'));
    for (const name of [
      'semver',
      'minimatch',
      'brace-expansion',
      'balanced-match',
      'vscode-jsonrpc',
      'picomatch',
      'fdir',
    ])
      match(notices, new RegExp(`^${name} [\\d.]+ \\(`, 'm'));
    const parts = notices.split(`\n${'-'.repeat(80)}\n`);
    for (const part of parts)
      match(part, /Permission to use|Permission is hereby granted|Redistribution and use|Blue Oak|CC BY 4\.0/);
  });

  test('installs without a registry and brings nothing else', async () => {
    const names = await readdir(join(folder.path, 'empty/node_modules'));
    deepEqual(
      names.filter((name) => !name.startsWith('.')),
      ['interphase'],
    );
  });

  test('checks and scans', async () => {
    const { version } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
    equal((await run('--version')).out, `${version}\n`);
    const checked = await run('check', 'paper.md');
    equal(checked.code, 1);
    match(checked.out, /^paper\.md:1:5: warning: /);
    equal(JSON.parse((await run('scan', 'paper.md')).out).abbreviations[0].short, 'SEI');
  });

  test('answers an editor', async () => {
    const client = await TestClient.start({
      server: installed('interphase-language-server'),
      capabilities: { textDocument: { diagnostic: {} } },
    });
    const uri = 'file:///p/paper.tex';
    await client.open(uri, 'latex', OLD);
    deepEqual(
      (await client.diagnostics(uri)).map(({ code }) => code),
      ['abbreviation/used-before-definition'],
    );
    equal(await client.stop(), 0);
  });

  test('runs as the hook of pre-commit does', async () => {
    const [hook] = parse(await readFile(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8'));
    const path = `${join(folder.path, 'empty/node_modules/.bin')}${delimiter}${process.env.PATH}`;
    const [program, ...args] = hook.entry.split(' ');
    const { code, out } = await runProgram(program, [...args, '--rule', 'abbreviation/undefined=off', 'paper.md'], {
      cwd: join(folder.path, 'empty'),
      env: { ...process.env, PATH: path },
    });
    equal(code, 1);
    match(out, /^paper\.md:1:5: warning: /);
    const wanted = new RegExp(hook.files);
    for (const name of ['a.tex', 'b/c.md', 'd.qmd', 'e.typ']) match(name, wanted);
    for (const name of ['refs.bib', 'a.tex.bak', 'package.json']) ok(!wanted.test(name));
  });
});

suite('GitHub action', () => {
  let folder: TempFolder;
  setup(async function () {
    if (!existsSync('/bin/bash')) this.skip();
    folder = await tempFolder({ 'paper.md': OLD, 'two words/paper.md': OLD });
  });
  teardown(() => folder?.remove());

  /** Runs the steps of action.yml as the runner does: the environment filled in, each script by bash, up to the first that fails. */
  async function act(inputs: Readonly<Record<string, string>>) {
    const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8'));
    let out = '';
    for (const { run, env } of action.runs.steps as { run: string; env: Record<string, string> }[]) {
      const expressions: Record<string, string> = { 'github.action_path': ROOT };
      for (const [name, { default: value }] of Object.entries<{ default: string }>(action.inputs))
        expressions[`inputs.${name}`] = inputs[name] ?? value;
      const filled = Object.entries(env).map(([name, value]) => {
        return [name, value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression) => expressions[expression]!)];
      });
      const step = await runProgram('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
        cwd: folder.path,
        env: { ...process.env, ...Object.fromEntries(filled) },
      });
      out += step.out;
      if (step.code !== 0) return { code: step.code, out };
    }
    return { code: 0, out };
  }

  test('annotates the lines and fails where there is a warning', async () => {
    const { code, out } = await act({});
    equal(code, 1);
    match(out, /^::warning file=paper\.md,line=1,col=5,.*\n::warning file=two words\/paper\.md,line=1/);
  });

  test('takes paths with spaces in quotes, and options', async () => {
    match((await act({ path: "'two words/paper.md'" })).out, /^::warning file=two words\/paper\.md,[^\n]*\n$/);
    const off = await act({ path: 'paper.md', arguments: '--rule abbreviation/used-before-definition=off' });
    deepEqual(off, { code: 0, out: '' });
  });

  test('runs nothing that an input holds', async () => {
    await act({ path: '"; touch caught; $(touch caught) `touch caught`', arguments: '--rule $(touch caught)' });
    ok(!existsSync(join(folder.path, 'caught')));
  });
});

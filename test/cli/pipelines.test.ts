import { deepEqual, doesNotMatch, equal, match, notEqual, ok } from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RULES } from '../../server/rules';
import { readProjectFile } from '../../server/workspace/projectFile';
import { CLI, interphase, runProgram } from '../support/cli';
import { type TempFolder, tempFolder } from '../support/temp';

const OLD = 'The SEI grows.\n\nA solid electrolyte interphase (SEI) is thin. The SEI ages.\n';

suite('command line in pipelines', () => {
  let folder: TempFolder;
  setup(async () => {
    folder = await tempFolder({ 'paper.md': OLD });
  });
  teardown(() => folder.remove());
  const run = (...args: string[]) => interphase(args, { cwd: folder.path });
  const write = (name: string, text: string) => writeFile(join(folder.path, name), text);
  const read = (name: string) => readFile(join(folder.path, name), 'utf8');

  suite('baseline', () => {
    const checked = async (...more: string[]) => {
      const { code, out } = await run('check', '.', '--baseline', 'known.json', ...more);
      return { code, lines: out.split('\n').filter((line) => line !== '') };
    };
    setup(() => run('check', '.', '--baseline', 'known.json', '--write-baseline'));

    test('what was found when it was written is not reported', async () => {
      deepEqual(await checked(), { code: 0, lines: [] });
      equal((await run('check', '.')).code, 1);
    });

    test('findings are known again where the lines, the line breaks or the words around them change', async () => {
      for (const text of [
        `# Growth\n\nBattery cells age.\n\n${OLD}`,
        OLD.replace('The SEI grows', 'The\nSEI grows'),
        OLD.replace('The SEI grows', 'On lithium the SEI slowly grows'),
      ]) {
        await write('paper.md', text);
        deepEqual(await checked(), { code: 0, lines: [] });
      }
    });

    test('findings are known again in a file that has a new name', async () => {
      await rename(join(folder.path, 'paper.md'), join(folder.path, 'article.md'));
      deepEqual(await checked(), { code: 0, lines: [] });
    });

    test('a new finding is reported, and of two alike the one that was not there', async () => {
      const again = 'The solid electrolyte interphase (SEI) ages.\n';
      await write('paper.md', `${OLD}\n${again}`);
      await run('check', '.', '--baseline', 'known.json', '--write-baseline');
      await write('paper.md', `${OLD}\nFirst a solid electrolyte interphase (SEI) forms.\n\n${again}`);
      const { code, lines } = await checked();
      equal(code, 1);
      match(lines.join('\n'), /^paper\.md:5:\d+: warning: [^\n]* \[abbreviation\/defined-again\]$/);
    });

    test('it is written in one order, a finding a line, and neither reported nor fixed afterwards', async () => {
      const before = await read('known.json');
      await run('check', '.', '--baseline', 'known.json', '--write-baseline');
      equal(await read('known.json'), before);
      match(before, /^ {4}\{"path":"paper\.md","code":"abbreviation\/used-before-definition","text":"SEI",/m);
      await checked('--fix');
      equal(await read('paper.md'), OLD);
    });

    test('one that is not there, is broken or has nowhere to go is bad usage', async () => {
      for (const content of [
        '',
        '[]',
        'null',
        '{"version":1,"findings":[{"path":1}]}',
        '{"version":2,"findings":[]}',
      ]) {
        await write('broken.json', content);
        const { code, err } = await run('check', '.', '--baseline', 'broken.json');
        equal(code, 2);
        match(err, /broken\.json” (?:cannot be read|is not a baseline)/);
      }
      match((await run('check', '.', '--baseline', 'none.json')).err, /was not found; --write-baseline writes it/);
      equal((await run('check', '.', '--write-baseline')).code, 2);
      equal((await run('check', '.', '--baseline', 'no/where.json', '--write-baseline')).code, 2);
    });
  });

  suite('init', () => {
    test('writes a project file that changes nothing, and with its comments taken away is right, too', async () => {
      const { code, out } = await run('init');
      deepEqual([code, out], [0, 'Wrote .interphase.yaml.\n']);
      const text = await read('.interphase.yaml');
      const problemsOf = (yaml: string) => readProjectFile('file:///p/.interphase.yaml', yaml).problems;
      deepEqual(problemsOf(text), []);
      const settings = text
        .split('\n')
        .slice(2)
        .map((line) => line.replace(/^# /, ''));
      deepEqual(problemsOf(settings.join('\n')), []);
      const { file } = readProjectFile('file:///p/.interphase.yaml', settings.join('\n'));
      deepEqual(file.rules, Object.fromEntries(RULES.map(({ code, defaultLevel }) => [code, defaultLevel])));
      equal((await run('check', 'paper.md')).code, 1);
    });

    test('leaves a file alone that is there', async () => {
      await write('.interphase.yaml', 'accepted: [SEI]\n');
      const { code, err } = await run('init');
      equal(code, 2);
      match(err, /is there already/);
      equal(await read('.interphase.yaml'), 'accepted: [SEI]\n');
      equal((await run('init', 'no/where')).code, 2);
    });
  });

  suite('completion', () => {
    /** How to ask a shell what it offers at the end of a line; files are those of the folder. */
    const ASK: Readonly<Record<'bash' | 'zsh' | 'fish', (words: string, at: number) => string>> = {
      bash: (words, at) =>
        `COMP_WORDS=(${words}); COMP_CWORD=${at}; _interphase 2>/dev/null; printf '%s\\n' "\${COMPREPLY[@]}"`,
      // Within a completion zsh has commands that add to its list: here they print what begins as the last word does.
      zsh: (words, at) => `
        compadd() { while [[ $1 != -- ]]; do shift; done; [[ $2 != $words[CURRENT]* ]] || print -r -- $2; }
        _files() { print -rl -- $words[CURRENT]*(N); }
        words=(${words}); CURRENT=${at + 1}; _interphase`,
      fish: (words) => `complete -C ${JSON.stringify(words.replaceAll("'", ''))} | string replace -r '\\t.*' ''`,
    };

    for (const shell of ['bash', 'zsh', 'fish'] as const) {
      test(`${shell} offers commands, options, values and files`, async function () {
        const { out: script } = await run('completion', shell);
        const offered = async (line: readonly string[]): Promise<string[]> => {
          const ask = ASK[shell](['interphase', ...line].map((word) => `'${word}'`).join(' '), line.length);
          const define = shell === 'zsh' ? 'compdef() { : }' : '';
          const { out } = await runProgram(shell, ['-c', `${define}\n${script}\n${ask}`], { cwd: folder.path });
          return out.split('\n').filter((word) => word !== '');
        };
        if (!(await runProgram(shell, ['-c', ':']).catch(() => undefined))) this.skip();
        deepEqual(await offered(['sc']), ['scan']);
        ok((await offered(['check', '--'])).includes('--baseline'));
        deepEqual(await offered(['check', '--format', 's']), ['sarif']);
        deepEqual(await offered(['check', '--rule', 'quantity/sp']), ['quantity/spacing=', 'quantity/spelling=']);
        deepEqual(await offered(['check', 'pa']), ['paper.md']);
        deepEqual(await offered(['check', '--config', 'pa']), ['paper.md']);
        deepEqual(await offered(['species', 'pa']), []);
        deepEqual(await offered(['completion', 'f']), ['fish']);
      });
    }

    for (const shell of ['bash', 'zsh', 'fish']) {
      test(`for ${shell} is a script that it can read`, async function () {
        const { code, out } = await run('completion', shell);
        equal(code, 0);
        for (const command of ['check', 'scan', 'cite', 'init', 'completion'])
          match(out, new RegExp(`\\b${command}\\b`));
        await write('script', out);
        const read = await runProgram(shell, ['-n', join(folder.path, 'script')]).catch(() => undefined);
        if (!read) this.skip();
        deepEqual([read.code, read.err], [0, '']);
      });
    }
  });

  suite('on a terminal', () => {
    /** What is written to a terminal, standard error included; what commands it as a picture: ␛ ␍ ␇. */
    async function seen(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> {
      const command = [process.execPath, CLI, ...args].map((word) => `'${word}'`).join(' ');
      const { NO_COLOR: _no, FORCE_COLOR: _force, CI: _ci, ...plain } = process.env;
      const { out } = await runProgram('script', ['-qec', command, '/dev/null'], {
        cwd: folder.path,
        env: { ...plain, TERM: 'xterm-256color', ...env },
      });
      return out.replaceAll('\r\n', '\n').replaceAll('\x1b', '␛').replaceAll('\r', '␍').replaceAll('\x07', '␇');
    }
    /** Progress shows on a slow machine only. */
    const withoutProgress = (out: string): string => out.replace(/␍␛\[K(?:\d+ of \d+: [^␍␛]*)?/g, '');
    setup(function () {
      if (process.platform !== 'linux' || !existsSync('/usr/bin/script')) this.skip();
    });

    test('check has colours and ends with a sum by kind', async () => {
      const out = withoutProgress(await seen(['check', 'paper.md']));
      match(out, /␛\[33mwarning:/);
      match(out, /1 {2}␛\[33mwarning +␛\[39m {2}abbreviation\/used-before-definition/);
      match(out, /1 finding in 1 of 1 file\./);
    });

    test('NO_COLOR takes the colours, and nothing else', async () => {
      const plain = withoutProgress(await seen(['check', 'paper.md'], { NO_COLOR: '1' }));
      doesNotMatch(plain, /␛/);
      equal(plain, withoutProgress(await seen(['check', 'paper.md'])).replace(/␛\[\d+m/g, ''));
    });

    test('a file cannot colour, move or name anything itself', async () => {
      await write('\x1b[31mred\x1b]0;title\x07.md', OLD);
      const out = withoutProgress(await seen(['check', '.'], { NO_COLOR: '1' }));
      doesNotMatch(out, /[␇␛]/);
      match(out, /\\x1b\[31mred\\x1b\]0;title\\x07\.md:1:5: warning/);
    });

    test('a long run shows where it is, and takes that away', async () => {
      const long = `${OLD}\n${'Lithium metal anodes were cycled in LiPF6 electrolytes at 25 °C. '.repeat(400)}\n`;
      for (let i = 0; i < 40; i++) await write(`p${i}.md`, long);
      const out = await seen(['check', '.'], { NO_COLOR: '1' });
      match(out, /␍␛\[K\d+ of 41: p\d+\.md/);
      match(out, /␍␛\[Kp0\.md:1:5/);
      const { err } = await run('check', '.');
      doesNotMatch(err, / of 41/);
    });
  });

  suite('for machines', () => {
    const ODD = [
      'a b#c?.md',
      'ü %25.md',
      '[x] {y}.md',
      "q'uote;&=+@,.md",
      'a:b.md',
      ...(process.platform === 'linux' ? ['back\\slash.md', 'new\nline.md'] : []),
    ];

    test('SARIF names every file by a URI that leads to it', async function () {
      if (process.platform === 'win32') this.skip();
      for (const name of ODD) await write(name, OLD);
      const { runs } = JSON.parse((await run('check', '.', '--format', 'sarif')).out);
      const uris: string[] = runs[0].results.map(
        (result: { locations: { physicalLocation: { artifactLocation: { uri: string } } }[] }) =>
          result.locations[0]!.physicalLocation.artifactLocation.uri,
      );
      for (const uri of uris) match(uri, /^(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})+$/);
      deepEqual(new Set(uris.map(decodeURIComponent)), new Set(['paper.md', ...ODD]));
      const base = new URL('file:///folder/');
      for (const uri of uris) equal(new URL(uri, base).protocol, 'file:');
    });

    test('SARIF names a file outside the working folder by its whole address', async () => {
      const { out } = await interphase(['check', join(folder.path, 'paper.md'), '--format', 'sarif'], {
        cwd: __dirname,
      });
      const [result] = JSON.parse(out).runs[0].results;
      equal(new URL(result.locations[0].physicalLocation.artifactLocation.uri).protocol, 'file:');
    });

    test('workflow commands hold one finding a line, whatever a file is called or says', async function () {
      if (process.platform !== 'linux') this.skip();
      const names = ['::error file=x::y.md', 'a,line=9::b.md', 'c%0A::error::d.md', 'e\n::error::f.md'];
      for (const name of names) await write(name, OLD);
      const { out } = await run('check', '.', '--format', 'github');
      const lines = out.trimEnd().split('\n');
      equal(lines.length, names.length + 1);
      for (const line of lines)
        match(line, /^::warning file=[^,:\n]+,line=1,col=5,endLine=1,endColumn=8,title=[^,:\n]+::“SEI”/);
    });

    test('no line of the report for people is a workflow command', async function () {
      if (process.platform !== 'linux') this.skip();
      await write('::error::.md', `${OLD}\n\\input{nowhere}\n`);
      await write('::error::.tex', `${OLD}\n\\input{nowhere}\n`);
      const { out, err } = await run('check', '.');
      notEqual(err, '');
      doesNotMatch(`${out}${err}`, /^\s*::/m);
    });
  });

  test('says which version it is', async () => {
    const { version } = JSON.parse(await readFile(join(__dirname, '../../package.json'), 'utf8'));
    deepEqual(await run('--version'), { code: 0, out: `${version}\n`, err: '' });
  });

  test('a word of JavaScript is not a command', async () => {
    for (const name of ['constructor', 'toString', '__proto__']) equal((await run(name)).code, 2);
  });
});

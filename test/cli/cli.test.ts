import { deepEqual, equal, match } from 'node:assert/strict';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { interphase } from '../support/cli';
import { type TempFolder, tempFolder } from '../support/temp';

const PAPER = 'The SEI grows.\n\nA solid electrolyte interphase (SEI) is thin. The SEI ages.\n';

suite('command line', function () {
  // Each test starts processes.
  this.timeout(60_000);
  let folder: TempFolder;
  setup(async () => {
    folder = await tempFolder({
      'paper.md': PAPER,
      'clean.md': 'A solid electrolyte interphase (SEI) is thin. The SEI ages.\n',
      'data.md': new Uint8Array([0xe4, 0x00]),
    });
  });
  teardown(() => folder.remove());
  const run = (...args: string[]) => interphase(args, { cwd: folder.path });

  test('check prints path, line, column, level and code; exit code 1 for a warning, 0 for none', async () => {
    const { code, out } = await run('check', 'paper.md');
    equal(code, 1);
    equal(
      out,
      'paper.md:1:5: warning: “SEI” is used here before it is defined (line 3). [abbreviation/used-before-definition]\n',
    );
    equal((await run('check', 'clean.md')).code, 0);
  });

  test('explain says what is made of a place, and refuses one that is not in the file', async () => {
    match((await run('explain', 'paper.md:1:5')).out, /^rule +abbreviation\/used-before-definition/m);
    const wrong = await run('explain', 'paper.md:100');
    deepEqual([wrong.code, wrong.out], [2, '']);
    match(wrong.err, /“paper.md” has 4 lines/);
  });

  test('claims prints performance statements in each format, and one document a line', async () => {
    await writeFile(
      join(folder.path, 'cells.md'),
      'Li||NMC811 cells keep a retention of 85%, "best", after 300 cycles.\n',
    );
    const table = (await run('claims', 'cells.md')).out.split('\n');
    match(table[1]!, /^capacity retention +85 +% +Li\|\|NMC811 +300 +high +cells\.md +1$/);
    match(
      (await run('claims', 'cells.md', '--format', 'csv')).out,
      /\ncapacity retention,85,%,Li\|\|NMC811,300,high,cells\.md,1,"Li/,
    );
    const [first] = JSON.parse((await run('claims', 'cells.md', '--format', 'json')).out) as { property: string }[];
    equal(first?.property, 'capacity retention');
    const input = `${JSON.stringify({ id: 7, text: 'Zn||Zn cells ran for 500 h of plating.' })}\n`;
    const line = JSON.parse((await interphase(['claims', '--jsonl'], { input })).out) as {
      id: number;
      claims: unknown[];
    };
    deepEqual([line.id, line.claims.length], [7, 1]);
  });

  test('report fills in the checklist; a kind that is unknown is refused', async () => {
    await writeFile(join(folder.path, 'cells.md'), 'We built coin cells with a loading of 3 mg cm^−2^.\n');
    match((await run('report', 'cells.md')).out, /^\| Cell format \| found \| cells\\\.md:1 \|/m);
    match((await run('report', 'cells.md', '--format', 'csv')).out, /^loading,.*,found,/m);
    equal((await run('report', 'cells.md', '--kind', 'fuel')).code, 2);
  });

  test('check switches and re-levels rules', async () => {
    const off = await run('check', 'paper.md', '--rule', 'abbreviation/used-before-definition=off');
    deepEqual([off.code, off.out], [0, '']);
    const wrong = await run('check', 'paper.md', '--rule', 'abbreviation/nothing=off');
    equal(wrong.code, 2);
    match(wrong.err, /--rule must be one of abbreviation\/undefined, /);
  });

  test('an unreadable file is named, the others are checked, exit code 2', async () => {
    const { code, out, err } = await run('check', '.');
    equal(code, 2);
    match(err, /data\.md: not text/);
    match(out, /^paper\.md:1:5:/m);
  });

  test('check --fix writes a file back in its encoding', async () => {
    const latin1 = (sei: string) =>
      Buffer.from(
        `\\documentclass{article}\n\\usepackage[latin1]{inputenc}\n\\begin{document}\nGr\xf6\xdfe: ${sei}\n\\end{document}\n`,
        'latin1',
      );
    const path = join(folder.path, 'latin1.tex');
    await writeFile(path, latin1('The SEI grows.\n\nThe solid electrolyte interphase (SEI) is thin. The SEI ages.'));
    await run('check', 'latin1.tex', '--fix');
    deepEqual(
      await readFile(path),
      latin1('The solid electrolyte interphase (SEI) grows.\n\nThe SEI is thin. The SEI ages.'),
    );
  });

  test('check --fix writes the safe fixes and prints them; --fix-dry-run only prints', async () => {
    const fixed = 'The solid electrolyte interphase (SEI) grows.\n\nAn SEI is thin. The SEI ages.\n';
    const dry = await run('check', 'paper.md', '--fix-dry-run');
    match(dry.out, /\+The solid electrolyte interphase \(SEI\) grows\./);
    equal(await readFile(join(folder.path, 'paper.md'), 'utf8'), PAPER);
    const { code } = await run('check', 'paper.md', '--fix');
    equal(code, 0);
    equal(await readFile(join(folder.path, 'paper.md'), 'utf8'), fixed);
    await writeFile(join(folder.path, 'paper.md'), `\uFEFF${PAPER}`);
    await run('check', 'paper.md', '--fix');
    equal(await readFile(join(folder.path, 'paper.md'), 'utf8'), `\uFEFF${fixed}`);
  });

  test('check writes JSON, SARIF and workflow commands', async () => {
    const [document] = JSON.parse((await run('check', 'paper.md', '--format', 'json')).out);
    deepEqual([document.path, document.diagnostics[0].start, document.diagnostics[0].end], ['paper.md', 4, 7]);
    const sarif = JSON.parse((await run('check', 'paper.md', '--format', 'sarif')).out);
    equal(sarif.runs[0].results[0].locations[0].physicalLocation.region.startColumn, 5);
    match((await run('check', 'paper.md', '--format', 'github')).out, /^::warning file=paper\.md,line=1,col=5,/);
  });

  test('check reads standard input in a named language', async () => {
    const { code, out } = await interphase(['check', '-', '--language', 'latex'], { input: PAPER });
    equal(code, 1);
    match(out, /:1:5: warning/);
    equal((await interphase(['check', '-'], { input: PAPER })).code, 2);
  });

  test('scan says what a paper holds, with ranges in the source', async () => {
    const text = 'We cycle \\ce{LiFePO4}|Li cells with fluoroethylene carbonate (FEC) \\cite{Peled1979}.';
    const { out } = await interphase(['scan', '-', '--language', 'latex'], { input: text });
    const scan = JSON.parse(out);
    for (const { start, end, text: of } of scan.mentions) equal(text.slice(start, end), of);
    deepEqual(
      scan.mentions.map((m: { kind: string; species?: string; key?: string }) => [m.kind, m.species ?? m.key]),
      [
        ['cell', undefined],
        ['formula', 'lfp'],
        ['formula', 'li'],
        ['name', 'fec'],
        ['abbreviation', 'fec'],
        ['citation', 'Peled1979'],
      ],
    );
    deepEqual(scan.mentions[1].composition, { Li: 1, Fe: 1, P: 1, O: 4 });
    equal(scan.abbreviations[0].long, 'fluoroethylene carbonate');
    deepEqual([scan.cells[0].type, scan.cells[0].separator], ['half', '|']);
  });

  test('scan --jsonl answers line by line, also after a bad one', async () => {
    const input = '{"id":1,"language":"markdown","text":"LiF forms."}\nnonsense\n{"id":3,"text":"Li2O forms."}\n';
    const { out, code } = await interphase(['scan', '--jsonl'], { input });
    equal(code, 0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    deepEqual(
      lines.map((l) => [l.id, l.mentions?.[0]?.species ?? 'error' in l]),
      [
        [1, 'lif'],
        [null, true],
        [3, 'li2o'],
      ],
    );
  });

  test('formula gives composition and molar mass, or says why not', async () => {
    const { out } = await run('formula', 'LiPF$_6$', 'hello');
    const [salt, word] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    deepEqual(salt.composition, { Li: 1, P: 1, F: 6 });
    equal(salt.molarMass, 151.904);
    equal(word.ok, false);
    match(word.error, /./);
  });

  test('species prints the card; an unknown one gets the nearest names and exit code 1', async () => {
    match((await run('species', 'fec')).out, /^FEC · fluoroethylene carbonate · C₃H₃FO₃ · 106\.05 g mol⁻¹/);
    match((await run('species', 'li6ps5cl')).out, /Li₆PS₅Cl|Li6PS5Cl/);
    const unknown = await run('species', 'fluoroethylene carbonat');
    equal(unknown.code, 1);
    match(unknown.err, /Nearest: .*fluoroethylene carbonate/);
  });

  test('cite finds bundled references and writes BibTeX', async () => {
    match((await run('cite', 'peled', '1979', '--format', 'bibtex')).out, /^@article\{Peled1979/);
    equal((await run('cite', 'nobody-wrote-this')).code, 1);
  });

  test('cite searches the files of the library, given or in the environment', async () => {
    await mkdir(join(folder.path, 'shelf'));
    await writeFile(
      join(folder.path, 'shelf', 'all.bib'),
      '@misc{zott18, author={Zott, Z.}, title={A shelf}, year={2018}}',
    );
    const given = await run('cite', 'zott', '2018', '--library', 'shelf/*.bib', '--library', 'gone.bib');
    match(given.out, /^zott18: Zott, Z\. A shelf\. 2018\./);
    equal(given.err, '“gone.bib” of your library was not found.\n');
    const env = { ...process.env, INTERPHASE_LIBRARY: join(folder.path, 'shelf/all.bib') };
    match((await interphase(['cite', 'zott', '2018'], { env })).out, /^zott18: /);
  });

  test('a chapter is checked in the light of a main file that is among the paths', async () => {
    const chapters = Array.from({ length: 45 }, (_, i) => `c${i}`);
    const book = await tempFolder({
      'main.tex': `\\documentclass{book}\\begin{document}A solid electrolyte interphase (SEI).${chapters.map((c) => `\\include{a/b/${c}}`).join('')}\\end{document}`,
      ...Object.fromEntries(chapters.map((c) => [`a/b/${c}.tex`, 'The SEI. And the SEI.\n'])),
    });
    deepEqual(await interphase(['check', '.'], { cwd: book.path }), { code: 0, out: '', err: '' });
    deepEqual(await interphase(['check', 'a/b/c7.tex', 'main.tex'], { cwd: book.path }), { code: 0, out: '', err: '' });
    await book.remove();
  });

  test('a file that links lead to again is checked once', async () => {
    const linked = await tempFolder({ 'a/x.tex': 'The CEI and the CEI.\n' });
    await symlink('..', join(linked.path, 'a/up'), 'dir');
    await symlink('.', join(linked.path, 'self'), 'dir');
    const { out } = await interphase(['check', '.'], { cwd: linked.path });
    match(out, /^a.x\.tex:1:5: .*\n$/);
    await linked.remove();
  });

  test('what is wrong with the project file is said with its line', async () => {
    const paper = await tempFolder({ '.interphase.yaml': 'accepted: [AFM]\nbibliography: *.bib\n', 'p.tex': 'AFM.\n' });
    const { code, err } = await interphase(['check', 'p.tex'], { cwd: paper.path });
    equal(code, 0);
    match(err, /^\.interphase\.yaml:2: Not readable as YAML: “\*\.bib” is an alias/);
    await paper.remove();
  });

  test('no text of others commands the terminal', async () => {
    const hostile = '\x1b]0;owned\x07\x9b7m\u202e';
    const paper = await tempFolder({
      'p.tex': `\\documentclass{article}\\begin{document}\\input{a${hostile}b}\\bibliography{x${hostile}y}\nThe CEI and the CEI.\\end{document}\n`,
      '.interphase.yaml': `"k${hostile.replaceAll('\x1b', '\\e').replaceAll('\x07', '\\a')}": 1\n`,
      'r.bib': `@article{A${hostile}B, title = {Mine ${hostile}}}\n`,
    });
    const said = async (...args: string[]) => {
      const { out, err } = await interphase(args, { cwd: paper.path });
      equal(/(?!\n)[\p{Cc}\u202e]/u.exec(out + err)?.[0], undefined, args.join(' '));
      return { out, err };
    };
    const { err } = await said('check', 'p.tex', '--format', 'github');
    match(err, /“a\\x1b\]0;owned\\x07\\x9b7m\\u202eb” was not found/);
    JSON.parse((await said('scan', 'p.tex')).out);
    await said('cite', 'mine', '--bib', 'r.bib');
    await said('check', `missing${hostile}.tex`);
    await paper.remove();
  });

  test('a bibliography full of mistakes costs no more than its length', async () => {
    const bibOf = (n: number) =>
      Array.from({ length: n }, (_, i) => `@article{K${i}, title = {T}, year = }\n`).join('');
    const paper = await tempFolder({ 'p.md': '---\nbibliography: r.bib\n---\n\nText.\n', 'r.bib': bibOf(20_000) });
    const { err } = await interphase(['check', 'p.md'], { cwd: paper.path });
    equal(err.trimEnd().split('\n').length, 20_000);
    match(err, /\nr\.bib:20000: /);
    await paper.remove();
  });

  test('bad usage says what would be right, exit code 2', async () => {
    const { code, err } = await run('chekc');
    equal(code, 2);
    match(err, /“chekc” is not a command/);
    equal((await run('check', 'missing.md')).code, 2);
  });
});

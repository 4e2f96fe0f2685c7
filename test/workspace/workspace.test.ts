import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { fileName } from '../../server/base/uris';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { nodeFiles } from '../../server/nodeFiles';
import { check } from '../../server/rules';
import { decodeText, encodeText } from '../../server/workspace/fileText';
import { type ManuscriptContext, Workspace } from '../../server/workspace/workspace';
import { filesOf, uriOf } from '../support/loaded';
import { type TempFolder, tempFolder } from '../support/temp';

const found = ({ file, manuscript, settings }: ManuscriptContext) =>
  check(file, manuscript, settings.rules, { accepted: new Set(settings.accepted) }).map(
    (d) => `${d.code} ${d.message}`,
  );

suite('workspace', () => {
  let folder: TempFolder | undefined;
  const load = async (files: Parameters<typeof tempFolder>[0], name: string): Promise<ManuscriptContext> => {
    folder = await tempFolder(files);
    return (await new Workspace(nodeFiles, bundledCatalogue()).load(folder.uri(name)))!;
  };
  teardown(() => folder?.remove());

  const MAIN =
    '\\documentclass{book}\n\\begin{document}\n\\include{chapters/one}\n\\input{chapters/two}\n\\bibliography{refs}\n\\end{document}\n';

  test('a chapter is read in the light of the others, in the order of inclusion', async () => {
    const files = {
      'main.tex': MAIN,
      'chapters/one.tex': 'A solid electrolyte interphase (SEI) forms.\n',
      'chapters/two.tex': 'The SEI grows. The solid electrolyte interphase (SEI) is thin.\n',
    };
    const context = await load(files, 'chapters/two.tex');
    equal(context.manuscript.files.length, 3);
    deepEqual(found(context), ['abbreviation/defined-again “SEI” is defined already in line 1 of one.tex.']);
  });

  test('a chapter several folders below its main file cites from the bibliography of that', async () => {
    const files = {
      'main.tex': MAIN.replace('chapters/two', 'parts/first/chapters/two'),
      'refs.bib': '@misc{ahn2020, title = {One}}\n',
      'parts/first/chapters/two.tex': 'The SEI.\n',
    };
    const context = await load(files, 'parts/first/chapters/two.tex');
    deepEqual(
      [...context.bibliography.entries].map(({ entry }) => entry.reference.key),
      ['ahn2020'],
    );
  });

  test('text after an inclusion comes after what is included', async () => {
    const given = {
      'main.tex':
        '\\documentclass{book}\n\\begin{document}\n\\input{body}\nThe SEI is thin. The solid electrolyte interphase (SEI).\n\\end{document}\n',
      'body.tex': '\\input{intro}\nThe SEI and the CEI grow.\n',
      'intro.tex': 'A solid electrolyte interphase (SEI) and a cathode electrolyte interphase (CEI) form.\n',
    };
    deepEqual(found(await load(given, 'main.tex')), [
      'abbreviation/defined-again “SEI” is defined already in line 1 of intro.tex.',
    ]);
    await folder!.remove();
    deepEqual(found(await load(given, 'body.tex')), []);
    await folder!.remove();
    const quarto = {
      'p.qmd': 'The SEI.\n\n{{< include _a.qmd >}}\n\nThe CEI.\n',
      '_a.qmd': 'A cathode electrolyte interphase (CEI).\n\nA solid electrolyte interphase (SEI).\n',
    };
    deepEqual(found(await load(quarto, 'p.qmd')), [
      'abbreviation/used-before-definition “SEI” is used here before it is defined (line 3 of _a.qmd).',
    ]);
  });

  test('a missing include is told with its place, and the rest is read', async () => {
    const context = await load({ 'main.tex': MAIN, 'chapters/two.tex': 'The SEI. More SEI.\n' }, 'main.tex');
    deepEqual(
      context.problems.map((p) => p.message),
      ['“chapters/one” was not found; its text is left out.', '“refs.bib” was not found.'],
    );
    equal(context.manuscript.files.length, 2);
  });

  test('an include that is not UTF-8 is read, and told with the line', async () => {
    const files = {
      'main.tex': MAIN,
      'chapters/one.tex': new Uint8Array([0x41, 0x0a, 0xe4]),
      'chapters/two.tex': 'Text.',
      'refs.bib': '',
    };
    const context = await load(files, 'main.tex');
    deepEqual(
      context.problems.map(({ uri, span, message }) => [uri.split('/').pop(), span.start, message]),
      [['one.tex', 2, 'Not UTF-8 (first in line 2); read as Windows-1252. Save the file as UTF-8.']],
    );
    equal(context.manuscript.files[1]!.parsed.source, 'A\nä');
  });

  test('UTF-16 with a byte order mark is read, and written as it was', async () => {
    for (const order of ['utf-16le', 'utf-16be'] as const) {
      const bytes = encodeText('Größe of LiF', order);
      const { file, problems } = await load({ 'a.md': bytes }, 'a.md');
      deepEqual(problems, []);
      equal(file.parsed.source, 'Größe of LiF');
      deepEqual(decodeText('a.md', bytes), { text: 'Größe of LiF', encoding: order });
      await folder!.remove();
    }
  });

  test('what is not text is refused', async () => {
    folder = await tempFolder({ 'a.md': new Uint8Array([0x41, 0x00, 0xff]) });
    await rejects(new Workspace(nodeFiles, bundledCatalogue()).load(folder.uri('a.md')), /not text/);
  });

  test('a bibliography in Latin-1 or Windows-1252 is read, and is known to be no UTF-8', async () => {
    const files = {
      'main.tex': MAIN.replace('refs', 'refs,more'),
      'chapters/one.tex': 'One.',
      'chapters/two.tex': 'Two.',
      'refs.bib': Buffer.from('@article{M, author = {M\xfcller}, title = {A\x96B \x81}}\n', 'latin1'),
      'more.bib': '@article{N, title = {Größe}}\n',
    };
    const { bibliography, problems } = await load(files, 'main.tex');
    deepEqual(problems, []);
    equal(bibliography.entry('M')?.entry.reference.authors[0]?.family, 'Müller');
    match(bibliography.files[0]!.text, /A–B \u0081/);
    deepEqual(
      bibliography.files.map(({ encoding }) => encoding),
      ['windows-1252', 'utf-8'],
    );
  });

  test('a bibliography that is named and cannot be used is known with the reason', async () => {
    const files = {
      'main.tex': MAIN.replace('refs', 'gone,data'),
      'chapters/one.tex': 'One.',
      'chapters/two.tex': 'Two.',
      'data.bib': new Uint8Array([0xff, 0x00, 0x01]),
      'beside.bib': '@misc{A, title = {T}}\n',
    };
    const { bibliography, problems } = await load(files, 'main.tex');
    deepEqual(
      bibliography.unusable.map(({ uri, missing, reason }) => [uri.split('/').pop(), missing, reason]),
      [
        ['gone.bib', true, '“gone.bib” was not found.'],
        ['data.bib', false, '“data.bib” cannot be read: not text; save the file as UTF-8.'],
      ],
    );
    equal(problems.length, 2);
  });

  test('a bibliography that an editor has decoded wrongly is not taken for UTF-8', async () => {
    folder = await tempFolder({ 'refs.bib': Buffer.from('@misc{M, title = {M\xfcller}}\n', 'latin1') });
    const workspace = new Workspace(nodeFiles, bundledCatalogue());
    workspace.edit(folder.uri('a.tex'), 'latex', 'Films.');
    const shown = async (text: string) => {
      workspace.edit(folder!.uri('refs.bib'), undefined, text);
      const [file] = (await workspace.load(folder!.uri('a.tex')))!.otherEncodings.values();
      return [file?.encoding, file?.misread === true];
    };
    deepEqual(await shown('@misc{M, title = {M\uFFFDller}}\n'), ['windows-1252', true]);
    deepEqual(await shown('@misc{M, title = {Müller}}\n'), ['windows-1252', false]);
  });

  test('LaTeX that says that its characters are single bytes is read so, chapters too', async () => {
    const files = {
      'main.tex': Buffer.from(
        '\\documentclass{book}\n\\usepackage[latin1]{inputenc}\n\\begin{document}\nGr\xf6\xdfe.\n\\include{one}\n\\end{document}\n',
        'latin1',
      ),
      'one.tex': Buffer.from('M\xfcller.\n', 'latin1'),
    };
    for (const name of ['main.tex', 'one.tex']) {
      const { manuscript, problems, otherEncodings } = await load(files, name);
      deepEqual(problems, []);
      deepEqual(
        manuscript.files.map(({ parsed: { prose } }) => prose.text.trim()),
        ['Größe.', 'Müller.'],
      );
      equal(otherEncodings.size, 2);
      await folder!.remove();
    }
    const plain = { ...files, 'main.tex': '\\documentclass{book}\\begin{document}\\include{one}\\end{document}' };
    match((await load(plain, 'main.tex')).problems[0]!.message, /Not UTF-8/);
  });

  test('1,500 files opened and closed leave nothing in memory but what an open one is read with', async () => {
    const files: Record<string, string> = { 'refs.bib': '@misc{A, title = {T}}\n', ...paperOfManyFiles(1500) };
    const workspace = new Workspace(filesOf(files), bundledCatalogue());
    const visit = async (name: string) => {
      workspace.edit(uriOf(name), 'markdown', files[name]!);
      await workspace.load(uriOf(name));
    };
    await visit('n0.md');
    await visit('n1.md');
    workspace.close(uriOf('n1.md'));
    const few = workspace.size;
    for (let i = 1; i < 1500; i++) {
      await visit(`n${i}.md`);
      workspace.close(uriOf(`n${i}.md`));
    }
    equal(workspace.size, few);
    workspace.close(uriOf('n0.md'));
    equal(workspace.size, 0);
  });

  test('a folder is listed once until a file in it changes, which may be new', async () => {
    const files: Record<string, string> = { 'one.tex': 'The SEI grows.\n' };
    const listed: string[] = [];
    const list = (folder: string) => {
      listed.push(folder);
      return filesOf(files).list(folder);
    };
    const workspace = new Workspace({ ...filesOf(files), list }, bundledCatalogue());
    const main = async () => fileName((await workspace.load(uriOf('one.tex')))!.manuscript.files[0]!.uri);
    equal(await main(), 'one.tex');
    const before = listed.length;
    equal(await main(), 'one.tex');
    equal(listed.length, before);
    files['main.tex'] = '\\documentclass{book}\n\\begin{document}\n\\input{one}\n\\end{document}\n';
    workspace.changed(uriOf('main.tex'));
    equal(await main(), 'main.tex');
  });

  test('two papers with records of their own, read in turns, are each read once', async () => {
    const record = (id: string) =>
      `species:\n  - id: ${id}\n    class: polymer\n    names:\n      - { text: poly(${id}), kind: common }\n`;
    folder = await tempFolder({
      'a/.interphase.yaml': record('vinylone'),
      'a/p.tex': 'Some poly(vinylone).',
      'b/.interphase.yaml': record('vinyltwo'),
      'b/p.tex': 'Some poly(vinyltwo).',
    });
    const workspace = new Workspace(nodeFiles, bundledCatalogue());
    const read = async (name: string) => (await workspace.load(folder!.uri(name)))!.file;
    const [a, b] = [await read('a/p.tex'), await read('b/p.tex')];
    deepEqual([await read('a/p.tex'), await read('b/p.tex')], [a, b]);
    equal(await read('a/p.tex'), a);
    deepEqual([[...a.species], [...b.species]], [['vinylone'], ['vinyltwo']]);
  });

  test('files that include each other are read once', async () => {
    const context = await load(
      { 'main.tex': '\\documentclass{book}\\begin{document}\\input{a}\\end{document}', 'a.tex': '\\input{main}' },
      'main.tex',
    );
    equal(context.manuscript.files.length, 2);
  });

  test('bibliographies that the manuscript names are found, else those beside it', async () => {
    const bib = '@article{Peled1979, title = {The model}}\n';
    const named = await load(
      { 'p.md': '---\nbibliography: lit/a.bib\n---\n\nText [@Peled1979].\n', 'lit/a.bib': bib },
      'p.md',
    );
    equal(named.bibliography.entry('Peled1979')?.entry.reference.title, 'The model');
    await folder!.remove();
    const beside = await load({ 'p.md': 'Text.\n', 'b.bib': bib }, 'p.md');
    equal(beside.bibliography.entry('Peled1979')?.entry.reference.title, 'The model');
  });

  test('a broken entry is told and the others can be cited', async () => {
    const files = { 'p.md': 'Text.\n', 'b.bib': '@article{A, title = {open\n\n@article{B, title = {Fine}}\n' };
    const { bibliography, problems } = await load(files, 'p.md');
    equal(bibliography.entry('B')?.entry.reference.title, 'Fine');
    equal(problems.length, 1);
  });

  test('the project file of a folder above accepts short forms and sets levels', async () => {
    const files = {
      '.interphase.yaml': 'accepted: [AFM]\nrules:\n  abbreviation/defined-again: "off"\n',
      'paper/p.tex':
        'The AFM and the STM. A solid electrolyte interphase (SEI). The solid electrolyte interphase (SEI). SEI.\n',
    };
    const context = await load(files, 'paper/p.tex');
    equal(found(context).filter((f) => f.includes('AFM') || f.includes('defined-again')).length, 0);
  });

  test('a mistake in the project file is told and its other fields count', async () => {
    const files = {
      '.interphase.yaml': 'accepted: [AFM]\nrules:\n  abbreviation/undefined: loud\n',
      'p.tex': 'The AFM. More AFM.\n',
    };
    const context = await load(files, 'p.tex');
    deepEqual(found(context), []);
    match(context.problems[0]!.message, /must be one of off, hint, information, warning, error/);
  });

  test('an alias that names nothing is told in its line, and the other fields count', async () => {
    const text = 'accepted: [AFM]\nbibliography: *.bib\nrules:\n  abbreviation/undefined: *off\n';
    const { settings, problems } = await load({ '.interphase.yaml': text, 'p.tex': 'The AFM. More AFM.\n' }, 'p.tex');
    deepEqual(settings.accepted, ['AFM']);
    deepEqual(
      problems.map(({ span, message }) => `${text.slice(span.start, span.end)}: ${message}`),
      ['*.bib', '*off'].map(
        (alias) =>
          `${alias}: Not readable as YAML: “${alias}” is an alias in YAML and names nothing; put it in quotes to mean text.`,
      ),
    );
  });

  for (const [what, text] of Object.entries({
    'aliases that multiply': `a: &a [x, x]\n${[...'bcdefgh'].map((name, i) => `${name}: &${name} [${`*${'abcdefg'[i]}, `.repeat(9)}]`).join('\n')}\n`,
    'brackets without end': `accepted: ${'['.repeat(20_000)}`,
    'a list': '- accepted\n',
    'a circle': 'accepted: &a [*a]\n',
  })) {
    test(`${what} in the project file: a problem, not an exception`, async () => {
      const { problems } = await load({ '.interphase.yaml': text, 'p.tex': 'The AFM. More AFM.\n' }, 'p.tex');
      equal(problems.length > 0, true);
    });
  }

  test('a main file among many is found, and one that was asked about counts before others', async () => {
    const chapters = Array.from({ length: 60 }, (_, i) => `c${i}`);
    const main = (names: readonly string[]) =>
      `\\documentclass{book}\\begin{document}${names.map((name) => `\\include{${name}}`).join('')}\\end{document}`;
    folder = await tempFolder({
      'thesis.tex': main(chapters),
      'draft.tex': main(['c7', 'c8']),
      ...Object.fromEntries(chapters.map((name) => [`${name}.tex`, 'Text.\n'])),
    });
    const rootOf = async (name: string, named: string[] = []) => {
      const context = await new Workspace(nodeFiles, bundledCatalogue(), { named }).load(folder!.uri(name));
      return folder!.nameOf(context!.manuscript.files[0]!.uri);
    };
    equal(await rootOf('c59.tex'), 'thesis.tex');
    equal(await rootOf('c7.tex', [folder.uri('thesis.tex')]), 'thesis.tex');
    equal(await rootOf('c7.tex', [folder.uri('draft.tex')]), 'draft.tex');
  });

  test('files that were not searched are told of', async () => {
    const notes = Object.fromEntries(Array.from({ length: 1002 }, (_, i) => [`n${i}.tex`, '']));
    const { problems } = await load({ ...notes, 'p.tex': 'Text.\n' }, 'p.tex');
    match(problems[0]!.message, /^Only 1000 of 1002 files were searched .*% !TEX root = …\.$/);
  });

  test('species of one’s own behave like the bundled ones', async () => {
    const files = {
      '.interphase.yaml':
        'species:\n  - id: pvca\n    class: polymer\n    names:\n      - { text: poly(vinylene carbonate), kind: common }\n      - { text: PVCA, kind: abbreviation }\n',
      'p.tex': 'A film of poly(vinylene carbonate) forms.\n',
    };
    const { file } = await load(files, 'p.tex');
    deepEqual(
      file.mentions.map((m) => ('species' in m ? m.species : m.kind)),
      ['pvca'],
    );
  });
});

const paperOfManyFiles = (count: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `n${i}.md`,
      `---\nbibliography: refs.bib\n---\n\nFilm ${i} of SEI [@A].\n`,
    ]),
  );

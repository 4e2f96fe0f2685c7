import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import type { Encoding } from '../../server/base/encoding';
import { isRefusal } from '../../server/base/refusal';
import { planCitation } from '../../server/features/citations/insert';
import { bundledId } from '../../server/features/citations/workIds';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { Files } from '../../server/workspace/runtime';
import { Workspace } from '../../server/workspace/workspace';
import { after, filesOf, load, nameOf, uriOf } from '../support/loaded';

type Texts = Readonly<Record<string, string>>;

const PELED = bundledId('Peled1979');

/** Cites in the first of the files, after “grow”. */
async function plan(texts: Texts, id = PELED, bibliography?: string) {
  const [name, text] = Object.entries(texts)[0]!;
  return planCitation(await load(texts, name), text.indexOf('grow.') + 4, [id], 'auto', { bibliography });
}

const cited = async (texts: Texts, id?: string): Promise<Record<string, string>> => after(await plan(texts, id), texts);

async function said(texts: Texts, id?: string): Promise<string | undefined> {
  const planned = await plan(texts, id);
  return isRefusal(planned) ? planned.refused : planned.message;
}

const paper = (end: string, head = ''): string =>
  `\\documentclass{article}\n${head}\\begin{document}\nFilms grow.\n${end}\\end{document}\n`;
const OWN = '@article{Ader2001,\n  author = {Ader, A.},\n  title = {One Film},\n  year = {2001},\n}\n';

suite('a bibliography that is named', () => {
  test('and not found is made; nothing is declared twice', async () => {
    const files = await cited({ 'a.tex': paper('\\bibliography{library}\n') });
    deepEqual(Object.keys(files).sort(), ['a.tex', 'library.bib']);
    equal(files['a.tex'], paper('\\bibliography{library}\n').replace('grow.', 'grow~\\cite{Peled1979}.'));
    match(files['library.bib']!, /^@article\{Peled1979,/);
    const markdown = { 'a.md': '---\nbibliography: lit/own.bib\n---\n\nFilms grow.\n' };
    deepEqual(Object.keys(await cited(markdown)).sort(), ['a.md', 'lit/own.bib']);
    equal(await said(markdown), 'Added Peled1979 to own.bib, a new file.');
  });

  test('by other packages is one all the same', async () => {
    for (const named of ['\\nobibliography{own}', '\\putbib[own]', '\\defaultbibliography{own}']) {
      const files = await cited({ 'a.tex': paper(`${named}\n`) });
      deepEqual(Object.keys(files).sort(), ['a.tex', 'own.bib'], named);
      doesNotMatch(files['a.tex']!, /references/);
    }
  });

  test('by a macro, an address or from the root of the disk is not made somewhere', async () => {
    for (const path of ['\\jobname', '/home/refs', 'https://example.org/refs.bib'])
      match((await said({ 'a.tex': paper(`\\bibliography{${path}}\n`) }))!, /was not found: nothing was added/);
  });

  test('gets the entry where it holds some, not where it holds macros only', async () => {
    const strings = '@string{jes = "Journal of The Electrochemical Society"}\n';
    const files = await cited({
      'a.tex': paper('\\bibliography{strings,refs}\n'),
      'strings.bib': strings,
      'refs.bib': OWN,
    });
    deepEqual(Object.keys(files).sort(), ['a.tex', 'refs.bib']);
    match(files['refs.bib']!, /journal = jes,/);
    const alone = await cited({ 'a.tex': paper('\\bibliography{strings}\n'), 'strings.bib': strings });
    match(alone['a.tex']!, /\\bibliography\{strings,references\}/);
    match(alone['references.bib']!, /journal = jes,/);
  });

  test('in YAML or JSON gets it in its own form', async () => {
    const hayagriva = await cited({
      'a.typ': 'Films grow.\n\n#bibliography("works.yml")\n',
      'works.yml': 'ader2001:\n  type: article\n  title: One Film\n  author: Ader, Ann\n  date: 2001\n',
    });
    equal(hayagriva['a.typ']!.split('#bibliography').length, 2);
    match(
      hayagriva['works.yml']!,
      /\npeled1979:\n {2}type: article\n {2}title: [\s\S]*\n {2}parent:\n {4}type: periodical\n/,
    );
    const csl = await cited({ 'a.md': '---\nbibliography: refs.json\n---\nFilms grow.\n', 'refs.json': '[]' });
    equal(JSON.parse(csl['refs.json']!)[0].id, 'Peled1979');
    const listed = await cited({
      'a.md': '---\nbibliography: refs.yaml\n---\nFilms grow.\n',
      'refs.yaml': '---\nreferences:\n  - id: ader2001\n    title: One\n...\n',
    });
    match(listed['refs.yaml']!, /\n {2}- id: Peled1979\n {4}type: article-journal\n[\s\S]*\n\.\.\.\n$/);
  });

  test('in YAML is made in that form', async () => {
    const files = await cited({ 'a.typ': 'Films grow.\n\n#bibliography("works.yml")\n' });
    match(files['works.yml']!, /^Peled1979:\n/);
    const pandoc = { 'a.md': '---\nbibliography: works.yaml\n---\n\nFilms grow.\n' };
    match((await cited(pandoc))['works.yaml']!, /^references:\n {0,2}- id: Peled1979\n/);
    match(
      (await cited({ ...pandoc, 'works.yaml': 'references:\n' }))['works.yaml']!,
      /^references:\n {0,2}- id: Peled1979\n/,
    );
    match((await said({ ...pandoc, 'works.yaml': 'references: []\n' }))!, /works\.yaml” has no place for another work/);
  });

  test('for the whole project counts for every document of it', async () => {
    for (const [name, text] of [
      ['_quarto.yml', 'project:\n  type: website\nbibliography: refs.bib\n'],
      ['myst.yml', 'project:\n  bibliography:\n    - refs.bib\n'],
      ['_bookdown.yml', 'bibliography: refs.bib\n'],
    ] as const) {
      const files = await cited({ 'notes.md': 'Films grow.\n', [name]: text, 'refs.bib': OWN, 'other.bib': OWN });
      deepEqual(Object.keys(files).sort(), ['notes.md', 'refs.bib'], name);
    }
  });
});

suite('macros of one bibliography', () => {
  const strings = '@string{jes = "Journal of The Electrochemical Society"}\n@string{jps = {J. Power Sources}}\n';
  const refs =
    '@article{a, title = {A}, journal = jes, month = jul}\n@string{jps = {Own}}\n@article{b, title = {B}, journal = jps # "!"}\n@article{c, title = {C}, journal = later}\n';
  const containers = async (order: string) => {
    const texts = { 'a.tex': paper(`\\bibliography{${order}}\n`), 'strings.bib': strings, 'refs.bib': refs };
    const { bibliography } = await load(texts, 'a.tex');
    return ['a', 'b', 'c'].map((key) => bibliography.entry(key)?.entry.reference.container);
  };

  test('are known in those after it, where they are not defined anew', async () => {
    deepEqual(await containers('strings,refs'), ['Journal of The Electrochemical Society', 'Own!', 'later']);
    deepEqual(await containers('refs,strings'), ['jes', 'Own!', 'later']);
  });

  test('are not used in those before it', async () => {
    const files = (order: string) => ({
      'a.tex': paper(`\\bibliography{${order}}\n`),
      'strings.bib': strings,
      'refs.bib': OWN,
    });
    match((await cited(files('strings,refs')))['refs.bib']!, /journal = jes/);
    doesNotMatch((await cited(files('refs,strings')))['refs.bib']!, /journal = jes/);
  });

  test('are read with once, so that what is indexed of the works is kept', async () => {
    const texts = { 'a.tex': paper('\\bibliography{strings,refs}\n'), 'strings.bib': strings, 'refs.bib': refs };
    const workspace = new Workspace(filesOf(texts), bundledCatalogue());
    const [one, two] = [await workspace.load(uriOf('a.tex')), await workspace.load(uriOf('a.tex'))];
    equal(one!.bibliography, two!.bibliography);
  });
});

suite('several bibliographies', () => {
  const MENDELEY = `Automatically generated by Mendeley Desktop 1.19\nAny changes to this file will be lost if it is regenerated by Mendeley.\n\n${OWN}`;
  const two = { 'a.tex': paper('\\bibliography{lib,refs}\n'), 'lib.bib': MENDELEY, 'refs.bib': OWN };

  test('the one that no reference manager exports gets the entry', async () => {
    for (const exported of [
      MENDELEY,
      `${OWN}% == BibTeX quality report for Ader2001:\n% ? unused\n`,
      OWN.replace('year', 'file = {Full Text:/home/a/Zotero/storage/ABCD2345/f.pdf:application/pdf},\n  year'),
    ])
      ok((await cited({ ...two, 'lib.bib': exported }))['refs.bib']);
    ok((await cited({ ...two, 'refs.bib': '' }))['refs.bib'], 'though it is empty');
  });

  test('where there is no other, the message says that the entry may be lost', async () => {
    match(
      (await said({ 'a.tex': paper('\\bibliography{lib}\n'), 'lib.bib': MENDELEY }))!,
      /Mendeley writes lib\.bib anew/,
    );
  });

  test('all are named to choose from, and a choice is kept in the project file', async () => {
    const planned = await plan(two);
    ok(!isRefusal(planned));
    deepEqual(
      planned.choices?.map(({ uri, exportedBy }) => [nameOf(uri), exportedBy]),
      [
        ['refs.bib', undefined],
        ['lib.bib', 'Mendeley'],
      ],
    );
    const other = planned.choices![1]!.uri;
    const files = after(await plan(two, PELED, other), two);
    deepEqual(Object.keys(files).sort(), ['.interphase.yaml', 'a.tex', 'lib.bib']);
    equal(files['.interphase.yaml'], 'entries: "lib.bib"\n');
    const kept = { ...two, '.interphase.yaml': 'accepted: [SEI]\nentries: refs.bib\n' };
    equal(after(await plan(kept, PELED, other), kept)['.interphase.yaml'], 'accepted: [SEI]\nentries: "lib.bib"\n');
    const chosen = { ...two, '.interphase.yaml': 'entries: lib.bib\n' };
    ok((await cited(chosen))['lib.bib']);
    const again = await plan(chosen);
    ok(!isRefusal(again) && again.choices === undefined, 'what was chosen is not asked again');
  });

  test('a glossary is none', async () => {
    const head = '\\usepackage{glossaries-extra}\n\\GlsXtrLoadResources[src={terms}]\n';
    const files = await cited({
      'a.tex': paper('\\bibliography{refs}\n', head),
      'terms.bib': '@abbreviation{sei, short={SEI}, long={solid electrolyte interphase}}\n',
      'refs.bib': '',
    });
    ok(files['refs.bib'] && !files['terms.bib']);
  });
});

suite('a manuscript without bibliography', () => {
  test('gets one, its declaration and a style', async () => {
    const files = await cited({ 'a.tex': paper('') });
    match(files['a.tex']!, /\n\\bibliographystyle\{unsrt\}\n\\bibliography\{references\}\n\\end\{document\}\n$/);
    match((await cited({ 'a.tex': paper('', '\\usepackage{natbib}\n') }))['a.tex']!, /\\bibliographystyle\{unsrtnat\}/);
    const styled = await cited({ 'a.tex': paper('\\bibliographystyle{plain}\n') });
    equal(styled['a.tex']!.split('bibliographystyle').length, 2);
    const journal = paper('').replace('{article}', '{achemso}');
    doesNotMatch((await cited({ 'a.tex': journal }))['a.tex']!, /bibliographystyle/);
    const biblatex = (await cited({ 'a.tex': paper('', '\\usepackage{biblatex}\n') }))['a.tex']!;
    match(biblatex, /\n\\addbibresource\{references\.bib\}\n\\begin\{document\}/);
    match(biblatex, /\n\\printbibliography\n\\end\{document\}/);
    doesNotMatch(biblatex, /bibliographystyle/);
  });

  test('gets the style that its packages are typeset with', async () => {
    const styled = async (name: string) => (await cited({ 'a.tex': paper('', `\\usepackage{${name}}\n`) }))['a.tex']!;
    match(await styled('apacite'), /\\bibliographystyle\{apacite\}/);
    match(await styled('harvard'), /\\bibliographystyle\{agsm\}/);
    match(await styled('biblatex-chicago'), /\\addbibresource\{references\.bib\}/);
  });

  test('is not declared where MyST takes every .bib, and not known in a part of a paper', async () => {
    const files = await cited({ 'a.md': 'Films grow.\n', 'myst.yml': 'version: 1\nproject:\n  title: T\n' });
    equal(files['a.md'], 'Films grow [@Peled1979].\n');
    match(
      (await said({ 'a.tex': 'Films grow.\n' }))!,
      /name references\.bib in the file that the paper is typeset from/,
    );
    match(
      (await cited({ 'a.md': '+++\ntitle = "T"\n+++\n\nFilms grow.\n' }))['a.md']!,
      /^\+\+\+\ntitle = "T"\nbibliography = "references\.bib"\n\+\+\+/,
    );
  });

  test('is given the one that lies beside it', async () => {
    const files = await cited({ 'a.md': '---\ntitle: T\n...\nFilms grow.\n', 'my refs.bib': OWN });
    deepEqual(Object.keys(files).sort(), ['a.md', 'my refs.bib']);
    match(files['a.md']!, /^---\ntitle: T\nbibliography: my refs\.bib\n\.\.\.\n/);
    match((await cited({ 'a.tex': paper(''), 'refs.bib': OWN }))['a.tex']!, /\\bibliography\{refs\}/);
    const own = await cited({ 'a.tex': paper(''), 'refs.bib': OWN }, 'own:Ader2001');
    deepEqual(Object.keys(own), ['a.tex']);
    match(own['a.tex']!, /\\bibliography\{refs\}/);
  });

  test('with line ends of Windows keeps them', async () => {
    const text = paper('').replaceAll('\n', '\r\n');
    doesNotMatch((await cited({ 'a.tex': text }))['a.tex']!, /[^\r]\n/);
  });
});

suite('a bibliography that is not UTF-8', () => {
  const latin1 = '@article{Ader2001,\n  author = {Müller, A.},\n  title = {One Film},\n  year = {2001},\n}\n';
  const work =
    '@article{erdos1960,\n  author = {Erdős, P. and Größe, A.},\n  title = {On Films},\n  year = {1960},\n}\n';
  const texts = {
    'a.md': '---\nbibliography: refs.bib\n---\n\nFilms grow.\n',
    'refs.bib': latin1,
    'lib/all.bib': work,
    '.interphase.yaml': 'bibliography: [lib/all.bib]\n',
  };
  const written = async (encoding: Encoding) => {
    const plain = filesOf(texts);
    const read: Files['read'] = async (uri) => {
      const file = await plain.read(uri);
      return file && uri.endsWith('refs.bib') ? { ...file, encoding } : file;
    };
    const context = (await new Workspace({ ...plain, read }, bundledCatalogue()).load(uriOf('a.md')))!;
    return after(planCitation(context, texts['a.md'].indexOf('grow.') + 4, ['own:erdos1960'], 'auto'), texts)[
      'refs.bib'
    ]!;
  };

  test('gets letters that it cannot hold as commands of TeX', async () => {
    match(await written('utf-8'), /author = \{Erdős, P\. and Größe, A\.\}/);
    match(await written('windows-1252'), /author = \{Erd\{\\H\{o\}\}s, P\. and Gr\{\\"o\}\{\\ss\}e, A\.\}/);
  });
});

suite('a work of the writer’s library', () => {
  const library = '@article{ader-film, author = {Ader, A.}, title = {One Film}, year = 2001}\n';
  const texts = {
    'a.md': '---\nbibliography: refs.bib\n---\n\nFilms grow.\n',
    'refs.bib': '@article{Beck2002, author = {Beck, B.}, title = {Two}, year = 2002}\n',
    'lib/all.bib': library,
    '.interphase.yaml': 'bibliography: [lib/all.bib]\n',
  };

  test('goes with its entry into the bibliography of the paper, under the key it has', async () => {
    const files = await cited(texts, 'own:ader-film');
    match(files['a.md']!, /\[@ader-film\]/);
    match(files['refs.bib']!, /@article\{ader-film, /);
    equal(await said(texts, 'own:ader-film'), 'Added ader-film to refs.bib.');
  });

  test('keeps edition, series, number of a preprint and the like', async () => {
    const more =
      'edition = {Second}, series = {Films and Cells}, address = {Köln}, eprint = {2001.00001}, archiveprefix = {arXiv}';
    const files = await cited(
      { ...texts, 'lib/all.bib': library.replace('year = 2001', `year = 2001, ${more}, abstract = {Long}`) },
      'own:ader-film',
    );
    for (const field of more.split(', ')) ok(files['refs.bib']!.includes(field), field);
    doesNotMatch(files['refs.bib']!, /abstract|url/);
  });

  test('is not added where the paper has it', async () => {
    const files = await cited({ ...texts, 'refs.bib': library.replace('ader-film', 'Ader2001') }, 'own:ader-film');
    deepEqual(Object.keys(files), ['a.md']);
    match(files['a.md']!, /\[@Ader2001\]/);
  });

  test('is cited from where it is when the paper has no bibliography but that', async () => {
    const { 'refs.bib': _, ...others } = { ...texts, 'a.md': 'Films grow.\n' };
    deepEqual(Object.keys(await cited(others, 'own:ader-film')), ['a.md']);
    deepEqual(Object.keys(await cited(others)).sort(), ['a.md', 'lib/all.bib']);
  });
});

suite('references in the manuscript itself', () => {
  const numbered = 'Films grow.\n\nReferences\n\n[1] A. Ader, J. Power Sources 1 (2001) 2.\n';

  test('get a work that is cited by its number, as soon as there is one', async () => {
    const files = await cited({ 'a.txt': numbered });
    match(
      files['a.txt']!,
      /^Films grow \[2\]\.\n[\s\S]*\n\[1\] .*\n\[2\] E\. Peled, J\. Electrochem\. Soc\. 126 \(1979\) 2047\.\n$/,
    );
    equal(await said({ 'a.txt': numbered }), 'Added no. 2 to the references in a.txt.');
    match((await cited({ 'a.txt': numbered.replace('References', 'Literatur') }))['a.txt']!, /\[2\]/);
    deepEqual(Object.keys(await cited({ 'a.txt': numbered, 'refs.bib': OWN }, 'own:Ader2001')), ['a.txt']);
  });

  test('get an item where thebibliography is empty', async () => {
    const files = await cited({ 'a.tex': paper('\\begin{thebibliography}{9}\n\\end{thebibliography}\n') });
    deepEqual(Object.keys(files), ['a.tex']);
    match(files['a.tex']!, /\{9\}\n\\bibitem\{Peled1979\} .+\n\\end\{thebibliography\}/);
  });

  test('are left alone where works are cited by keys, or begin with nothing', async () => {
    match((await said({ 'a.txt': 'Films grow.\n' }))!, /a\.txt has none: begin it with the heading “References”/);
    const keyed = { 'a.md': numbered.replace('grow.', 'grow. More [@Ader2001].'), 'refs.bib': OWN };
    deepEqual(Object.keys(await cited(keyed)).sort(), ['a.md', 'refs.bib']);
  });
});

suite('what is said', () => {
  test('is true of a work that is there already', async () => {
    const texts = {
      'a.tex': paper('\\bibliography{refs}\n'),
      'refs.bib':
        '@article{pel79, author={Peled, E.}, title={The Electrochemical Behaviour of Alkali and Alkaline Earth Metals in Nonaqueous Battery Systems}, year=1979, journal={Journal of The Electrochemical Society}, volume=126, pages={2047}}\n',
    };
    deepEqual(Object.keys(await cited(texts)), ['a.tex']);
    equal(await said(texts), 'refs.bib has pel79 already.');
  });
});

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import { planCitation, planEntries } from '../../server/features/citations/insert';
import { citeInsteadAt } from '../../server/features/citations/instead';
import { citable, searchCitable } from '../../server/features/citations/search';
import { completionsAt } from '../../server/features/completion/completion';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { nodeFiles } from '../../server/nodeFiles';
import { check } from '../../server/rules';
import { NO_LIBRARY, placeOf } from '../../server/workspace/library';
import { type ManuscriptContext, Workspace } from '../../server/workspace/workspace';
import { after, filesOf, load, uriOf } from '../support/loaded';
import { type TempFolder, tempFolder } from '../support/temp';

const PAPER = 'Films grow.\n\\bibliography{refs}\n';
const OWN = `@article{ahn20,
  author  = {Ahn, Ann},
  title   = {One film},
  journal = {J. Films},
  year    = {2020},
  doi     = {10.1000/one}
}
`;
const SHELF = `@article{zott_growth_2018,
	title = {Growth of films on sodium},
	volume = {3},
	doi = {10.1000/shelf.2},
	journal = {Journal of Films},
	author = {Zott, Zoe and Yen, Yi},
	year = {2018},
	pages = {1--9},
}

@article{ahn_one_2020, title={One film}, author={Ahn, Ann}, journal={Journal of Films}, year={2020}, doi={https://doi.org/10.1000/ONE}}
`;
const texts = { 'a.tex': PAPER, 'refs.bib': OWN, 'shelf.bib': SHELF };
const withShelf = (files: Readonly<Record<string, string>> = texts) => load(files, 'a.tex', { library: ['shelf.bib'] });

const found = (context: ManuscriptContext, query: string): string[] =>
  searchCitable(context, 5, query).found.map(({ source, reference }) => `${source} ${reference.key}`);

suite('the library of the writer', () => {
  test('is searched, its works after the manuscript’s own, and none that the manuscript has', async () => {
    const context = await withShelf();
    equal(found(context, 'zott')[0], 'library zott_growth_2018');
    deepEqual(found(context, 'film ahn'), ['workspace ahn20']);
    equal(found(context, '10.1000/shelf.2')[0], 'library zott_growth_2018');
  });

  test('is not the manuscript’s: a work is copied into its bibliography, in the style of that file', async () => {
    const context = await withShelf();
    const id = searchCitable(context, 5, 'zott').found[0]!.id;
    const plan = planCitation(context, 10, [id], 'auto');
    const written = after(plan, texts);
    equal(written['a.tex'], PAPER.replace('grow', 'grow~\\cite{zott_growth_2018}'));
    equal(
      written['refs.bib'],
      `${OWN}
@article{zott_growth_2018,
  author  = {Zott, Zoe and Yen, Yi},
  title   = {Growth of films on sodium},
  journal = {J. Films},
  year    = {2018},
  volume  = {3},
  pages   = {1--9},
  doi     = {10.1000/shelf.2}
}
`,
    );
    equal(written['shelf.bib'], undefined);
    equal('message' in plan && plan.message, 'Added zott_growth_2018 to refs.bib.');
  });

  test('defines no key; the fix for an undefined key that it has copies the entry', async () => {
    const cited = {
      ...texts,
      'a.tex': 'Films \\cite{zott_growth_2018} grow \\cite{Zott2018}.\n\\bibliography{refs}\n',
    };
    const context = await withShelf(cited);
    const { bibliography, manuscript, file } = context;
    const codes = check(file, manuscript, {}, { accepted: new Set(), bibliography }).map(({ code }) => code);
    deepEqual(codes, ['citation/undefined-key', 'citation/undefined-key']);
    for (const key of ['zott_growth_2018', 'Zott2018']) {
      const [fix] = citeInsteadAt(context, cited['a.tex'].indexOf(key));
      ok(fix, key);
      equal(fix.title, 'Cite Zott and Yen 2018, “Growth of films on sodium”');
      const changed = after(fix.plan, cited);
      match(changed['refs.bib']!, /@article\{zott_growth_2018,/);
      deepEqual(
        Object.keys(changed),
        key === 'Zott2018' ? ['a.tex', 'refs.bib'] : ['refs.bib'],
        'no change without one',
      );
    }
  });

  test('is completed in a citation, and the entry gets the key that was completed', async () => {
    const typed = { ...texts, 'a.tex': 'Films \\cite{zot}.\n\\bibliography{refs}\n' };
    const context = await withShelf(typed);
    const [first] = completionsAt(context, 'Films \\cite{zot'.length, {
      abbreviations: false,
      citations: true,
      species: false,
    });
    equal(first?.newText, 'zott_growth_2018');
    match(after(planEntries(context, [first.id!]), typed)['refs.bib']!, /@article\{zott_growth_2018,/);
  });

  test('says what of it is not read, and is searched without that', async () => {
    const options = { library: ['gone.bib', 'shelf.bib', 'works.docx', '~/none.bib'] };
    const context = await load(texts, 'a.tex', options);
    deepEqual(context.library.notes, [
      '“gone.bib” of your library was not found.',
      '“works.docx” of your library is not read: its name ends in none of .bib, .json, .yml, .yaml.',
      '“~/none.bib” of your library was not found.',
    ]);
    equal(found(context, 'zott')[0], 'library zott_growth_2018');
    deepEqual(context.problems, []);
  });

  test('holds CSL-JSON and YAML, too', async () => {
    const json = '[{"id": "x1", "type": "book", "title": "Salts", "author": [{"family": "Xu", "given": "K."}]}]';
    const yaml = 'y1:\n  type: article\n  title: Sands\n  author: Yu, Y.\n';
    const context = await load({ ...texts, 'x.json': json, 'y.yaml': yaml }, 'a.tex', {
      library: ['x.json', 'y.yaml'],
    });
    equal(found(context, 'salts xu')[0], 'library x1');
    equal(found(context, 'sands')[0], 'library y1');
  });

  test('is parsed and indexed once, however often something is typed', async () => {
    const works = Array.from(
      { length: 5000 },
      (_, i) => `@misc{k${i}, author={Name${i % 700}, A.}, title={Film ${i}}}`,
    );
    const context = await withShelf({ ...texts, 'shelf.bib': works.join('\n') });
    for (const each of [context, { ...context, library: NO_LIBRARY }]) {
      const indexed = citable(each);
      for (const query of ['n', 'na', 'name12', 'name12 film']) searchCitable(each, 5, query);
      equal(citable(each), indexed);
    }
    equal(context.library.works(), context.library.works());
  });

  test('is read again when the list opens, and kept otherwise', async () => {
    const files: Record<string, string> = { ...texts };
    const workspace = new Workspace(filesOf(files), bundledCatalogue(), { library: ['shelf.bib'] });
    const now = async () => (await workspace.load(uriOf('a.tex')))!;
    workspace.edit(uriOf('a.tex'), 'latex', PAPER);
    const before = await now();
    equal(found(before, 'zott').length, 1);
    files['shelf.bib'] = SHELF.replaceAll('Zott', 'Zimt');
    equal((await now()).library.works(), before.library.works());
    workspace.forgetLibrary();
    equal(found(await now(), 'zimt')[0], 'library zott_growth_2018');
    const unchanged = (await now()).library.works();
    workspace.forgetLibrary();
    equal((await now()).library.works(), unchanged);
  });
});

suite('paths of the library', () => {
  const place = (path: string) => placeOf(path, 'file:///home/ann/paper', 'file:///home/ann');

  test('begin at the home folder, at the root or at the main file', () => {
    equal(place('~/Zotero/my%20works.bib')?.uri, 'file:///home/ann/Zotero/my%2520works.bib');
    equal(place('/data/all.bib')?.uri, 'file:///data/all.bib');
    equal(place('../all.bib')?.uri, 'file:///home/ann/all.bib');
    equal(place('C:\\refs\\all.bib')?.uri, 'file:///c%3A/refs/all.bib');
    equal(placeOf('~/all.bib', 'vscode-vfs://github/a', undefined), undefined);
  });

  test('may be patterns', () => {
    deepEqual(place('~/papers/**/*.bib')?.pattern, { base: 'file:///home/ann/papers', glob: '**/*.bib' });
    deepEqual(place('/data/{a,b}/*.json')?.pattern, { base: 'file:///data', glob: '{a,b}/*.json' });
    deepEqual(place('C:\\refs\\*.bib')?.pattern, { base: 'file:///c%3A/refs', glob: '*.bib' });
    deepEqual(place('*.bib')?.pattern, { base: 'file:///home/ann/paper', glob: '*.bib' });
  });

  let folder: TempFolder;
  setup(async () => {
    folder = await tempFolder({
      'paper/a.md': 'Films grow.\n',
      'lib/one/a.bib': '@misc{a1, title={One}}',
      'lib/b [old].bib': '@misc{b1, title={Two}}',
      'lib/c.txt': '@misc{c1, title={Three}}',
    });
  });
  teardown(() => folder.remove());

  test('find files on disk; a name with brackets is a file before it is a pattern', async () => {
    const keys = async (...library: string[]) => {
      const workspace = new Workspace(nodeFiles, bundledCatalogue(), { library });
      const { works } = (await workspace.load(folder.uri('paper/a.md')))!.library;
      return works().flatMap(({ file }) => file.entries.map(({ reference }) => reference.key));
    };
    deepEqual((await keys(join(folder.path, 'lib/**/*'))).sort(), ['a1', 'b1']);
    deepEqual(await keys('../lib/b [old].bib', '../lib/one/a.bib', '../lib/*/a.bib'), ['b1', 'a1']);
  });
});

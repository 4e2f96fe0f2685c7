import { deepEqual, doesNotMatch, equal, match, rejects } from 'node:assert/strict';
import type {
  CodeAction,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  Location,
  TextDocumentEdit,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../support/client';
import { filesOf } from '../support/loaded';

const CAN = {
  textDocument: {
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const BIB = `@string{jes = "J. Electrochem. Soc."}

@article{peled79,
  author   = {Peled, E. and Menkin, S. and Golodnitsky, D. and Others, A.},
  title    = {Films of {Li$_7$La$_3$Zr$_2$O$_{12}$} and LiF},
  journal  = jes,
  year     = {1979},
  doi      = {10.1149/1.2128859},
  abstract = {We study *films* on lithium.}
}

@inproceedings{talk,
  crossref = {Peled79},
  title    = {A talk}
}

@article{odd, title = {Odd},
      AUTHOR="Odd, O.", year=2001 }
`;
const TEX = `\\documentclass{article}
\\begin{document}
As \\cite{peled79} and \\citep[p.~3]{odd, peled79} say.
\\input{two}
\\bibliography{refs}
\\end{document}
`;
const FILES = {
  'refs.bib': BIB,
  'main.tex': TEX,
  'two.tex': 'More \\cite{peled79}.\n',
  'other.md': '---\nbibliography: own.bib\n---\n\nNo [@peled79].\n',
};
const markdownOf = (hover: Hover | null): string => (hover ? (hover.contents as { value: string }).value : '');
const uri = (name: string): string => `file:///paper/${name}`;

suite('a .bib file that is open', () => {
  let client: TestClient;
  setup(async () => {
    client = await TestClient.inProcess(filesOf(FILES), { capabilities: CAN });
    await client.open(uri('refs.bib'), 'bibtex', BIB);
  });
  teardown(async () => {
    await client.stop();
  });

  const ask = <R>(method: string, mark: string, more: object = {}): Promise<R> =>
    client.request<R>(method, {
      textDocument: { uri: uri('refs.bib') },
      position: client.text(uri('refs.bib')).positionAt(BIB.indexOf(mark) + 1),
      ...more,
    });
  const places = (found: readonly Location[]): string[] =>
    found.map(({ uri: of, range }) => `${of.slice('file:///paper/'.length)}:${range.start.line + 1}`);

  test('shows an entry as it reads, title first, with its species and where it is cited', async () => {
    const hover = await client.hover(uri('refs.bib'), BIB.indexOf('peled79') + 1);
    const text = markdownOf(hover).replaceAll('\\', '');
    match(
      text,
      /^\*\*Films of Li₇La₃Zr₂O₁₂ and LiF\*\*\n\nPeled, E\.; Menkin, S\.; Golodnitsky, D\.; et al\. · J\. Electrochem\. Soc\. 1979/,
    );
    match(text, /About [^\n]+, /);
    match(text, /Cited 3 times: main\.tex line 3; two\.tex line 1/);
    match(text, /\[10\.1149\/1\.2128859\]\(https:\/\/doi\.org\/10\.1149\/1\.2128859\)/);
    equal(text.match(/10\.1149\/1\.2128859/g)?.length, 2, 'the DOI is shown once, and linked');
    match(markdownOf(hover), /\\\*films\\\*/, 'what others wrote is escaped');
  });

  test('lists where an entry is cited and inherited from', async () => {
    const context = { context: { includeDeclaration: true } };
    deepEqual(places(await ask('textDocument/references', 'peled79', context)), [
      'refs.bib:3',
      'main.tex:3',
      'main.tex:3',
      'two.tex:1',
      'refs.bib:13',
    ]);
  });

  test('has an outline, folds and links', async () => {
    const symbols = await ask<DocumentSymbol[]>('textDocument/documentSymbol', 'peled79');
    deepEqual(
      symbols.map(({ name, detail }) => [name, detail]),
      [
        ['peled79', 'Peled 1979 · Films of Li₇La₃Zr₂O₁₂ and LiF'],
        ['talk', 'Peled 1979 · A talk'],
        ['odd', 'Odd 2001 · Odd'],
      ],
    );
    const folds = await ask<FoldingRange[]>('textDocument/foldingRange', 'peled79');
    deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [2, 9],
        [11, 14],
        [16, 17],
      ],
    );
    const links = await ask<DocumentLink[]>('textDocument/documentLink', 'peled79');
    deepEqual(
      links.map(({ target }) => target),
      ['https://doi.org/10.1149/1.2128859'],
    );
    equal(await client.request('textDocument/foldingRange', { textDocument: { uri: uri('main.tex') } }), null);
  });

  const after = (edit: WorkspaceEdit): Record<string, string> =>
    Object.fromEntries(
      (edit.documentChanges as TextDocumentEdit[]).map(({ textDocument, edits }) => {
        const name = textDocument.uri.slice('file:///paper/'.length) as keyof typeof FILES;
        const document = TextDocument.create(textDocument.uri, '', 0, FILES[name]);
        return [name, TextDocument.applyEdits(document, edits as never)];
      }),
    );

  test('a key is renamed in the entry, where others inherit from it, and in all files that cite it', async () => {
    const renamed = after(await ask('textDocument/rename', 'peled79', { newName: 'Peled1979' }));
    deepEqual(Object.keys(renamed).sort(), ['main.tex', 'refs.bib', 'two.tex']);
    for (const text of Object.values(renamed)) doesNotMatch(text, /peled79/i);
    match(renamed['main.tex']!, /\\cite\{Peled1979\} and \\citep\[p\.~3\]\{odd, Peled1979\}/);
    match(renamed['refs.bib']!, /crossref = \{Peled1979\}/);
  });

  test('so it is from the manuscript', async () => {
    await client.open(uri('main.tex'), 'latex', TEX);
    const at = { textDocument: { uri: uri('main.tex') }, position: { line: 2, character: 10 } };
    deepEqual((await client.request<{ placeholder: string }>('textDocument/prepareRename', at)).placeholder, 'peled79');
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...at, newName: 'P' });
    deepEqual(Object.keys(after(edit)).sort(), ['main.tex', 'refs.bib', 'two.tex']);
  });

  test('a key that is taken, or none, is refused', async () => {
    await rejects(ask('textDocument/rename', 'peled79', { newName: 'odd' }), /another work in refs\.bib/);
    await rejects(ask('textDocument/rename', 'peled79', { newName: 'two words' }), /must be one word/);
  });

  const suggested = async (typed: string, text = '‸'): Promise<[string, string][]> => {
    const whole = BIB + text.replace('‸', typed);
    const at = BIB.length + text.indexOf('‸') + typed.length;
    await client.edit(uri('refs.bib'), 0, BIB.length, whole);
    const position = client.text(uri('refs.bib')).positionAt(at);
    const textDocument = { uri: uri('refs.bib') };
    const list = await client.request<CompletionList>('textDocument/completion', { textDocument, position });
    return list.items.map(({ label, detail }) => [label, detail!]);
  };

  test('completes entry types', async () => {
    deepEqual(await suggested('@inp'), [['inproceedings', 'entry type']]);
  });

  test('completes the fields that an entry lacks, those that it needs first', async () => {
    const fields = await suggested('', '\n@article{new,\n  author = {A, B},\n  ‸\n  year = 2000\n}\n');
    deepEqual(fields.slice(0, 2), [
      ['title', 'required'],
      ['journal', 'required'],
    ]);
    deepEqual(
      (await suggested('vol', '\n@article{new, ‸')).map(([name]) => name),
      ['volume'],
    );
    deepEqual(await suggested('vol', '\n@article{new, title = {‸'), []);
  });

  test('completes names of journals by words of either name, as the file writes them', async () => {
    const [first] = await suggested('j power so', '\n@article{new,\n  journal = {‸}\n}\n');
    deepEqual(first, ['J. Power Sources', 'Journal of Power Sources']);
  });
});

suite('what is wrong with a .bib file', () => {
  const bib =
    '@article{a, author={Ahn, A.}, title={One}, journal={J}, year=2020, doi={10.1000/x}}\n\n@article{b,author={Ahn, A.}, title={One}, journal={J}, year=2020, doi={10.1000/x}}\n';
  const files = {
    'refs.bib': bib,
    'main.tex':
      '\\documentclass{article}\\begin{document}Films \\cite{a} and \\cite{b} and \\cite{Peled1979}.\\bibliography{refs}\\end{document}',
  };
  let client: TestClient;
  setup(async () => {
    client = await TestClient.inProcess(filesOf(files), { capabilities: { textDocument: { diagnostic: {} } } });
  });
  teardown(async () => {
    await client.stop();
  });
  const titles = (actions: readonly CodeAction[]): string[] => actions.map(({ title }) => title);

  test('is a diagnostic with its fixes, over all files, and can be switched off', async () => {
    await client.open(uri('refs.bib'), 'bibtex', bib);
    const [found] = (await client.diagnostics(uri('refs.bib'))).filter((d) => d.code === 'citation/duplicate-entry');
    const actions = await client.codeActions(uri('refs.bib'), [found!]);
    deepEqual(titles(actions), [
      'Cite “a” everywhere and remove this entry',
      'Ignore here',
      'Ignore this kind in this file',
      'Ignore this kind in this manuscript',
      'Format this entry as the others are',
    ]);
    const changes = actions[0]!.edit!.documentChanges as TextDocumentEdit[];
    deepEqual(changes.map(({ textDocument }) => textDocument.uri).sort(), [uri('main.tex'), uri('refs.bib')]);
  });

  test('for a key that no entry has, a known work can be added', async () => {
    await client.open(uri('main.tex'), 'latex', files['main.tex']);
    const [found] = (await client.diagnostics(uri('main.tex'))).filter((d) => d.code === 'citation/undefined-key');
    const actions = await client.codeActions(uri('main.tex'), [found!]);
    const cite = actions.find(({ title }) => title.startsWith('Cite Peled 1979'));
    const changes = cite!.edit!.documentChanges as TextDocumentEdit[];
    match(JSON.stringify(changes.find(({ textDocument }) => textDocument.uri === uri('refs.bib'))), /Peled/);
  });
});

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { Diagnostic, TextDocumentEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { ManuscriptReferencesResult, SearchReferencesResult } from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { marked } from '../support/marked';
import { PLACES } from '../support/places';
import { type TempFolder, tempFolder } from '../support/temp';

const PULL = { textDocument: { diagnostic: {} } };

/** Texts of the changed files after an edit, by the end of their URI. */
function textsAfter(edit: WorkspaceEdit | undefined, texts: Readonly<Record<string, string>>): Record<string, string> {
  const after: Record<string, string> = {};
  for (const change of (edit?.documentChanges ?? []) as TextDocumentEdit[]) {
    if (!('textDocument' in change)) continue;
    const { uri } = change.textDocument;
    const name = uri.slice(uri.lastIndexOf('/') + 1);
    after[name] = TextDocument.applyEdits(TextDocument.create(uri, '', 0, texts[name] ?? ''), change.edits as never);
  }
  return after;
}

const text = (value: unknown): string => (value as { value: string }).value;

for (const place of PLACES)
  suite(`language server over stdio${place.name}`, () => {
    let folder: TempFolder;
    let client: TestClient;

    suiteSetup(async () => {
      folder = await tempFolder(
        {
          'refs.bib': '@article{Peled1979,\n  author = {Peled, E.},\n  title = {The model},\n  year = {1979},\n}\n',
          'latin1.tex': new Uint8Array([0x41, 0x0a, 0xe4, 0x0a]),
        },
        place,
      );
      client = await TestClient.start({ capabilities: PULL, extras: { citeCommand: 'interphase.citeSource' } });
    });
    suiteTeardown(async () => {
      equal(await client.stop(), 0);
      await folder.remove();
    });

    const open = async (name: string, languageId: string, content: string): Promise<string> => {
      const uri = folder.uri(name);
      await client.open(uri, languageId, content);
      return uri;
    };

    test('offers pull diagnostics where the client can pull', () => {
      ok(client.initialized.capabilities.diagnosticProvider);
      ok(client.initialized.capabilities.hoverProvider);
    });

    test('hover over an abbreviation gives the definition of the paper, then the card of the species', async () => {
      const doc = marked('We add fluoroethylene carbonate (FEC). The «FEC» is reduced first.');
      const uri = await open('hover.tex', 'latex', doc.text);
      const hover = await client.hover(uri, doc.span('FEC').start + 1);
      match(text(hover?.contents), /^\*\*FEC\*\* · fluoroethylene carbonate · C₃H₃FO₃/);
      match(text(hover?.contents), /defined in \[line 1\]\(file:.*#L1\) as “fluoroethylene carbonate”, used once/);
      match(text(hover?.contents), /106\\\.0\d g mol⁻¹/);
      deepEqual(hover?.range, { start: { line: 0, character: 43 }, end: { line: 0, character: 46 } });
    });

    test('diagnostics carry code, range and fixes; the fix is an edit of this version', async () => {
      const content = 'The SEI grows.\n\nThe solid electrolyte interphase (SEI) is thin.';
      const uri = await open('fix.tex', 'latex', content);
      const [found] = await client.diagnostics(uri);
      equal(found?.code, 'abbreviation/used-before-definition');
      match(found?.codeDescription?.href ?? '', /docs\/rules\/abbreviation-used-before-definition\.md$/);
      const [fix] = await client.codeActions(uri, [found as Diagnostic]);
      equal(
        textsAfter(fix?.edit, { 'fix.tex': content })['fix.tex'],
        'The solid electrolyte interphase (SEI) grows.\n\nThe SEI is thin.',
      );
    });

    test('fixes of an older version are not offered', async () => {
      const uri = await open('moved.tex', 'latex', 'The SEI grows.\n\nThe solid electrolyte interphase (SEI) is thin.');
      const before = await client.diagnostics(uri);
      await client.edit(uri, 0, 0, 'Now. ');
      const actions = await client.codeActions(uri, before);
      deepEqual(
        actions.filter((action) => action.title.startsWith('Define')),
        [],
      );
    });

    test('all safe fixes at once', async () => {
      const content =
        'The SEI grows.\n\nThe solid electrolyte interphase (SEI) is thin. The solid electrolyte interphase (SEI) ages.';
      const uri = await open('all.tex', 'latex', content);
      const [all] = await client.codeActions(uri, [], ['source.fixAll']);
      equal(
        textsAfter(all?.edit, { 'all.tex': content })['all.tex'],
        'The solid electrolyte interphase (SEI) grows.\n\nThe SEI is thin. The SEI ages.',
      );
    });

    test('a short form is accepted in the project file, which is made if need be', async () => {
      const uri = await open('accept.tex', 'latex', 'The DSIEI film. The DSIEI layer.');
      const actions = await client.codeActions(uri, await client.diagnostics(uri));
      const accept = actions.find((action) => action.title.startsWith('Accept'));
      deepEqual(textsAfter(accept?.edit, {}), { '.interphase.yaml': 'accepted:\n  - DSIEI\n' });
    });

    test('searching references finds bundled and own ones by author and year', async () => {
      const uri = await open(
        'cite.tex',
        'latex',
        '\\documentclass{article}\\begin{document}\nThe SEI\n\\bibliography{refs}\\end{document}',
      );
      const { items } = await client.request<SearchReferencesResult>('interphase/searchReferences', {
        uri,
        position: { line: 1, character: 7 },
        query: 'peled',
      });
      const [own] = items;
      deepEqual(own && { ...own, id: '' }, {
        id: '',
        key: 'Peled1979',
        label: 'Peled 1979',
        description: 'refs.bib',
        detail: 'The model',
        source: 'workspace',
        missing: ['journal'],
      });
      const bundled = items.find((item) => item.source === 'bundled');
      equal(bundled?.description, 'Interphase’s own');
    });

    test('inserting a citation writes the key into the text and the entry into the .bib in one edit', async () => {
      const content = '\\documentclass{article}\\begin{document}\nIt grows fast.\n\\bibliography{refs}\\end{document}';
      const uri = await open('insert.tex', 'latex', content);
      const position = { line: 1, character: 13 };
      const { items } = await client.request<{ items: { id: string; source: string; key: string }[] }>(
        'interphase/searchReferences',
        { uri, position, query: 'xu 2004' },
      );
      const bundled = items.find((item) => item.source === 'bundled');
      ok(bundled);
      const { edit, message } = await client.request<{ edit: WorkspaceEdit; message: string }>(
        'interphase/insertCitation',
        {
          uri,
          position,
          ids: [bundled.id],
        },
      );
      const after = textsAfter(edit, {
        'insert.tex': content,
        'refs.bib': '@article{Peled1979,\n  author = {Peled, E.},\n  title = {The model},\n  year = {1979},\n}\n',
      });
      match(after['insert.tex']!, new RegExp(`It grows fast~\\\\cite\\{${bundled.key}\\}\\.`));
      match(
        after['refs.bib']!,
        new RegExp(`^@article\\{Peled1979,[^]*\\n@article\\{${bundled.key},\\n  author = \\{Xu`),
      );
      match(message, /Added Xu2004\w* to refs\.bib\./);
    });

    test('a broken entry of an open .bib is marked, with what to do', async () => {
      const uri = await open(
        'broken.bib',
        'bibtex',
        '@article{A2000,\n  title = {Never closed,\n}\n\n@article{B2001, title = {Fine}}\n',
      );
      const [found] = await client.diagnostics(uri);
      equal(found?.range.start.line, 0);
      ok(found?.message);
    });

    test('a wrong project file is marked where the mistake is', async () => {
      const uri = await open('.interphase.yaml', 'yaml', 'accepted: [AFM]\nrulez:\n  abbreviation/undefined: off\n');
      const [found] = await client.diagnostics(uri);
      deepEqual(found?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
      match(String(found?.message), /“rulez” is an unknown setting; known here are accepted, rules/);
    });

    test('a half-typed formula and an unknown file do no harm', async () => {
      const uri = await open('half.tex', 'latex', 'The salt \\ce{LiPF6 dissolves in FEC.');
      await client.hover(uri, 12);
      equal(await client.hover(uri, 0), null);
      deepEqual(
        client.log.filter((line) => line.includes('failed')),
        [],
      );
    });

    test('Markdown that names a bibliography is a manuscript before it cites anything', async () => {
      const uri = await open('begun.md', 'markdown', '---\nbibliography: refs.bib\n---\n\nThe SEI grows. The SEI.\n');
      const { groups } = await client.request<ManuscriptReferencesResult>('interphase/manuscriptReferences', { uri });
      deepEqual(
        groups.map(({ kind, items }) => [kind, items.map(({ key }) => key)]),
        [
          ['incomplete', ['Peled1979']],
          ['uncited', ['Peled1979']],
        ],
      );
    });

    test('Markdown about other things is left alone', async () => {
      const uri = 'untitled:README.md';
      await client.open(
        uri,
        'markdown',
        '# Tool\n\nRuns the API over HTTP. The API is fast. See the SDK and the SDK docs.\n',
      );
      deepEqual(await client.diagnostics(uri), []);
    });
  });

suite('language server for an editor that cannot pull', () => {
  test('publishes diagnostics, and those of the newest text after an edit', async () => {
    const client = await TestClient.start();
    const uri = 'untitled:paper';
    equal(client.initialized.capabilities.diagnosticProvider, undefined);
    await client.open(
      uri,
      'latex',
      'The SEI grows. A solid electrolyte interphase (SEI) is thin. An SEI, not the SEI.',
    );
    const first = await client.publishedWhere((p) => p.uri === uri && p.diagnostics.length > 0);
    equal(first[0]?.code, 'abbreviation/used-before-definition');
    client.published.length = 0;
    await client.edit(uri, 0, 14, '');
    deepEqual(
      await client.publishedWhere(
        (p) => p.uri === uri && p.diagnostics.every((d) => d.code !== 'abbreviation/used-before-definition'),
      ),
      [],
    );
    await client.stop();
  });

  test('an unknown setting is named in the log and the others count', async () => {
    const client = await TestClient.start({
      settings: {
        diagnostics: { levels: { 'abbreviation/undefined': 'off', 'abbreviation/wrong': 'hint' } },
        hovers: {},
      },
    });
    await client.open('untitled:a', 'latex', 'The AFM shows it.');
    const said = () => client.log.filter((line) => line.includes('unknown setting'));
    while (said().length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
    match(said().join(' '), /interphase\.hovers.*interphase\.diagnostics\.levels: abbreviation\/wrong/);
    await client.stop();
  });
});

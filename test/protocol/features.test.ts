import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import {
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type DocumentSymbol,
  type InlayHint,
  type LocationLink,
  type SemanticTokens,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from '../support/client';
import { filesOf } from '../support/loaded';
import { PLACES } from '../support/places';
import { type TempFolder, tempFolder } from '../support/temp';

const CAN = {
  workspace: { configuration: true },
  textDocument: {
    diagnostic: {},
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const TEXT = 'A solid electrolyte interphase (SEI) grows.\n\nThe SEI of LiF is thin.\n';
const AT_SEI = { line: 2, character: 5 };

/** The text of an open file after an edit of it. */
function afterEdit(client: TestClient, uri: string, edit: WorkspaceEdit | null | undefined): string {
  const changes = (edit?.documentChanges ?? []) as TextDocumentEdit[];
  const change = changes.find((c) => c.textDocument?.uri === uri);
  return TextDocument.applyEdits(client.text(uri), (change?.edits ?? []) as never);
}

for (const place of PLACES)
  suite(`navigation and writing over stdio${place.name}`, () => {
    let folder: TempFolder;
    let client: TestClient;
    let uri: string;

    suiteSetup(async () => {
      folder = await tempFolder({ '.interphase.yaml': '# Ours.\naccepted: [AFM] # everybody knows it\n' }, place);
      client = await TestClient.start({
        capabilities: CAN,
        extras: { citeCommand: 'interphase.citeSource' },
        settings: { codeLens: { definitions: true } },
      });
      uri = folder.uri('paper.tex');
      await client.open(uri, 'latex', TEXT);
    });
    suiteTeardown(async () => {
      equal(await client.stop(), 0);
      await folder.remove();
    });

    const ask = <R>(method: string, more: object = {}): Promise<R> =>
      client.request<R>(method, { textDocument: { uri }, position: AT_SEI, ...more });

    test('definition, references, highlights and outline as LSP ranges', async () => {
      const [link] = await ask<LocationLink[]>('textDocument/definition');
      deepEqual(link?.originSelectionRange, { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } });
      deepEqual(link?.targetRange, { start: { line: 0, character: 2 }, end: { line: 0, character: 36 } });
      const all = await ask<unknown[]>('textDocument/references', { context: { includeDeclaration: true } });
      equal(all.length, 2);
      equal((await ask<unknown[]>('textDocument/documentHighlight')).length, 2);
      const [symbol] = await ask<DocumentSymbol[]>('textDocument/documentSymbol');
      deepEqual([symbol?.name, symbol?.detail], ['SEI', 'solid electrolyte interphase']);
    });

    test('a rename names what it renames; a refusal comes with its reason', async () => {
      deepEqual(await ask('textDocument/prepareRename'), {
        range: { start: { line: 2, character: 4 }, end: { line: 2, character: 7 } },
        placeholder: 'SEI',
      });
      const edit = await ask<WorkspaceEdit>('textDocument/rename', { newName: 'SEL' });
      equal(afterEdit(client, uri, edit), TEXT.replaceAll('SEI', 'SEL'));
      await rejects(ask('textDocument/rename', { newName: '?' }), /cannot be a short form/);
    });

    test('the list of abbreviations is a source action', async () => {
      const [action] = await client.codeActions(uri, [], ['source']);
      equal(action?.kind, 'source.interphase.writeAbbreviationList');
      match(afterEdit(client, uri, action?.edit), /\\item\[SEI\] solid electrolyte interphase/);
    });

    test('setting all formulas one way is a source action, too', async () => {
      const paper = 'file:///paper/formulas.tex';
      await client.open(paper, 'latex', 'LiPF$_6$, Li$_2$O and SO$_4^{2-}$ dissolve.');
      const actions = await client.codeActions(paper, [], ['source.interphase.setFormulas']);
      deepEqual(
        actions.map(({ title }) => title),
        [
          'Set all formulas as LiPF\\textsubscript{6} (3 changes)',
          'Set all formulas as $\\mathrm{LiPF_6}$ (3 changes)',
        ],
      );
      equal(
        afterEdit(client, paper, actions[1]?.edit),
        '$\\mathrm{LiPF_6}$, $\\mathrm{Li_2O}$ and $\\mathrm{SO_4^{2-}}$ dissolve.',
      );
    });

    test('an abbreviation goes into the glossary that the manuscript uses, when asked', async () => {
      const text = `\\newacronym{fec}{FEC}{fluoroethylene carbonate}\nWith \\gls{fec}.\n${TEXT}`;
      const other = folder.uri('glossary.tex');
      await client.open(other, 'latex', text);
      const at = { line: 4, character: 5 };
      const [action] = await ask<CodeAction[]>('textDocument/codeAction', {
        ...{ textDocument: { uri: other }, range: { start: at, end: at } },
        context: { diagnostics: [], only: ['refactor.rewrite'] },
      });
      equal(action?.title, 'Put “SEI” into the glossary and use its macros');
      match(afterEdit(client, other, action?.edit), /A \\gls\{sei\} grows\.\n\nThe \\gls\{sei\} of LiF is thin\./);
    });

    test('a work is cited for the species under the caret, by the client’s command', async () => {
      const range = { start: { line: 2, character: 12 }, end: { line: 2, character: 12 } };
      const actions = await ask<CodeAction[]>('textDocument/codeAction', { range, context: { diagnostics: [] } });
      match(actions[0]?.title ?? '', /^Cite .+ for LiF here$/);
      equal(actions[0]?.command?.command, 'interphase.citeSource');
      const automatic = { diagnostics: [], triggerKind: 2 };
      deepEqual(await ask('textDocument/codeAction', { range, context: automatic }), []);
    });

    test('and by an edit of its own for a client without one', async () => {
      const plain = await TestClient.start();
      await plain.open(uri, 'latex', TEXT);
      const position = { line: 2, character: 12 };
      const actions = await plain.request<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: position, end: position },
        context: { diagnostics: [] },
      });
      const cite = actions.find(({ title }) => /^Cite .+ for LiF here$/.test(title));
      match(afterEdit(plain, uri, cite?.edit), /LiF\}?~?\\cite\{\w+\}/);
      await plain.stop();
    });

    test('use counts where they are switched on', async () => {
      const lenses = await ask<CodeLens[]>('textDocument/codeLens');
      deepEqual(
        lenses.map((lens) => lens.command?.title),
        ['SEI: used once'],
      );
    });

    test('completion', async () => {
      const { isIncomplete, items } = await ask<CompletionList>('textDocument/completion', {
        position: { line: 2, character: 6 },
      });
      ok(isIncomplete);
      deepEqual(
        items.map(({ label, detail }) => [label, detail]),
        [['SEI', 'solid electrolyte interphase']],
      );
    });
  });

suite('completion of citation keys where it is switched on', () => {
  test('details come when asked; a bundled reference goes into the bibliography', async () => {
    const files = filesOf({ 'refs.bib': '' });
    const settings = { completion: { citations: true } };
    const client = await TestClient.inProcess(files, { capabilities: CAN, settings });
    const uri = 'file:///paper/a.tex';
    await client.open(uri, 'latex', 'Known \\cite{xu 2004}.');
    const position = { line: 0, character: 19 };
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    const [item] = items;
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    match(JSON.stringify(resolved.documentation), /Xu, K/);
    await client.request('workspace/executeCommand', item?.command);
    match(JSON.stringify(client.applied), new RegExp(`\\{${item?.label},`));
    await client.stop();
  });
});

suite('completion of species', () => {
  test('the formula as the manuscript sets it, with the card when asked', async () => {
    const client = await TestClient.inProcess(filesOf({}), { capabilities: CAN });
    const uri = 'file:///paper/a.tex';
    const text = 'With \\ce{Li2CO3} and lithium hexafluorop';
    await client.open(uri, 'latex', text);
    const { items } = await client.request<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position: { line: 0, character: text.length },
    });
    const [item] = items;
    deepEqual(
      [item?.label, item?.detail, item?.kind],
      ['LiPF₆', 'lithium hexafluorophosphate', CompletionItemKind.Struct],
    );
    equal((item?.textEdit as TextEdit | undefined)?.newText, '\\ce{LiPF6}');
    const resolved = await client.request<CompletionItem>('completionItem/resolve', item);
    match(JSON.stringify(resolved.documentation), /The salt of commercial lithium/);
    await client.stop();
  });
});

suite('what an editor draws into the text, where it is switched on', () => {
  const CHAPTERS = [
    '# One',
    '',
    'The solid electrolyte interphase (SEI) is thin. The SEI of Li||NMC811 at 0.5 mA cm⁻² holds LiF and Li~2~O.',
    '',
    '# Two',
    '',
    'The SEI grows, and the SEI cracks.',
    '',
    '# Three',
    '',
    'SEI again.',
    '',
  ].join('\n');
  const uri = 'file:///paper/a.md';
  const whole = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

  async function started(settings: object): Promise<TestClient> {
    const client = await TestClient.inProcess(filesOf({}), { capabilities: CAN, settings });
    await client.open(uri, 'markdown', CHAPTERS);
    return client;
  }

  test('long forms after the first use in each chapter that does not define it', async () => {
    const client = await started({ inlayHints: { expansions: true } });
    const ask = (range: object) =>
      client.request<InlayHint[]>('textDocument/inlayHint', { textDocument: { uri }, range });
    const expected = [
      [{ line: 6, character: 7 }, '= solid electrolyte interphase'],
      [{ line: 10, character: 3 }, '= solid electrolyte interphase'],
    ];
    deepEqual(
      (await ask(whole)).map(({ position, label }) => [position, label]),
      expected,
    );
    deepEqual((await ask({ ...whole, end: { line: 8, character: 0 } })).length, 1);
    await client.stop();
  });

  test('tokens: two formulas, five abbreviations, a cell, a quantity', async () => {
    const client = await started({ semanticTokens: { enable: true } });
    const legend = client.initialized.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/full', {
      textDocument: { uri },
    });
    const lines = CHAPTERS.split('\n');
    const found: string[] = [];
    let [line, character] = [0, 0];
    for (let i = 0; i < data.length; i += 5) {
      const [down, along, length, type] = data.slice(i, i + 4) as [number, number, number, number];
      [line, character] = [line + down, down > 0 ? along : character + along];
      found.push(`${legend[type]} ${lines[line]!.slice(character, character + length)}`);
    }
    deepEqual(found, [
      'abbreviation SEI',
      'abbreviation SEI',
      'cell Li||NMC811',
      'quantity 0.5 mA cm⁻²',
      'formula LiF',
      'formula Li~2~O',
      'abbreviation SEI',
      'abbreviation SEI',
      'abbreviation SEI',
    ]);
    await client.stop();
  });

  test('nothing where they are not', async () => {
    const client = await started({});
    deepEqual(await client.request('textDocument/inlayHint', { textDocument: { uri }, range: whole }), []);
    equal(await client.request('textDocument/semanticTokens/full', { textDocument: { uri } }), null);
    await client.stop();
  });
});

for (const place of PLACES)
  suite(`silencing and fixing${place.name}`, () => {
    const REPEATED = `${'The solid electrolyte interphase (SEI) is thin. '.repeat(3)}SEI.`;
    let folder: TempFolder;
    let client: TestClient;
    let uri: string;

    suiteSetup(async () => {
      folder = await tempFolder({ '.interphase.yaml': '# Ours.\naccepted: [AFM] # everybody knows it\n' }, place);
      client = await TestClient.start({ capabilities: CAN });
      uri = folder.uri('paper.md');
      await client.open(uri, 'markdown', `---\ntitle: A\n---\n\n${REPEATED}\n`);
    });
    suiteTeardown(async () => {
      await client.stop();
      await folder.remove();
    });

    const action = async (title: RegExp): Promise<CodeAction | undefined> => {
      const [first] = await client.diagnostics(uri);
      return (await client.codeActions(uri, first ? [first] : [])).find((a) => title.test(a.title));
    };

    test('all of one kind', async () => {
      const fix = await action(/^Fix all 2 of this kind$/);
      match(afterEdit(client, uri, fix?.edit), /\(SEI\) is thin\. The SEI is thin\. The SEI is thin\. SEI\./);
    });

    test('for a client that sends the same range with its fields in another order', async () => {
      const [first] = await client.diagnostics(uri);
      const { start, end } = first!.range;
      const turned = (at: typeof start) => ({ character: at.character, line: at.line });
      const range = { end: turned(end), start: turned(start) };
      ok((await client.codeActions(uri, [{ ...first!, range }])).some(({ title }) => title.startsWith('Fix all 2')));
    });

    test('in this file, after the front matter', async () => {
      const disable = await action(/^Ignore this kind in this file$/);
      match(
        afterEdit(client, uri, disable?.edit),
        /^---\ntitle: A\n---\n<!-- interphase-disable-file abbreviation\/defined-again -->\n/,
      );
    });

    test('in this manuscript; the comments of the project file stay', async () => {
      const off = await action(/^Ignore this kind in this manuscript$/);
      const [change] = (off?.edit?.documentChanges ?? []) as TextDocumentEdit[];
      const [edit] = (change?.edits ?? []) as TextEdit[];
      equal(
        edit?.newText,
        '# Ours.\naccepted: [AFM] # everybody knows it\nrules:\n  abbreviation/defined-again: off\n',
      );
    });
  });

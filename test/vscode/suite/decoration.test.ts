import { commands, type InlayHint, Range, type SemanticTokens, type SemanticTokensLegend, workspace } from 'vscode';
import { equal, eventually } from './assert';
import { closeAll, write } from './manuscripts';

const PAPER =
  '\\section{One}\nThe solid electrolyte interphase (SEI) of LiF.\n\n\\section{Two}\nThe SEI of LiF at 25 °C.\n';

suite('What is drawn into the text', () => {
  setup(closeAll);
  const settings = () => workspace.getConfiguration('interphase');
  suiteTeardown(async () => {
    await settings().update('inlayHints.expansions', undefined, true);
    await settings().update('semanticTokens.enable', undefined, true);
  });

  test('the long form after the first use in a chapter, once it is switched on', async () => {
    const { document } = await write('view/hints.tex', PAPER);
    const whole = new Range(0, 0, document.lineCount, 0);
    const hints = async () =>
      (await commands.executeCommand<InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      )) ?? [];
    equal((await hints()).length, 0, 'hints');
    await settings().update('inlayHints.expansions', true, true);
    await eventually('a hint', async () => (await hints())[0]?.label === '= solid electrolyte interphase');
  });

  test('colours for formulas, abbreviations and quantities, once they are switched on', async () => {
    const { document } = await write('view/tokens.tex', PAPER);
    await settings().update('semanticTokens.enable', true, true);
    const legend = await commands.executeCommand<SemanticTokensLegend | undefined>(
      'vscode.provideDocumentSemanticTokensLegend',
      document.uri,
    );
    equal(legend?.tokenTypes.join(), 'formula,abbreviation,cell,quantity', 'legend');
    await eventually('tokens', async () => {
      const tokens = await commands.executeCommand<SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return tokens?.data.length === 5 * 5;
    });
  });
});

import { equal } from 'node:assert/strict';
import { suppressInFile, suppressInLine } from '../../server/features/suppress';
import { applyEdits } from '../../server/rules/fixAll';
import { load } from '../support/loaded';
import { findings } from '../support/offers';

/** The text with the rule switched off for the line of its first finding; undefined where that is not offered. */
async function silenced(name: string, text: string, inFile = false): Promise<string | undefined> {
  const context = await load({ [name]: text }, name);
  const [finding] = findings(context);
  const edit = inFile
    ? suppressInFile(context, finding!.code)
    : suppressInLine(context, finding!.span.start, finding!.code);
  return edit && applyEdits(text, [edit]);
}

const RULE = 'abbreviation/undefined';

suite('a comment that silences a rule', () => {
  test('is put before its line, or at its end where a paragraph would be cut', async () => {
    equal(
      await silenced('a.tex', 'One.\n\n  By SEI.\n'),
      `One.\n\n  % interphase-disable-next-line ${RULE}\n  By SEI.\n`,
    );
    equal(
      await silenced('a.md', '# A\n\nOne two\nby SEI.\n'),
      `# A\n\nOne two\nby SEI. <!-- interphase-disable-line ${RULE} -->\n`,
    );
    equal(await silenced('a.typ', 'By SEI.\n'), `// interphase-disable-next-line ${RULE}\nBy SEI.\n`);
  });

  test('keeps a figure a figure, and a title a title', async () => {
    equal(
      await silenced('a.md', '# A\n\n![By SEI.](f.png)\n'),
      `# A\n\n<!-- interphase-disable-next-line ${RULE} -->\n![By SEI.](f.png)\n`,
    );
    equal(
      await silenced('a.md', '# On Films\n\nBy SEI.\n', true),
      `<!-- interphase-disable-file ${RULE} -->\n# On Films\n\nBy SEI.\n`,
    );
  });

  test('for a whole file is put after its head of YAML or TOML', async () => {
    for (const head of ['---\nlang: en\n---\n', '---  \nlang: en\n...\n', '+++\nlang = "en"\n+++\n'])
      equal(
        await silenced('a.md', `${head}\n# A\n\nBy SEI.\n`, true),
        `${head}<!-- interphase-disable-file ${RULE} -->\n\n# A\n\nBy SEI.\n`,
      );
  });

  test('has the line ends of the text', async () => {
    equal(await silenced('a.tex', 'By SEI.\r\n'), `% interphase-disable-next-line ${RULE}\r\nBy SEI.\r\n`);
  });

  test('is not offered in mathematics, where it would be read, nor where there are no comments', async () => {
    equal(await silenced('a.md', '# A\n\n$$\n\\text{by SEI}\n$$\n'), undefined);
    equal(await silenced('a.txt', 'By SEI.\n'), undefined);
  });
});

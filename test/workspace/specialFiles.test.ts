import { deepEqual, equal, match } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { nodeFiles } from '../../server/nodeFiles';
import { Workspace } from '../../server/workspace/workspace';
import { type TempFolder, tempFolder } from '../support/temp';

/** The text that names a file, and what is told of it. */
const CASES: readonly (readonly [string, string | undefined])[] = [
  ['\\input{/dev/zero}', '“/dev/zero” was not found; its text is left out.'],
  ['\\input{pipe}', '“pipe.tex” cannot be read: it is not a regular file'],
  ['\\input{pipe.fifo}', undefined],
  ['\\input{folder}', '“folder.tex” cannot be read: it is a folder'],
  ['\\input{circle}', '“circle.tex” cannot be read: its links lead in a circle'],
  ['\\input{large}', '“large.tex” cannot be read: it is larger than 32 MiB'],
  [`\\input{${'a'.repeat(5000)}}`, `“${'a'.repeat(5000)}” was not found; its text is left out.`],
  ['\\input{a\0b}', '“a\0b” was not found; its text is left out.'],
  ['\\bibliography{pipe}', '“pipe.bib” cannot be read: it is not a regular file.'],
  ['\\addbibresource{/dev/zero}', '“zero.bib” was not found.'],
  ['% !TEX root = pipe.tex', undefined],
];

suite('what is not a file of text', () => {
  let folder: TempFolder;
  suiteSetup(async function () {
    if (process.platform === 'win32') this.skip();
    folder = await tempFolder({ 'large.tex': '' });
    for (const name of ['pipe.tex', 'pipe.fifo', 'pipe.bib']) execFileSync('mkfifo', [join(folder.path, name)]);
    await mkdir(join(folder.path, 'folder.tex'));
    await symlink('circle.tex', join(folder.path, 'circle.tex'));
    await truncate(join(folder.path, 'large.tex'), 33 * 2 ** 20);
  });
  suiteTeardown(() => folder?.remove());

  for (const [named, told] of CASES) {
    test(`is not opened, and told of: ${JSON.stringify(named.slice(0, 40))}`, async () => {
      await writeFile(join(folder.path, 'paper.tex'), `${named}\nThe SEI. More SEI.\n`);
      const context = await new Workspace(nodeFiles, bundledCatalogue()).load(folder.uri('paper.tex'));
      equal(context?.manuscript.files.length, 1);
      deepEqual(
        context?.problems.map(({ message }) => message).filter((message) => !message.startsWith('Only')),
        told === undefined ? [] : [told],
      );
    });
  }

  test('is not a bibliography of Markdown or Typst either', async () => {
    await writeFile(join(folder.path, 'paper.md'), '---\nbibliography: /dev/zero\n---\n\nText.\n');
    const context = await new Workspace(nodeFiles, bundledCatalogue()).load(folder.uri('paper.md'));
    match(context!.problems[0]!.message, /^“zero” is not read: the name of a bibliography ends in \.bib, /);
    equal(context!.bibliography.unusable.length, 1);
  });
});

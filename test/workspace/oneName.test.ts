import { deepEqual, equal } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { renameAt } from '../../server/features/rename';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { applyEdits } from '../../server/rules/fixAll';
import type { Files } from '../../server/workspace/runtime';
import { Workspace } from '../../server/workspace/workspace';
import { filesOf, nameOf, uriOf } from '../support/loaded';

const MAIN =
  '\\documentclass{article}\n\\begin{document}\nThe solid electrolyte interphase (SEI) grows.\n\\input{Chapters/One}\n\\bibliography{Refs}\n\\end{document}\n';

/** Files of a disk that does not tell capitals from small letters. */
function files(texts: Readonly<Record<string, string>>): Files {
  const plain = filesOf(texts);
  const nameOnDisk = (uri: string) =>
    Object.keys(texts).find((name) => name.toLowerCase() === nameOf(uri).toLowerCase()) ?? nameOf(uri);
  return { ...plain, read: (uri) => plain.read(uriOf(nameOnDisk(uri))), ignoresCase: true };
}

suite('a file whose name is typed with other capitals', () => {
  const onDisk = {
    'main.tex': MAIN,
    'chapters/one.tex': 'The SEI is thin \\cite{a1}. The SEI breaks.\n',
    'refs.bib': '@article{a1, author = {Ader, A.}, title = {A Film}, year = 2001}\n',
  };

  test('is the one that the editor has open, once', async () => {
    const workspace = new Workspace(files(onDisk), bundledCatalogue());
    const unsaved = `As is known, ${onDisk['chapters/one.tex']}`;
    workspace.edit(uriOf('main.tex'), 'latex', MAIN);
    await workspace.load(uriOf('main.tex'));
    workspace.edit(uriOf('chapters/one.tex'), 'latex', unsaved);
    for (const opened of ['main.tex', 'chapters/one.tex']) {
      const context = (await workspace.load(uriOf(opened)))!;
      deepEqual(
        context.manuscript.files.map(({ uri }) => nameOf(uri)),
        ['main.tex', 'chapters/one.tex'],
        opened,
      );
      const at = context.file.parsed.source.indexOf('SEI') + 1;
      const plan = renameAt(context, at, 'ZQX');
      if (isRefusal(plan)) throw new Error(plan.refused);
      const edits = plan.edits.filter(({ uri }) => uri !== uriOf('main.tex'));
      deepEqual([...new Set(edits.map(({ uri }) => nameOf(uri)))], ['chapters/one.tex'], opened);
      equal(applyEdits(unsaved, edits), unsaved.replaceAll('SEI', 'ZQX'));
    }
  });

  test('is read once, though it is named in two ways', async () => {
    const twice = { ...onDisk, 'main.tex': MAIN.replace('\\input{Chapters/One}', '$&\n\\input{chapters/ONE}') };
    const context = (await new Workspace(files(twice), bundledCatalogue()).load(uriOf('main.tex')))!;
    equal(context.manuscript.files.length, 2);
    equal(context.bibliography.entry('a1')?.entry.reference.title, 'A Film');
  });

  test('is another file where the disk tells them apart', async () => {
    const context = (await new Workspace(filesOf(onDisk), bundledCatalogue()).load(uriOf('main.tex')))!;
    equal(context.manuscript.files.length, 1);
  });
});

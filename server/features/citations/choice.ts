import type { Edit, Plan } from '../../base/edit';
import { withLineEndsOf } from '../../base/lines';
import { folderOf, relativePath, resolvePath } from '../../base/uris';
import { PROJECT_FILE } from '../../workspace/projectFile';
import type { ManuscriptContext } from '../../workspace/workspace';

/** Keeps in the project file which bibliography new entries go to; makes the file where there is none. */
export function keepChoice({ manuscript, projectFile }: ManuscriptContext, uri: string): Plan {
  const root = folderOf(manuscript.files[0]!.uri);
  const line = `entries: ${JSON.stringify(relativePath(root, uri))}\n`;
  if (!projectFile) return { edits: [], creates: [{ uri: resolvePath(root, PROJECT_FILE), text: line }] };
  return { edits: [inPlaceOfOld(projectFile, line)], creates: [] };
}

function inPlaceOfOld({ uri, text }: { readonly uri: string; readonly text: string }, line: string): Edit {
  const old = /^entries[ \t]*:.*$/m.exec(text);
  if (old) return { uri, span: { start: old.index, end: old.index + old[0].length }, newText: line.trimEnd() };
  const end = { start: text.length, end: text.length };
  return { uri, span: end, newText: withLineEndsOf(text, text === '' || text.endsWith('\n') ? line : `\n${line}`) };
}

import type { Plan } from '../../server/base/edit';
import { isRefusal, type Refusal } from '../../server/base/refusal';
import { canonicalUri } from '../../server/base/uris';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { applyEdits } from '../../server/rules/fixAll';
import type { FileText } from '../../server/workspace/fileText';
import type { Files } from '../../server/workspace/runtime';
import { type ManuscriptContext, Workspace, type WorkspaceOptions } from '../../server/workspace/workspace';

const FOLDER = 'file:///paper/';

/** A file in UTF-8. */
export const textFile = (text: string | undefined): FileText | undefined =>
  text === undefined ? undefined : { text, encoding: 'utf-8' };

/** Files that exist in the test only, by name. */
export const filesOf = (texts: Readonly<Record<string, string>>): Files => ({
  read: async (uri) => textFile(texts[nameOf(uri)]),
  list: async (folder) => (`${folder}/` === FOLDER ? Object.keys(texts).map(uriOf) : []),
  find: async () => [],
});

/** Loads one of the files as the open manuscript. */
export async function load(
  texts: Readonly<Record<string, string>>,
  name: string,
  options: WorkspaceOptions = {},
): Promise<ManuscriptContext> {
  const context = await new Workspace(filesOf(texts), bundledCatalogue(), options).load(uriOf(name));
  if (!context) throw new Error(`${name} is not a manuscript`);
  return context;
}

export const uriOf = (name: string): string => canonicalUri(FOLDER + name);

export const nameOf = (uri: string): string => decodeURIComponent(uri.slice(FOLDER.length));

/** Texts of the files that a plan changes or makes, by name. */
export function after(plan: Plan | Refusal, texts: Readonly<Record<string, string>>): Record<string, string> {
  if (isRefusal(plan)) throw new Error(plan.refused);
  const { edits, creates } = plan;
  const changed = new Set(edits.map(({ uri }) => uri));
  return Object.fromEntries([
    ...creates.map(({ uri, text }) => [nameOf(uri), text]),
    ...[...changed].map((uri) => [
      nameOf(uri),
      applyEdits(
        texts[nameOf(uri)]!,
        edits.filter((edit) => edit.uri === uri),
      ),
    ]),
  ]);
}

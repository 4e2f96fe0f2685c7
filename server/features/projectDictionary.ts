import { type Document, isMap, isSeq } from 'yaml';
import type { Plan } from '../base/edit';
import { withLineEndsOf } from '../base/lines';
import { YamlText } from '../base/yaml';
import type { Level } from '../rules/rule';

/** The project file: where it is, or would be made, and its text where it exists. */
export interface ProjectFileText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** Adds a short form to `accepted` in the project file. */
export const acceptInProject = (file: ProjectFileText, short: string): Plan | undefined =>
  changed(file, (document) => {
    if (isSeq(document.get('accepted'))) document.addIn(['accepted'], short);
    else document.set('accepted', [short]);
  });

/** Sets the level of a rule under `rules` in the project file. */
export const setRuleInProject = (file: ProjectFileText, code: string, level: Level | 'off'): Plan | undefined =>
  changed(file, (document) => {
    if (isMap(document.get('rules'))) document.setIn(['rules', code], level);
    else document.set('rules', { [code]: level });
  });

/** Comments and order of the file stay; one that does not exist is made. Undefined for one that is not a map in good YAML. */
function changed({ uri, text }: ProjectFileText, change: (document: Document) => void): Plan | undefined {
  const { document, problems } = new YamlText(text ?? '');
  if (problems.length > 0 || (document.contents !== null && !isMap(document.contents))) return undefined;
  change(document);
  const newText = withLineEndsOf(text ?? '', document.toString({ flowCollectionPadding: false, lineWidth: 0 }));
  if (text === undefined) return { edits: [], creates: [{ uri, text: newText }] };
  return { edits: [{ uri, span: { start: 0, end: text.length }, newText }], creates: [] };
}

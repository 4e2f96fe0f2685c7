import { type Document, isMap, isSeq, parseDocument } from 'yaml';
import type { Level } from '../rules/rule';
import type { Plan } from './plan';

/** The project file: where it is, or would be made, and its text where it exists. */
export interface ProjectFileText {
  readonly uri: string;
  readonly text: string | undefined;
}

/** Adds a short form to `accepted` in the project file. */
export const acceptInProject = (file: ProjectFileText, short: string): Plan =>
  changed(file, (document) => {
    if (isSeq(document.get('accepted'))) document.addIn(['accepted'], short);
    else document.set('accepted', [short]);
  });

/** Sets the level of a rule under `rules` in the project file. */
export const setRuleInProject = (file: ProjectFileText, code: string, level: Level | 'off'): Plan =>
  changed(file, (document) => {
    if (isMap(document.get('rules'))) document.setIn(['rules', code], level);
    else document.set('rules', { [code]: level });
  });

/** Comments and order of the file stay; a file that is not there is made. */
function changed({ uri, text }: ProjectFileText, change: (document: Document) => void): Plan {
  const document = parseDocument(text ?? '');
  change(document);
  const newText = document.toString({ flowCollectionPadding: false, lineWidth: 0 });
  if (text === undefined) return { edits: [], creates: [{ uri, text: newText }] };
  return { edits: [{ uri, span: { start: 0, end: text.length }, newText }], creates: [] };
}

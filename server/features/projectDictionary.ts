import { isSeq, parseDocument } from 'yaml';
import type { Plan } from './plan';

/** Adds a short form to `accepted` in the project file; comments and order of the file stay. */
export function acceptInProject(uri: string, text: string | undefined, short: string): Plan {
  if (text === undefined || text.trim() === '') {
    const content = `accepted:\n  - ${short}\n`;
    const empty = { uri, span: { start: 0, end: text?.length ?? 0 }, newText: content };
    return text === undefined ? { edits: [], creates: [{ uri, text: content }] } : { edits: [empty], creates: [] };
  }
  const document = parseDocument(text);
  const accepted = document.get('accepted');
  if (isSeq(accepted)) document.addIn(['accepted'], short);
  else document.set('accepted', [short]);
  return { edits: [{ uri, span: { start: 0, end: text.length }, newText: document.toString() }], creates: [] };
}

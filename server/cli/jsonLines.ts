import { reasonOf } from '../base/reason';
import { bundledCatalogue } from '../knowledge/bundled';
import type { FileAnalysis } from '../manuscript/fileAnalysis';
import { readFile } from '../manuscript/fileCandidates';
import { Manuscript } from '../manuscript/manuscript';
import { isFormatId } from '../text';
import { stdinLines } from './io';
import { printJson } from './output';

/**
 * Answers each line `{"id": …, "language": …, "text": …}` of standard input by one line with the id and what `answer` gives for
 * the text, or with the id and `error`. One line is held in memory at a time.
 */
export async function answerJsonLines(answer: (file: FileAnalysis, manuscript: Manuscript) => object): Promise<void> {
  for await (const line of stdinLines()) if (line.trim()) printJson(answerLine(line, answer));
}

function answerLine(line: string, answer: (file: FileAnalysis, manuscript: Manuscript) => object): object {
  let id: unknown = null;
  try {
    const sent: unknown = JSON.parse(line);
    if (typeof sent !== 'object' || sent === null) throw new Error('not an object');
    const { language = 'plaintext', text, ...rest } = sent as { id?: unknown; language?: unknown; text?: unknown };
    id = rest.id ?? null;
    if (typeof text !== 'string') throw new Error('“text” is missing');
    if (!isFormatId(language)) throw new Error('“language” must be latex, markdown, typst or plaintext');
    const catalogue = bundledCatalogue();
    const manuscript = new Manuscript([readFile(URI, language, text, catalogue)], catalogue);
    return { id, ...answer(manuscript.analysis(URI)!, manuscript) };
  } catch (error) {
    return { id, error: reasonOf(error) };
  }
}

const URI = 'jsonl:/';

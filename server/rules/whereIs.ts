import { fileName } from '../base/uris';
import type { Occurrence } from '../manuscript/abbreviationIndex';

/** `line 12`, or `line 12 of two.tex` from another file of the manuscript. */
export function whereIs({ file, source }: Occurrence, fromUri: string): string {
  const { uri, parsed } = file;
  const line = `line ${parsed.prose.lineOf(source.start)}`;
  if (uri === fromUri) return line;
  return `${line} of ${fileName(uri)}`;
}

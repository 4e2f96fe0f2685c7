import { fileName } from '../base/uris';
import type { Project } from '../paper/project';
import type { Place } from '../paper/register';

/** `line 12`, or `line 12 of two.tex` from another file of the project. */
export function whereIs({ file, source }: Place, fromUri: string, { readings }: Project): string {
  const { uri, manuscript } = readings[file]!;
  const line = `line ${manuscript.prose.lineOf(source.start)}`;
  if (uri === fromUri) return line;
  return `${line} of ${fileName(uri)}`;
}

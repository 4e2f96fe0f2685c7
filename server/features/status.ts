import { speciesAmong } from '../manuscript/fileAnalysis';
import type { ManuscriptContext } from '../workspace/workspace';

/** What was found in a manuscript, in a few words, and what could not be read. */
export function statusOf({ manuscript, problems }: ManuscriptContext): {
  text: string;
  detail?: string;
  severity?: 'warning';
} {
  const abbreviations = [...manuscript.abbreviations.all].filter((a) => a.definitions.length > 0);
  const text = `${count(speciesAmong(manuscript.mentions).size, 'species', 'species')}, ${count(abbreviations.length, 'abbreviation', 'abbreviations')}`;
  if (problems.length === 0) return { text };
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return { text, detail: `${problems[0]!.message}${more}`, severity: 'warning' };
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

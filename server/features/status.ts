import type { Loaded } from '../workspace/workspace';

/** What was found in a manuscript, in a few words, and what could not be read. */
export function statusOf({ paper, project, problems }: Loaded): {
  text: string;
  detail?: string;
  severity?: 'warning';
} {
  const abbreviations = [...project.register.abbreviations].filter((a) => a.definitions.length > 0);
  const text = `${count(paper.species.size, 'species', 'species')}, ${count(abbreviations.length, 'abbreviation', 'abbreviations')}`;
  if (problems.length === 0) return { text };
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return { text, detail: `${problems[0]!.message}${more}`, severity: 'warning' };
}

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

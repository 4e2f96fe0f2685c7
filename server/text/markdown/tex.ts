import type { ProseBuilder } from '../prose';
import type { Glossary } from './glossary';
import type { InlineFindings } from './inline';

export function readMath(prose: ProseBuilder, _source: string, start: number, end: number): void {
  prose.copy(start, end);
}

export function readTexCommand(
  _prose: ProseBuilder,
  _source: string,
  _at: number,
  _end: number,
  _found: InlineFindings,
  _glossary: Glossary,
): number | undefined {
  return undefined;
}

import { type Span, span } from '../base/span';
import type { ManuscriptContext } from '../workspace/workspace';

export const TOKEN_KINDS = ['formula', 'abbreviation', 'cell', 'quantity'] as const;

/** A stretch of source that a theme can colour: on one line, without overlap with another. */
export interface SemanticToken extends Span {
  readonly kind: (typeof TOKEN_KINDS)[number];
}

/** Formulas, abbreviations, cells and quantities of the file, in order. Layers are part of their cell. */
export function semanticTokens({ file }: ManuscriptContext): SemanticToken[] {
  const tokens: SemanticToken[] = [];
  let end = 0;
  for (const { kind, source } of [...file.mentions].sort((a, b) => a.source.start - b.source.start)) {
    if (!isTokenKind(kind) || source.start < end) continue;
    end = source.end;
    tokens.push(...linesOf(source, file.parsed.source).map((line) => ({ ...line, kind })));
  }
  return tokens;
}

const isTokenKind = (kind: string): kind is SemanticToken['kind'] => TOKEN_KINDS.some((known) => known === kind);

/** The parts of a stretch line by line, without the white space around them. */
const linesOf = ({ start, end }: Span, source: string): Span[] =>
  [...source.slice(start, end).matchAll(/\S(?:[^\r\n]*\S)?/g)].map(({ index, 0: line }) =>
    span(start + index, start + index + line.length),
  );

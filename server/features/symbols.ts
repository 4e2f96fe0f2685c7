import { startOfLine } from '../base/lines';
import type { SourceSpan, Span } from '../base/span';
import type { ManuscriptContext } from '../workspace/workspace';

/** A heading with what is under it, the definition of an abbreviation, or an entry of a bibliography. */
export interface DocumentSymbol {
  readonly kind: 'heading' | 'abbreviation' | 'entry';
  readonly name: string;
  /** The long form, or the work. */
  readonly detail?: string;
  /** Of a heading, up to the next one of its level. */
  readonly span: SourceSpan;
  /** The heading or the short form itself; lies within `span`. */
  readonly selection: SourceSpan;
  readonly children: readonly DocumentSymbol[];
}

interface Open extends DocumentSymbol {
  readonly level: number;
  span: Span;
  readonly children: DocumentSymbol[];
}

/** The headings of the file as a tree, with the abbreviations that are defined under each. */
export function symbolsOf({ file }: ManuscriptContext): readonly DocumentSymbol[] {
  const { source } = file.parsed;
  const top: DocumentSymbol[] = [];
  const open: Open[] = [];
  const close = (level: number, end: number) => {
    while (open.length > 0 && open[open.length - 1]!.level >= level) {
      const heading = open.pop()!;
      heading.span = { start: heading.span.start, end: Math.max(end, heading.selection.end) };
    }
  };
  const into = () => open[open.length - 1]?.children ?? top;
  for (const { at, level, symbol } of inOrder(file.parsed, file.definitions)) {
    if (level === undefined) {
      into().push(symbol);
      continue;
    }
    close(level, startOfLine(source, at));
    const heading: Open = { ...symbol, level, children: [] };
    into().push(heading);
    open.push(heading);
  }
  close(0, source.length);
  return top;
}

interface Item {
  readonly at: number;
  /** Only of headings. */
  readonly level?: number;
  readonly symbol: DocumentSymbol;
}

function inOrder(
  { prose }: ManuscriptContext['file']['parsed'],
  definitions: ManuscriptContext['file']['definitions'],
): Item[] {
  const headings = prose.blocks.flatMap((block): Item[] => {
    if (block.kind !== 'heading') return [];
    const span = prose.toSource(block);
    const name = prose.slice(block).trim();
    if (name === '') return [];
    return [
      {
        at: span.start,
        level: block.level ?? 1,
        symbol: { kind: 'heading', name, span, selection: span, children: [] },
      },
    ];
  });
  const abbreviations = definitions.map(({ short, long, source }): Item => {
    const symbol = { kind: 'abbreviation' as const, name: short, detail: long, children: [] };
    return { at: source.whole.start, symbol: { ...symbol, span: source.whole, selection: source.short } };
  });
  return [...headings, ...abbreviations].sort((a, b) => a.at - b.at);
}

import type { Span } from '../../base/span';
import type { Manuscript } from '../../text/manuscript';
import { ATOM, type Block, type DocumentPart, type Prose } from '../../text/prose';
import type { Definition } from '../definition';
import { definitionsInBrackets } from './inBrackets';
import type { Pair } from './pair';
import { singular } from './shortForm';

/**
 * The places where a manuscript says what a short form stands for, in prose order, declarations first.
 * `formulas` are the spans of formulas in the prose, ascending: any of them can be a long form.
 */
export function findDefinitions(manuscript: Manuscript, formulas: readonly Span[] = []): Definition[] {
  const { prose } = manuscript;
  const found: Definition[] = [];
  for (const block of prose.blocks) {
    if (!isRead(block)) continue;
    const pairs = definitionsInBrackets(prose, block, formulas);
    pairs.sort((a, b) => a.short.start - b.short.start);
    for (const pair of pairs) found.push(definitionOf(prose, pair));
  }
  return found;
}

const UNREAD: ReadonlySet<DocumentPart> = new Set([
  'front-matter',
  'keywords',
  'acknowledgements',
  'references',
  'back-matter',
]);

const isRead = (block: Block): boolean =>
  !UNREAD.has(block.part) && block.kind !== 'author' && block.kind !== 'equation';

function definitionOf(prose: Prose, pair: Pair): Definition {
  const { short, plural } = singular(clean(prose.slice(pair.short)));
  const { whole, short: shortSpan, long } = pair;
  return {
    form: pair.form,
    short,
    shortPlural: plural,
    long: clean(pair.longText ?? prose.slice(long)),
    prose: { whole, short: shortSpan, long },
    source: { whole: prose.toSource(whole), short: prose.toSource(shortSpan), long: prose.toSource(long) },
  };
}

const clean = (text: string): string => text.replaceAll(ATOM, ' ').replace(/\s+/g, ' ').trim();

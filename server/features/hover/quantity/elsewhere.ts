import { groupBy } from '../../../base/groupBy';
import { md, raw } from '../../../base/markdown';
import { fileName } from '../../../base/uris';
import { convert } from '../../../chemistry/units';
import { type ClaimProperty, propertyOf } from '../../../manuscript/claims/property';
import type { FileAnalysis } from '../../../manuscript/fileAnalysis';
import type { Manuscript } from '../../../manuscript/manuscript';
import type { QuantityMention } from '../../../manuscript/mention';
import { printQuantity } from '../../printQuantity';
import { lineLink } from '../line';

/** `areal capacity`; undefined where the unit is that of many things. */
export function kindOf({ unit }: QuantityMention): ClaimProperty | undefined {
  const property = propertyOf({ unit, value: 1 }, '', '');
  return property === undefined || OF_MANY.has(property) ? undefined : property;
}

const OF_MANY: ReadonlySet<ClaimProperty> = new Set(['capacity', 'cycles', 'temperature', 'voltage']);

/**
 * The other places of the manuscript that give this quantity: of a unit that tells what is measured all values, the same
 * value first; of others (volts, hours, degrees) the same value only.
 */
export function elsewhere(quantity: QuantityMention, here: FileAnalysis, manuscript: Manuscript): string | undefined {
  const others = manuscript.files
    .map(({ uri }) => manuscript.analysis(uri)!)
    .flatMap((file) => othersIn(file, quantity))
    .sort((a, b) => Number(b.same) - Number(a.same));
  if (others.length === 0) return undefined;
  const byValue = [...groupBy(others, ({ mention }) => printQuantity(mention))];
  const values = byValue.slice(0, MOST_VALUES).map(([shown, of]) => md`${shown} (${raw(linksTo(of, here))})`);
  const more = byValue.length > MOST_VALUES ? `; ${byValue.length - MOST_VALUES} more values` : '';
  return md`*In this paper also:* ${raw(values.join('; '))}${more}`;
}

const MOST_VALUES = 6;
const MOST_PLACES = 4;

interface Other {
  readonly file: FileAnalysis;
  readonly mention: QuantityMention;
  /** The value is the same, in whatever unit. */
  readonly same: boolean;
}

function othersIn(file: FileAnalysis, quantity: QuantityMention): Other[] {
  const kind = kindOf(quantity);
  return file.mentions.flatMap((mention) => {
    if (mention.kind !== 'quantity' || mention === quantity || isCited(file, mention)) return [];
    const same = isSame(mention, quantity);
    const isOfKind = kind !== undefined && kindOf(mention) === kind;
    return same || (isOfKind && convert(1, mention.unit, quantity.unit) !== undefined) ? [{ file, mention, same }] : [];
  });
}

function linksTo(others: readonly Other[], here: FileAnalysis): string {
  const lines = new Map(
    others.map(({ file, mention }) => {
      const line = file.parsed.prose.lineOf(mention.source.start);
      const label = file === here ? `line ${line}` : `${fileName(file.uri)} line ${line}`;
      return [label, lineLink(file.uri, line, label)];
    }),
  );
  const more = lines.size > MOST_PLACES ? ', …' : '';
  return [...lines.values()].slice(0, MOST_PLACES).join(', ') + more;
}

/** In the list of references, a quantity is a word of a title. */
const isCited = ({ parsed: { prose } }: FileAnalysis, { prose: at }: QuantityMention): boolean =>
  prose.blockAt(at.start)?.part === 'references';

function isSame(a: QuantityMention, b: QuantityMention): boolean {
  if (a.reference !== b.reference) return false;
  const [x, y] = [endsOf(a), endsOf(b)];
  return (
    x.length === y.length &&
    x.every((end, i) => Math.abs((convert(end, a.unit, b.unit) ?? Number.NaN) - y[i]!) <= 1e-9 * Math.abs(y[i]!))
  );
}

const endsOf = ({ value }: QuantityMention): readonly number[] => (typeof value === 'number' ? [value] : value);

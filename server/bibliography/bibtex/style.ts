import type { BibtexFile } from './parse';
import type { RawEntry, RawField } from './scan';

/** How a .bib file is laid out. */
export interface BibStyle {
  readonly newline: '\n' | '\r\n';
  /** Before a field; `undefined` where entries stand on one line. */
  readonly indent: string | undefined;
  readonly delimiter: 'brace' | 'quote';
  readonly fieldCase: LetterCase;
  readonly typeCase: LetterCase;
  /** Text between name and value: ` = `. */
  readonly equals: string;
  /** Field names are padded to this width so that the equals signs stand below each other; 0: they are not. */
  readonly nameWidth: number;
  readonly trailingComma: boolean;
  /** The closing brace stands on a line of its own. */
  readonly closesOnOwnLine: boolean;
  /** Years and volumes stand without delimiters. */
  readonly bareNumbers: boolean;
  /** `journaltitle` and `date` in place of `journal` and `year`. */
  readonly biblatex: boolean;
  /** Letters beyond ASCII are written as TeX commands. */
  readonly ascii: boolean;
  /** Line breaks between two entries. */
  readonly gap: number;
}

export type LetterCase = 'lower' | 'upper' | 'capital';

export const DEFAULT_STYLE: BibStyle = {
  newline: '\n',
  indent: '  ',
  delimiter: 'brace',
  fieldCase: 'lower',
  typeCase: 'lower',
  equals: ' = ',
  nameWidth: 0,
  trailingComma: true,
  closesOnOwnLine: true,
  bareNumbers: false,
  biblatex: false,
  ascii: false,
  gap: 2,
};

/** The style of most entries of a file; the default for what cannot be seen. Looks at the last fifty entries. */
export function detectStyle(text: string, { entries }: BibtexFile): BibStyle {
  const sample = entries.slice(-SAMPLE).map((entry) => entry.raw);
  const look = new Sample(text, sample);
  const newline = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  return {
    newline,
    indent: look.most(look.fields, (field) => look.indentation(field), DEFAULT_STYLE.indent),
    delimiter: look.most(look.fields, delimiterOf, DEFAULT_STYLE.delimiter),
    fieldCase: look.most(look.fields, ({ name }) => caseOf(name), DEFAULT_STYLE.fieldCase),
    typeCase: look.most(
      sample,
      ({ typeSpan }) => caseOf(text.slice(typeSpan.start, typeSpan.end)),
      DEFAULT_STYLE.typeCase,
    ),
    ...look.alignment(),
    trailingComma: look.most(sample, (entry) => look.hasTrailingComma(entry), DEFAULT_STYLE.trailingComma),
    closesOnOwnLine: look.most(sample, (entry) => look.closesOnOwnLine(entry), DEFAULT_STYLE.closesOnOwnLine),
    bareNumbers: look.most(look.fields, isBareNumber, DEFAULT_STYLE.bareNumbers),
    biblatex: look.most(look.fields, usesBiblatex, DEFAULT_STYLE.biblatex),
    ascii: sample.length > 0 && look.writesAscii(),
    gap: look.most(sample, (_, at) => look.gapBehind(at), DEFAULT_STYLE.gap),
  };
}

const SAMPLE = 50;

class Sample {
  readonly fields: readonly RawField[];

  constructor(
    private readonly text: string,
    private readonly entries: readonly RawEntry[],
  ) {
    this.fields = entries.flatMap((entry) => entry.fields);
  }

  /** The value most items show; items that show `null` do not count. */
  most<Item, Shown>(
    items: readonly Item[],
    show: (item: Item, index: number) => Shown | null,
    otherwise: Shown,
  ): Shown {
    const counts = new Map<Shown, number>();
    for (const [index, item] of items.entries()) {
      const shown = show(item, index);
      if (shown !== null) counts.set(shown, (counts.get(shown) ?? 0) + 1);
    }
    return [...counts].reduce<[Shown, number]>((best, next) => (next[1] > best[1] ? next : best), [otherwise, 0])[0];
  }

  indentation({ nameSpan }: RawField): string | undefined {
    const before = this.text.slice(Math.max(0, nameSpan.start - 40), nameSpan.start);
    return /\n([ \t]*)$/.exec(before)?.[1];
  }

  /** Aligned where nearly all equals signs stand in one column although the names differ in length. */
  alignment(): Pick<BibStyle, 'equals' | 'nameWidth'> {
    const width = this.most(this.fields, (field) => this.equalsColumn(field), 0);
    const inColumn = this.fields.filter((field) => this.equalsColumn(field) === width);
    const isAligned =
      inColumn.length > 0.9 * this.fields.length && new Set(inColumn.map(({ name }) => name.length)).size > 1;
    const equals = this.most(this.fields, (field) => this.between(field), DEFAULT_STYLE.equals);
    return isAligned ? { equals: equals.replace(/^\s+/, ' '), nameWidth: width - 1 } : { equals, nameWidth: 0 };
  }

  private equalsColumn(field: RawField): number {
    return field.name.length + this.between(field).indexOf('=');
  }

  private between({ nameSpan, valueSpan }: RawField): string {
    return this.text.slice(nameSpan.end, valueSpan.start);
  }

  hasTrailingComma(entry: RawEntry): boolean | null {
    return this.ending(entry)?.includes(',') ?? null;
  }

  closesOnOwnLine(entry: RawEntry): boolean | null {
    return this.ending(entry)?.includes('\n') ?? null;
  }

  /** From the last value to the closing brace; none where that is missing. */
  private ending({ fields, span }: RawEntry): string | undefined {
    const last = fields.at(-1);
    const ending = last && this.text.slice(last.valueSpan.end, span.end);
    return ending && /[})]$/.test(ending) ? ending : undefined;
  }

  gapBehind(index: number): number | null {
    const [entry, next] = [this.entries[index]!, this.entries[index + 1]];
    if (!next) return null;
    const between = this.text.slice(entry.span.end, next.span.start);
    return /^[ \t]*(?:%[^\n]*)?\s*$/.test(between) ? between.split('\n').length - 1 : null;
  }

  /** TeX accents are used, and no letter beyond ASCII. */
  writesAscii(): boolean {
    const values = this.fields.flatMap(({ parts }) => parts.map((part) => part.text));
    return values.some((value) => /\\["'`^~v]/.test(value)) && !values.some((value) => /[\u00c0-\u024f]/.test(value));
  }
}

const delimiterOf = ({ parts }: RawField): 'brace' | 'quote' | null => {
  const { kind } = parts[0]!;
  return kind === 'brace' || kind === 'quote' ? kind : null;
};

const caseOf = (name: string): LetterCase =>
  name === name.toLowerCase() ? 'lower' : name === name.toUpperCase() ? 'upper' : 'capital';

const isBareNumber = ({ parts }: RawField): boolean | null =>
  parts.length === 1 && /^\d+$/.test(parts[0]!.text) ? parts[0]!.kind === 'number' : null;

const usesBiblatex = ({ name }: RawField): boolean | null => {
  const lower = name.toLowerCase();
  return lower === 'journaltitle' || lower === 'date' ? true : lower === 'journal' || lower === 'year' ? false : null;
};

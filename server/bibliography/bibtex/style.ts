import { type Alignment, alignmentOf } from './alignment';
import { type FieldOrder, fieldOrder, NO_ORDER } from './fieldOrder';
import { mostFrequent } from './mostFrequent';
import type { BibtexFile } from './parse';
import type { RawEntry, RawField } from './scan';
import { isDoubleBraced, isGivenFirst, pageDashOf } from './valueForms';

/** How a .bib file is laid out. */
export interface BibStyle extends Alignment {
  readonly newline: '\n' | '\r\n';
  /** Before a field; `undefined` where entries are on one line. */
  readonly indent: string | undefined;
  readonly delimiter: 'brace' | 'quote';
  readonly fieldCase: LetterCase;
  readonly typeCase: LetterCase;
  readonly order: FieldOrder;
  readonly trailingComma: boolean;
  /** The closing brace is on a line of its own. */
  readonly closesOnOwnLine: boolean;
  /** Years and volumes are without delimiters. */
  readonly bareNumbers: boolean;
  /** `journaltitle` and `date` in place of `journal` and `year`. */
  readonly biblatex: boolean;
  /** Letters beyond ASCII are written as TeX commands. */
  readonly ascii: boolean;
  /** Between first and last page. */
  readonly pageDash: string;
  /** Names are written `Kang Xu`, not `Xu, Kang`. */
  readonly givenFirst: boolean;
  /** Titles are in braces as a whole: `{{…}}`. */
  readonly doubleBraced: boolean;
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
  equalsAt: undefined,
  valuesAt: undefined,
  order: NO_ORDER,
  trailingComma: true,
  closesOnOwnLine: true,
  bareNumbers: false,
  biblatex: false,
  ascii: false,
  pageDash: '--',
  givenFirst: false,
  doubleBraced: false,
  gap: 2,
};

/** The style of most entries of a file; the default for what cannot be seen. Looks at the last fifty entries. */
export function detectStyle(text: string, { entries }: BibtexFile): BibStyle {
  const sample = entries.slice(-SAMPLE).map((entry) => entry.raw);
  const look = new Sample(text, sample);
  const { fields } = look;
  const newline = /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n';
  const ofFields = <Shown>(show: (field: RawField) => Shown | null, otherwise: Shown): Shown =>
    mostFrequent(fields.map(show), otherwise);
  const ofEntries = <Shown>(show: (entry: RawEntry, at: number) => Shown | null, otherwise: Shown): Shown =>
    mostFrequent(sample.map(show), otherwise);
  return {
    newline,
    indent: ofFields((field) => look.indentation(field), DEFAULT_STYLE.indent),
    delimiter: ofFields(delimiterOf, DEFAULT_STYLE.delimiter),
    fieldCase: ofFields(({ name }) => caseOf(name), DEFAULT_STYLE.fieldCase),
    typeCase: ofEntries(({ typeSpan }) => caseOf(text.slice(typeSpan.start, typeSpan.end)), DEFAULT_STYLE.typeCase),
    ...alignmentOf(text, sample, DEFAULT_STYLE.equals),
    order: fieldOrder(sample),
    trailingComma: ofEntries((entry) => look.hasTrailingComma(entry), DEFAULT_STYLE.trailingComma),
    closesOnOwnLine: ofEntries((entry) => look.closesOnOwnLine(entry), DEFAULT_STYLE.closesOnOwnLine),
    bareNumbers: ofFields(isBareNumber, DEFAULT_STYLE.bareNumbers),
    biblatex: ofFields(usesBiblatex, DEFAULT_STYLE.biblatex),
    ascii: sample.length > 0 && look.writesAscii(),
    pageDash: ofFields(pageDashOf, DEFAULT_STYLE.pageDash),
    givenFirst: ofFields(isGivenFirst, DEFAULT_STYLE.givenFirst),
    doubleBraced: ofFields(isDoubleBraced, DEFAULT_STYLE.doubleBraced),
    gap: ofEntries((_, at) => look.gapAfter(at), DEFAULT_STYLE.gap),
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

  indentation({ nameSpan }: RawField): string | undefined {
    const before = this.text.slice(Math.max(0, nameSpan.start - 40), nameSpan.start);
    // With the comma of the field before at the end of its line or at the beginning of this one.
    return /\n([ \t]*)(?:,[ \t]*)?$/.exec(before)?.[1];
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

  gapAfter(index: number): number | null {
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

/**
 * The words by which authors announce a name or a short form, a list for each concept: alternatives of a regular expression, to be
 * put into a group. Whoever reads such words joins these lists, so that a word added here is read everywhere.
 */

/** From here on: `hereafter SEI`. */
export const HEREAFTER = 'hereafter|hereinafter|henceforth';
/** After the short form: `SEI in this work`. */
export const IN_THIS_TEXT =
  '(?:in|throughout) (?:this|the present) (?:work|study|paper|article|thesis|review|text|chapter|report)';
/** The same in German, French and Spanish. */
export const HEREAFTER_ABROAD =
  '[Ii]m [Ff]olgenden|[Ii]m [Ww]eiteren|nachfolgend|fortan|ci-après|en adelante|en lo sucesivo';

/** `also called SEI` */
export const NAMED = 'called|named|termed';
/** Before what something is called, short or long. */
export const CALLED = `${NAMED}|dubbed|known as|referred to as`;
/** The same in German, after the name: `SEI genannt`. */
export const CALLED_IN_GERMAN = 'genannt|bezeichnet';
/** The same in French and Spanish, before the name. */
export const CALLED_ABROAD = 'dénommée?s?|désignée?s?|notée?s?|appelée?s?|denominad[oa]s?|llamad[oa]s?';
/** French `dite SEI`, which is also a form of “to say”. */
export const SAID_IN_FRENCH = 'dite?s?';

/** Before a sign or a label: `labelled A1`. */
export const LABELLED = 'denoted|designated|labell?ed';

/** Before a short form: `shortened to SEI`. */
export const SHORTENED = 'abbreviated|shortened';
/** The same in German, French and Spanish. */
export const SHORTENED_ABROAD = 'kurz|abgekürzt|abrégée?s?|en abrégé|abreviad[oa]s?';
/** The same in Chinese. */
export const SHORTENED_IN_CHINESE = '简称|缩写|简写';

/**
 * Shortened words whose full stop ends no sentence, as alternatives of a regular expression: `e.g.`, `et al.`, `z. B.`, `Fig.`
 * Not `etc.`, after which a sentence mostly ends, nor single letters, which are initials in one place and symbols in another.
 */
export const DOTTED_WORDS = [
  String.raw`e\.\s?g|i\.\s?e|vs|cf|ca|approx|resp|al|incl|Figs?|Eqs?|Refs?|Sect?|No|Dr|Prof|Inc|Ltd|Corp`,
  String.raw`z\.\s?B|d\.\s?h|u\.\s?a|bzw|vgl|Abb|Tab|Nr`,
  String.raw`p\.\s?ej`,
].join('|');

/**
 * The DOI in a text, without resolver or prefix, in the case it was written in: `10.1016/S0378-7753(01)00594-5`.
 * Brackets, `<` and `>` belong to a DOI; a full stop or comma at the end does not. `undefined` where there is none.
 */
export function bareDoi(text: string): string | undefined {
  const trimmed = text.trim();
  const prefix = PREFIX.exec(trimmed);
  const rest = trimmed.slice(prefix?.[0].length ?? 0);
  const doi = (prefix?.[1] ? decodePercent(rest) : rest).replace(/[.,;]+$/, '');
  return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : undefined;
}

/**
 * The DOI that a note says, and nothing else but where it was found and when: `DOI: 10.1000/1 (accessed 3 May 2020)`, the page of a
 * publisher. Undefined where it says more: what a note speaks of may be another work.
 */
export function loneDoi(text: string): string | undefined {
  const [place, ...others] = [...text.matchAll(/(?:https?:\/\/|(?<![\w/.])(?:(?:www\.|dx\.)?doi\.org\/|10\.))\S+/gi)];
  if (!place || others.length > 0) return undefined;
  const words = (text.slice(0, place.index) + text.slice(place.index + place[0].length)).match(/\p{L}+/gu) ?? [];
  if (!words.every((word) => NEUTRAL.has(word.toLowerCase()))) return undefined;
  const isResolver = /^https?:\/\/[^/]*\bdoi\b[^/]*\//i.test(place[0]);
  const address = place[0].replace(/[)\]}>,;.]+$/, (end) => (/[)\]>]/.test(end) && isClosed(place[0]) ? end : ''));
  return bareDoi(isResolver || !address.includes('://') ? address : address.replace(/[?#].*$/, ''));
}

/** Brackets at the end belong to the DOI where they were opened in it: `10.1016/S0378-7753(01)`. */
const isClosed = (text: string): boolean =>
  ['()', '[]', '<>'].every(([open, close]) => text.split(open!).length === text.split(close!).length);

const NEUTRAL: ReadonlySet<string> = new Set(
  (
    'doi url online available at from via on in last accessed access visited retrieved checked date st nd rd th ' +
    'january february march april may june july august september october november december ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);

/** DOIs are compared without regard to case: the bare DOI in lower case. */
export const normaliseDoi = (text: string): string | undefined => bareDoi(text)?.toLowerCase();

/** The address that resolves a bare DOI, with `<`, `>` and the like percent-encoded. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi.replace(/\p{Cs}/gu, '')).replace(/[#?]/g, encodeURIComponent)}`;

/**
 * What may be before a DOI: `doi:`, the resolver with or without `https://` and `www.`, the proxy of a library, the page of
 * a publisher. Group 1 is set for web addresses, where characters may be percent-encoded.
 */
const PREFIX =
  /^(?:(?:urn:|info:)?doi[:/]?\s*)?((?:https?:\/\/)?(?:(?:(?:www|dx)\.)?doi\.org|doi-org\.[\w.-]{1,100})\/|https?:\/\/[\w.-]{1,100}\/doi\/(?:(?:abs|full|pdf|epdf|pdfplus)\/)?)?(?=10\.)/i;

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

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

/** DOIs are compared without regard to case: the bare DOI in lower case. */
export const normaliseDoi = (text: string): string | undefined => bareDoi(text)?.toLowerCase();

/** The address that resolves a bare DOI, with `<`, `>` and the like percent-encoded. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi.replace(/\p{Cs}/gu, '')).replace(/[#?]/g, encodeURIComponent)}`;

/**
 * What may stand before a DOI: `doi:`, the resolver with or without `https://` and `www.`, the proxy of a library, the page of
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

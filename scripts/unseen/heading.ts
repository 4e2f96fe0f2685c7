/** Heading of the part of docs/quality.md that `npm run unseen` writes; `npm run score` writes what comes before. */
export const UNSEEN = '## Texts that nobody tuned to';

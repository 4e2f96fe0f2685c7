/** Offset of the first character at or after `from` that is not a space or tab. */
export function skipSpaces(source: string, from: number, end: number): number {
  let at = from;
  while (at < end && (source.charCodeAt(at) === 32 || source.charCodeAt(at) === 9)) at++;
  return at;
}

/** Offset after the last character before `end` that is not white space. */
export function trimEnd(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && source.charCodeAt(at - 1) <= 32) at--;
  return at;
}

/** Number of times the character at `at` is repeated there. */
export function runLength(source: string, at: number, end: number): number {
  let to = at;
  while (to < end && source.charCodeAt(to) === source.charCodeAt(at)) to++;
  return to - at;
}

/** `indexOf` that gives the limit where nothing is found before it, and looks no further than it. */
export function find(source: string, needle: string, from: number, limit: number): number {
  const at = source.slice(from, limit).indexOf(needle);
  return at < 0 ? limit : from + at;
}

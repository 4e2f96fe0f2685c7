/** True for a long file of numbers, the coordinates of a drawing or the points of a plot: it holds nothing to read. */
export function isData(source: string): boolean {
  if (source.length < SHORTEST) return false;
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const at = Math.floor((source.length * sample) / (SAMPLES + 1));
    if (!isNumbers(source.slice(at, at + SAMPLE))) return false;
  }
  return true;
}

/** In prose digits are a few characters of a hundred, in tables of results up to a fifth. */
function isNumbers(text: string): boolean {
  let digits = 0;
  let signs = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 32) signs++;
    if (code >= 48 && code <= 57) digits++;
  }
  return digits > signs * 0.3;
}

const SHORTEST = 20_000;
const SAMPLES = 5;
const SAMPLE = 1000;

const BEGIN = '\\begin{document}';
const END = '\\end{document}';

/** A paper over and over, at least so long. Of a LaTeX document the body is repeated, since nothing is read after its end. */
export function manyTimes(text: string, length: number): string {
  const start = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (start < 0 || end < 0) return `${text}\n\n`.repeat(Math.ceil(length / text.length));
  const body = text.slice(start + BEGIN.length, end);
  return text.slice(0, start + BEGIN.length) + `${body}\n\n`.repeat(Math.ceil(length / body.length)) + text.slice(end);
}

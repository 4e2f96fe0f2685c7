/**
 * The text of a page with what lies between `<!-- name -->` and `<!-- /name -->` replaced. Throws where a mark is missing; `path` is for
 * the message.
 */
export function withPart(path: string, text: string, name: string, inner: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = text.indexOf(open);
  const to = text.indexOf(close);
  if (from < 0 || to < from) throw new Error(`${path}: put ${open} and ${close} where the text is to be written.`);
  return `${text.slice(0, from + open.length)}\n\n${inner}\n\n${text.slice(to)}`;
}

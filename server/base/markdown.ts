/**
 * Text that no Markdown renderer takes for markup: no link, image, HTML, icon or list can come of it.
 * Whitespace, line breaks included, becomes single spaces.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]()#+\-.!|<>&~=]/g, '\\$&')
      // Icons are looked for after rendering, so a backslash does not help: `$(sync)` needs an entity.
      .replace(/\$(?=\\\()/g, '&#36;')
      // Bare addresses become links without any markup.
      .replace(/:(?=\/\/)/g, '\\:')
  );
}

/** A piece of Markdown that was put together by us and is inserted as it is. */
export class RawMarkdown {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export const raw = (text: string): RawMarkdown => new RawMarkdown(text);

/** Markdown with every interpolated text escaped: md`**${title}**`. Pieces marked with `raw` stay as they are. */
export function md(parts: TemplateStringsArray, ...values: readonly (string | number | RawMarkdown)[]): string {
  return parts.reduce((text, part, index) => text + inserted(values[index - 1]!) + part);
}

const inserted = (value: string | number | RawMarkdown): string =>
  value instanceof RawMarkdown ? value.text : escapeMarkdown(String(value));

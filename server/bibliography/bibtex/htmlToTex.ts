export const HAS_HTML = /[<&]/;

/** Titles from Crossref and publishers carry `<sub>`, `<inf>`, MathML, `&amp;` and `&#8211;`, some of them encoded twice. */
export const htmlToTex = (value: string): string =>
  value
    .replace(/\\?&lt;(\/?[a-z][a-z:-]{0,20})&gt;/gi, '<$1>')
    .replace(/<(\/?)jats:(?=su[bp]>|i>|italic>|bold>)/gi, '<$1')
    .replace(SCRIPTED, (_, kind: string, base: string, script: string) => `${base}${SCRIPTS[kind]}${script}}`)
    .replace(MATH_TAG, '')
    .replace(/<(\/?)([a-z]{1,10})>/gi, (tag: string, end: string, name: string) => {
      const kind = name.toLowerCase();
      if (!(kind in TAGS)) return tag;
      return end ? '}' : TAGS[kind]!;
    })
    .replace(
      /(?<!\\)\\?&(?:(amp|lt|gt|nbsp|ndash|mdash|minus);|\\?#(x[\da-f]{1,6}|\d{1,7});)/gi,
      (found, name, code) => (name ? ENTITIES[name.toLowerCase()]! : character(code, found)),
    );

const TAGS: Readonly<Record<string, string>> = {
  ...{ sub: '\\textsubscript{', inf: '\\textsubscript{', sup: '\\textsuperscript{' },
  ...{ i: '{', b: '{', em: '{', strong: '{', scp: '{', sc: '{', u: '{', italic: '{', bold: '{' },
};

const SCRIPTS: Readonly<Record<string, string>> = { sub: '\\textsubscript{', sup: '\\textsuperscript{' };

const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: '\\&', lt: '\\textless{}', gt: '\\textgreater{}', nbsp: '~', ndash: '–', mdash: '—', minus: '−' },
};

/** MathML: a base and what is lowered or raised, each in an element of its own. */
const SCRIPTED =
  /<(?:mml:)?m(sub|sup)>\s*(?:<(?:mml:)?m\w{1,8}[^<>]{0,80}>\s*){1,3}([^<>]{1,40})(?:<\/(?:mml:)?m\w{1,8}>\s*){1,3}(?:<(?:mml:)?m\w{1,8}[^<>]{0,80}>\s*){1,3}([^<>]{1,40})(?:\s*<\/(?:mml:)?m\w{1,8}>){1,3}/gi;
const MATH_TAG =
  /<\/?(?:(?:mml|jats):[\w-]{1,20}|m(?:ath|row|i|n|o|text|sub|sup|style|space|fenced)|tex(?:-math)?|inline-formula|span)(?:\s[^<>]{0,200})?\/?>/gi;

function character(code: string, found: string): string {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  if (point < 32 || point > 0x10ffff) return found;
  const read = String.fromCodePoint(point);
  return /[\\{}$&%#_~^]/.test(read) ? `\\${read}` : read;
}

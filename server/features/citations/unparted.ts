import { FORMATS, type FormatId } from '../../text';
import type { Bond } from '../../text/citing/bond';
import { DOTTED_WORDS } from '../../text/dottedWords';

/** What every format holds together. */
export const COMMON_BONDS: readonly Bond[] = [
  {
    id: 'backslash and what it escapes',
    before: /(?<!\\)(?:\\\\)*\\$/,
    after: /^/,
    holds: ['by 5\\‸% more', 'see \\‸[a\\‸]', 'a line\\‸\nanother'],
    parts: ['a path\\\\‸ and'],
  },
  {
    id: 'number and its uncertainty',
    before: /\d\(\d+$/,
    after: /^\)/,
    holds: ['of 9.0(2‸) V'],
    parts: ['of step (2‸) and'],
  },
  {
    id: 'shortened word and its full stop',
    before: new RegExp(String.raw`(?:^|[\s(])(?:${DOTTED_WORDS})$`, 'u'),
    after: /^\./,
    holds: ['as in Eqs‸. (3)', 'salts (e.g‸., LiF)', 'by Ahn et al‸. in'],
    parts: ['as in Eqs‸ and', 'of several cells‸. Then', 'by coal‸. Then'],
  },
  {
    id: 'name of a part and its number',
    before:
      /(?:^|[\s(])(?:Fig(?:ure)?|Eq(?:uation)?|Ref(?:erence)?|Tab(?:le)?|Sec(?:t(?:ion)?)?|Scheme|Chapter|Step)s?\.?[ \t]*$/,
    after:
      /^(?:[ \t~]|\\ )*\(?(?:S?\d|\\(?:eq|auto|c|C|page|v|sub)?ref\{|@(?:fig|tbl|eq|sec)[-:]|\{(?:numref|ref|eq)\}|\[\d)/,
    holds: ['see Fig.‸ 3', 'see Table ‸S3', 'by Eq.‸\\ (\\ref{a})', 'see Figure‸ \\ref{a}', 'see Ref.‸ [3]'],
    parts: ['see Fig. 3‸ and', 'of the Table‸ and', 'cell‸ 3'],
  },
  {
    id: 'numbers of a mark',
    before: /\[[1-9]\d{0,2}(?:\s?[,;–-]\s?\d{1,3})*(?:\s?[,;–-])?\s?$/,
    after: /^(?:\s?[,;–-]?\s?\d{1,3})*\s?\]/,
    holds: ['trained [7‸, 8] on', 'trained [7, 8‸] on', 'see [12‸]'],
    parts: ['trained [7, 8]‸ on', 'from [0, 5‸] on', 'in [0.8, 0.9‸] on'],
  },
  {
    id: 'word that is parted at the end of a line',
    before: /\p{L}[-\u00AD]$/u,
    after: /^\r?\n[ \t]*\p{Ll}/u,
    holds: ['the elec-‸\ntrolyte', 'the elec-‸\r\n  trolyte'],
    parts: ['a low-‸\nLi content', 'an electrolyte‸\nwith'],
  },
  {
    id: 'no-break space and the word after it',
    before: /\S\u00A0$/,
    after: /^\S/,
    holds: ['see Fig.\u00A0‸3'],
    parts: ['see Fig.\u00A03‸ and'],
  },
  {
    id: 'word and the no-break space after it',
    before: /\S$/,
    after: /^\u00A0\S/,
    holds: ['see Fig.‸\u00A03'],
    parts: ['see cell‸ 3'],
  },
  {
    id: 'what opens a line and the text after it',
    before: /^[ \t]*(?:(?:[-*+•–>|:~]|#\.|\[[ xX]\]|\(?(?:\d{1,3}|[a-z])[.)]|\(@\w*\))[ \t]*)*$/,
    after: /^[^\r\n]*\S/,
    holds: ['- ‸item', '2. ‸item', '> ‸quote', '| ‸cell', '- [x] ‸item', '(@a) ‸item', '  ‸indented'],
    parts: ['- item‸ goes on', 'cell 2. ‸Then'],
  },
  {
    id: 'number that opens a line and its bracket',
    before: /^[ \t]*\(?(?:\d{1,3}|[a-z])$/,
    after: /^[.)](?:[ \t]|$)/,
    holds: ['1‸) item', '(a‸) item'],
    parts: ['cell 1‸) and', '1‸.5 V'],
  },
];

/** True for signs that double: `**`, `--`, `''`, `...`; closing brackets come one after the other without belonging together. */
const DOUBLED = /[\p{P}\p{S}](?<![)\]}>）】」』》])/u;

/** True where the text before a source offset and the text after it belong together. */
export function isUnparted(source: string, at: number, format: FormatId): boolean {
  if (at === 0 || at === source.length) return false;
  const sign = source[at - 1]!;
  if (sign === source[at] && DOUBLED.test(sign)) return true;
  const lineStart = source.lastIndexOf('\n', at - 1) + 1;
  const before = lineStart < at - FARTHEST ? `…${source.slice(at - FARTHEST, at)}` : source.slice(lineStart, at);
  const after = source.slice(at, at + FARTHEST);
  return [...COMMON_BONDS, ...FORMATS[format].citing.bonds].some(
    (bond) => bond.before.test(before) && bond.after.test(after),
  );
}

/** What decides is near. */
const FARTHEST = 200;

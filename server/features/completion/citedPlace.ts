import type { Span } from '../../base/span';
import type { Manuscript } from '../../manuscript/manuscript';
import type { FormatId } from '../../text';

/** So far back the citation that is being typed can begin. */
const REACH = 2000;

/** What was typed of a key, or in search of one, up to a source offset; undefined where the caret is in no citation. */
export function typedKey(format: FormatId, source: string, offset: number, manuscript: Manuscript): Span | undefined {
  const from = Math.max(0, offset - REACH);
  const before = source.slice(from, offset);
  const start = STARTS[format](before, manuscript);
  return start === undefined ? undefined : { start: from + start, end: offset };
}

type KeyStart = (before: string, manuscript: Manuscript) => number | undefined;

/** In LaTeX several words may be typed. */
const inBraces: KeyStart = (text, manuscript) => {
  const before = text.replace(COMMENT, (comment) => ' '.repeat(comment.length));
  const open = before.lastIndexOf('{');
  if (open < 0 || before.includes('}', open) || /\n[ \t]*\n/.test(text.slice(open))) return undefined;
  if (!citesBefore(before.slice(0, open), manuscript)) return undefined;
  const after = Math.max(open, before.lastIndexOf(',')) + 1;
  return after + /^\s*/.exec(before.slice(after))![0].length;
};

const COMMENT = /(?<!\\)%[^\n]*(?=\n)/g;

/** Whether what stands before an open brace is a command of which the brace holds keys. */
function citesBefore(head: string, manuscript: Manuscript): boolean {
  if (CITE_COMMAND.test(head) || CITES_COMMAND.test(head) || VOLUME_COMMAND.test(head)) return true;
  const name = /\\([A-Za-z]+)\s?$/.exec(head)?.[1];
  return name !== undefined && citingMacros(manuscript).has(name);
}

/** `\cite`, `\citep*[see][p.~3]`, `\parencite` */
const CITE_COMMAND = /\\[A-Za-z]{0,12}[Cc]ite[A-Za-z]{0,12}\*?\s?(?:\[[^\][]{0,100}\]\s?){0,2}$/;
/** `\parencites(see)(and others)[3]{a}[4]` */
const CITES_COMMAND =
  /\\[A-Za-z]{0,12}[Cc]ites\*?\s?(?:\([^()]{0,200}\)){0,2}(?:\s?(?:\[[^\][]{0,100}\]|\{[^{}]{0,200}\})){0,40}\s?$/;
/** `\volcite[see]{2}[3]` */
const VOLUME_COMMAND = /\\[A-Za-z]{0,12}volcite\s?(?:\[[^\][]{0,100}\])?\{[^{}]{0,50}\}(?:\[[^\][]{0,100}\])?$/;

/** Macros of the writer whose argument is a list of keys: `\newcommand{\refs}[1]{Refs.~\cite{#1}}` */
function citingMacros({ files }: Manuscript): ReadonlySet<string> {
  const known = MACROS.get(files);
  if (known) return known;
  const names = files.flatMap(({ parsed }) => [...parsed.source.matchAll(CITING_MACRO)].map(([, name]) => name!));
  const macros = new Set(names);
  MACROS.set(files, macros);
  return macros;
}

const MACROS = new WeakMap<Manuscript['files'], ReadonlySet<string>>();
const CITING_MACRO =
  /\\(?:(?:re)?newcommand|providecommand|(?:New|Renew|Provide)DocumentCommand|def)\*?\s*\{?\\([A-Za-z]+)\}?[^\n]{0,120}?\\[A-Za-z]*cite[A-Za-z]*\*?(?:\[[^\][\n]{0,60}\]){0,2}\{#1\}/gi;

/** `@Peled`, `[see @a; @Peled`, `@{Peled 19`; `` {cite:p}`a,Peled `` */
const afterAt: KeyStart = (before) => {
  const role = /\{(?:[a-z]{0,8})cite(?::[a-z]{1,8})?\}`([^`\n]{0,400})$/.exec(before);
  if (role) {
    const typed = /[^,;]*$/.exec(role[1]!)![0].trimStart();
    return before.length - typed.length;
  }
  const braced = /(?:^|[^\p{L}\p{N}])@\{([^{}\n]{0,200})$/u.exec(before);
  if (braced) return before.length - braced[1]!.length;
  return bareKey(before);
};

/** `#cite(<Peled`, `#cite(form: "prose", <Peled`, `#cite(label("Peled`; `@Peled` */
const inTypst: KeyStart = (before) => {
  const label = /#?\b(?:cite|citet|citep|prose)\([^()<>\n]{0,200}(?:<|\blabel\(")([^<>"()\n]{0,200})$/.exec(before);
  return label ? before.length - label[1]!.length : bareKey(before);
};

function bareKey(before: string): number | undefined {
  const at = before.lastIndexOf('@');
  if (at < 0 || /[^\p{L}\p{N}_:.#$%&+?~/-]/u.test(before.slice(at + 1))) return undefined;
  return /[\p{L}\p{N}]/u.test(before[at - 1] ?? '') ? undefined : at + 1;
}

const STARTS: Readonly<Record<FormatId, KeyStart>> = {
  latex: inBraces,
  markdown: afterAt,
  typst: inTypst,
  plaintext: afterAt,
};

import type { Edit } from '../base/edit';
import { contains, type Span } from '../base/span';
import { hasOwnKey } from '../manuscript/entries';
import type { AbbreviationDeclaration, ParsedFile } from '../text/parsedFile';

/** `\acro{FEC}{…}` keeps its key, which uses name, and gets the new short form beside it: `\acro{FEC}[F1EC]{…}`. */
export function besideKey(short: Span, to: string, parsed: ParsedFile): Omit<Edit, 'uri'> | undefined {
  const { source, format, declarations } = parsed;
  const declaration = declarations.find((d) => d.shortSpan.start === short.start && contains(d.span, short));
  if (!declaration || format !== 'latex' || hasOwnKey(declaration)) return undefined;
  if (source[short.end] !== '}' || !canStandBeside(declaration)) return undefined;
  const insert = (at: number, newText: string) => ({ span: { start: at, end: at }, newText });
  if (/^\\(?:acro|acrodef|newacro)$/.test(declaration.form)) return insert(short.end + 1, `[${to}]`);
  const list = source.indexOf('{', short.end) + 1;
  const field = declaration.form === '\\DeclareAcronym' ? 'short' : 'name';
  return list > 0 ? insert(list, `${field} = ${to}, `) : undefined;
}

/** True where the declaration has a place for a short form beside the key. */
export const canStandBeside = ({ form }: AbbreviationDeclaration): boolean =>
  /^\\(?:acro|acrodef|newacro|DeclareAcronym|(?:long)?newglossaryentry|newentry)$/.test(form);

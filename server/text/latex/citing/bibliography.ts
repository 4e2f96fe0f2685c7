import { type Edit, insertion } from '../../../base/edit';
import { withLineEndsOf } from '../../../base/lines';
import { folderOf, relativePath } from '../../../base/uris';
import type { SourceFile } from '../../citing/citing';
import { type FileReference, usesBiblatex } from '../../parsedFile';

/** The commands that a manuscript lacks: the file, its list where it is printed, a style. */
export function nameBibliography(files: readonly SourceFile[], _: SourceFile, uri: string): readonly Edit[] {
  const path = relativePath(folderOf(files[0]!.uri), uri);
  const packages = new Set(files.flatMap(({ parsed }) => [...parsed.packages]));
  const says = (command: RegExp): boolean => files.some(({ parsed: { source } }) => command.test(source));
  if (usesBiblatex(packages)) {
    const resource = before(files, BEGIN, `\\addbibresource{${path}}\n`);
    const list = says(/^[^%\n]*\\printbibliography/m) ? undefined : before(files, END, '\\printbibliography\n');
    return [resource, list].filter((edit) => edit !== undefined);
  }
  const style = says(/^[^%\n]*\\bibliographystyle\b/m) ? undefined : styleFor(packages);
  const line = style === undefined ? '' : `\\bibliographystyle{${style}}\n`;
  const edit = before(files, END, `${line}\\bibliography{${withoutEnding(path)}}\n`);
  return edit ? [edit] : [];
}

const BEGIN = /^[^%\n]*?(?=\\begin\{document\})/m;
const END = /^[^%\n]*?(?=\\end\{document\})/m;

/** Numbered in the order of citation, as in chemistry; undefined for classes that bring a style of their own. */
function styleFor(packages: ReadonlySet<string>): string | undefined {
  if ([...packages].some((name) => /^class:(?:achemso|revtex|aastex)/.test(name)) || packages.has('achemso'))
    return undefined;
  return Object.entries(STYLES).find(([name]) => packages.has(name))?.[1] ?? 'unsrt';
}

/** Of packages that are typeset with no other. */
const STYLES: Readonly<Record<string, string>> = {
  natbib: 'unsrtnat',
  apacite: 'apacite',
  jurabib: 'jurabib',
  harvard: 'agsm',
  'authordate1-4': 'authordate1',
};

function before(files: readonly SourceFile[], place: RegExp, text: string): Edit | undefined {
  for (const { uri, parsed } of files) {
    const found = place.exec(parsed.source);
    if (found) return insertion(uri, found.index + found[0].length, withLineEndsOf(parsed.source, text));
  }
  return undefined;
}

/** Into the braces of `\bibliography{a}`: the other commands take no list. */
export const nameBeside = (uri: string, { command, span }: FileReference, path: string): Edit | undefined =>
  command === '\\bibliography' ? insertion(uri, span.end, `,${withoutEnding(path)}`) : undefined;

const withoutEnding = (path: string): string => path.replace(/\.bib$/i, '');

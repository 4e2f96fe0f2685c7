import type { Edit } from '../../base/edit';
import { startOfLine, withLineEndsOf } from '../../base/lines';
import { fileName, folderOf, relativePath } from '../../base/uris';
import type { FormatId, ParsedFile } from '../../text';
import { closingLine, openingLine, tomlEnd } from '../../text/markdown/frontMatter';
import { type FileReference, usesBiblatex } from '../../text/parsedFile';
import type { ManuscriptContext } from '../../workspace/workspace';

/** The edits by which a manuscript that names no bibliography names this one, with a style where it needs one to be typeset. */
export function declare({ manuscript: { files, main } }: ManuscriptContext, uri: string): readonly Edit[] {
  const root = files[0]!;
  if (files.some((file) => fileName(file.uri) === 'myst.yml')) return []; // its project takes every .bib
  if (/^_quarto\.ya?ml$/.test(fileName(root.uri))) {
    const path = relativePath(folderOf(root.uri), uri);
    return [atEnd(root.uri, root.parsed.source, `bibliography: ${path}\n`)];
  }
  return DECLARATIONS[main.parsed.format](files, main, uri);
}

type Declaration = (files: readonly File[], main: File, uri: string) => readonly Edit[];

const DECLARATIONS: Readonly<Record<FormatId, Declaration>> = {
  latex: (files, _, uri) => latex(files, relativePath(folderOf(files[0]!.uri), uri)),
  markdown: (_, { uri: main, parsed }, uri) => [inFrontMatter(main, parsed.source, relativePath(folderOf(main), uri))],
  typst: (_, { uri: main, parsed }, uri) => [
    atEnd(main, parsed.source, `\n#bibliography("${relativePath(folderOf(main), uri)}")\n`),
  ],
  plaintext: () => [],
};

/** The edit by which a list of bibliographies gets one more; undefined where the last of them does not take a list. */
export function declareBeside(uri: string, last: FileReference, path: string): Edit | undefined {
  if (last.command !== '\\bibliography') return undefined;
  return insertion(uri, last.span.end, `,${withoutEnding(path)}`);
}

interface File {
  readonly uri: string;
  readonly parsed: ParsedFile;
}

function latex(files: readonly File[], path: string): readonly Edit[] {
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

function before(files: readonly File[], place: RegExp, text: string): Edit | undefined {
  for (const { uri, parsed } of files) {
    const found = place.exec(parsed.source);
    if (found) return insertion(uri, found.index + found[0].length, withLineEndsOf(parsed.source, text));
  }
  return undefined;
}

function inFrontMatter(uri: string, source: string, path: string): Edit {
  const toml = tomlEnd(source);
  if (toml > 0) return insertion(uri, startOfLine(source, toml), withLineEndsOf(source, `bibliography = "${path}"\n`));
  const line = withLineEndsOf(source, `bibliography: ${path}\n`);
  const open = openingLine(source);
  const close = open === undefined ? undefined : closingLine(source, open);
  if (close) return insertion(uri, close.start, line);
  return insertion(uri, 0, withLineEndsOf(source, `---\n${line}---\n\n`));
}

const atEnd = (uri: string, source: string, line: string): Edit =>
  insertion(uri, source.length, withLineEndsOf(source, `${source === '' || source.endsWith('\n') ? '' : '\n'}${line}`));

const insertion = (uri: string, at: number, newText: string): Edit => ({ uri, span: { start: at, end: at }, newText });

const withoutEnding = (path: string): string => path.replace(/\.bib$/i, '');

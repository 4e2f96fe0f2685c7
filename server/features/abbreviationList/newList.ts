import type { Edit } from '../../base/edit';
import { startOfLine } from '../../base/lines';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import type { ParsedFile } from '../../text/parsedFile';
import type { ListEntry } from './entries';

/** A list of its own under a heading: before the references, else at the end. */
export function newList(entries: readonly ListEntry[], manuscript: Manuscript): Edit {
  const place = placeFor(manuscript);
  const { parsed } = place.file;
  const before = parsed.source.slice(0, place.at);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const newText = `${lead}${write(entries, parsed, place.reference)}\n${place.at < parsed.source.length ? '\n' : ''}`;
  return { uri: place.file.uri, span: { start: place.at, end: place.at }, newText };
}

interface ListPlace {
  readonly file: FileCandidates;
  readonly at: number;
  /** Markup of the heading that comes next, for one of the same kind. */
  readonly reference?: string;
}

/** What begins the references, or else ends the document. */
const LATEX_END = [
  /\\(?:bibliography(?:style)?|printbibliography)\b/,
  /\\begin\{thebibliography\}/,
  /\\end\{document\}/,
];

function placeFor({ files, main }: Manuscript): ListPlace {
  for (const file of [...files].reverse()) {
    const at = startOfReferences(file.parsed);
    if (at) return { file, ...at };
  }
  return { file: main, at: main.parsed.source.length };
}

function startOfReferences({ language, source, prose }: ParsedFile): Omit<ListPlace, 'file'> | undefined {
  const heading = prose.blocks.find((block) => block.kind === 'heading' && block.part === 'references');
  if (heading) {
    const at = startOfLine(source, prose.toSource(heading).start);
    return { at, reference: /^[#=]*/.exec(source.slice(at, at + 10))![0] };
  }
  const marks = language === 'latex' ? LATEX_END : language === 'typst' ? [/^#bibliography\(/m] : [];
  for (const mark of marks) {
    const found = mark.exec(source);
    if (found) return { at: startOfLine(source, found.index) };
  }
  return undefined;
}

function write(entries: readonly ListEntry[], { language, packages, source }: ParsedFile, reference?: string): string {
  const rows = (row: (entry: ListEntry) => string) => entries.map(row).join('\n');
  switch (language) {
    case 'latex': {
      const isAcronym = packages.has('acronym');
      const [name, row] = isAcronym
        ? ['acronym', ({ short, long }: ListEntry) => `  \\acro{${short}}{${long}}`]
        : ['description', ({ short, long }: ListEntry) => `  \\item[${short}] ${long}`];
      return `\\section*{Abbreviations}\n\\begin{${name}}\n${rows(row as (entry: ListEntry) => string)}\n\\end{${name}}`;
    }
    case 'markdown': {
      const head = '| Abbreviation | Meaning |\n|---|---|';
      return `${reference || usualHeading(source, '#')} Abbreviations\n\n${head}\n${rows(({ short, long }) => `| ${short} | ${long} |`)}`;
    }
    case 'typst':
      return `${reference || usualHeading(source, '=')} Abbreviations\n\n#table(\n  columns: 2,\n${rows(({ short, long }) => `  [${short}], [${long}],`)}\n)`;
    default:
      return `Abbreviations\n\n${rows(({ short, long }) => `${short}: ${long}`)}`;
  }
}

/** The mark of the last heading that is no subheading: the first may be the title. */
function usualHeading(source: string, mark: '#' | '='): string {
  const marks = source.match(mark === '#' ? /^#{1,2}(?= )/gm : /^={1,2}(?= )/gm) ?? [];
  const counts = [mark, mark + mark].map((m) => marks.filter((found) => found === m).length);
  return counts[0]! > 1 || counts[1] === 0 ? mark : mark + mark;
}

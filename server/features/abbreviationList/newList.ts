import type { Edit } from '../../base/edit';
import { startOfLine, withLineEndsOf } from '../../base/lines';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import type { Manuscript } from '../../manuscript/manuscript';
import { FORMATS, type ParsedFile } from '../../text';
import type { ListEntry } from '../../text/format';

/** A list of its own under a heading: before the references, else at the end. */
export function newList(entries: readonly ListEntry[], manuscript: Manuscript): Edit {
  const place = placeFor(manuscript);
  const { parsed } = place.file;
  const before = parsed.source.slice(0, place.at).slice(-4).replaceAll('\r', '');
  const lead = place.at === 0 || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = place.at < parsed.source.length ? '\n' : '';
  const newText = withLineEndsOf(
    parsed.source,
    `${lead}${FORMATS[parsed.format].abbreviationList(entries, parsed, place.heading)}\n${after}`,
  );
  return { uri: place.file.uri, span: { start: place.at, end: place.at }, newText };
}

interface ListPlace {
  readonly file: FileCandidates;
  readonly at: number;
  /** Markup of the heading that comes next, for one of the same kind. */
  readonly heading?: string;
}

function placeFor({ files, main }: Manuscript): ListPlace {
  for (const file of [...files].reverse()) {
    const at = startOfReferences(file.parsed);
    if (at) return { file, ...at };
  }
  return { file: main, at: main.parsed.source.length };
}

function startOfReferences({ format, source, prose }: ParsedFile): Omit<ListPlace, 'file'> | undefined {
  const heading = prose.blocks.find((block) => block.kind === 'heading' && block.part === 'references');
  if (heading) {
    const at = startOfLine(source, prose.toSource(heading).start);
    return { at: beforeOpening(source, at), heading: /^[#=]*/.exec(source.slice(at, at + 10))![0] };
  }
  for (const mark of FORMATS[format].ends) {
    const found = mark.exec(source);
    if (found) return { at: beforeOpening(source, startOfLine(source, found.index)) };
  }
  return undefined;
}

/** Before the lines that only open a group around what comes: `\footnotesize{`. */
function beforeOpening(source: string, at: number): number {
  const [opening] = OPENING.exec(source.slice(Math.max(0, at - LONGEST_OPENING), at)) ?? [''];
  return at - opening.length;
}

const OPENING =
  /(?:(?<=\n)[ \t]*(?:\\begingroup|[\\#]\w+(?:\[[^\][]*\]|\([^()]*\))*[{[]|\{(?:\\[A-Za-z]+)*|\\begin\{(?:small|footnotesize|scriptsize)\})[ \t]*(?:%[^\n]*)?(?:\r?\n[ \t]*)+)+$/;
const LONGEST_OPENING = 500;

import type { Insertion } from '../base/edit';
import { type FileCandidates, readFile } from '../manuscript/fileCandidates';
import { Manuscript } from '../manuscript/manuscript';
import type { Mention } from '../manuscript/mention';
import { definitionsFor } from '../text';
import type { ManuscriptContext } from '../workspace/workspace';

/** The open file of a manuscript, read with text inserted, to prove what the insertion does. */
export class Reread {
  readonly before: FileCandidates;
  private readonly definitions: string;

  constructor(private readonly context: ManuscriptContext) {
    const { manuscript, file } = context;
    const others = manuscript.files.filter(({ uri }) => uri !== file.uri);
    this.definitions = definitionsFor(
      file.parsed.format,
      others.map(({ parsed }) => parsed),
    );
    this.before = this.read(file.parsed.source);
  }

  /** With insertions that follow each other in the text. */
  with(...insertions: readonly Insertion[]): FileCandidates {
    const { source } = this.before.parsed;
    let text = '';
    let from = 0;
    for (const insertion of insertions) {
      text += source.slice(from, insertion.at) + insertion.text;
      from = insertion.at;
    }
    return this.read(text + source.slice(from));
  }

  /** True where markup declares, text defines and everything but citations is recognised as before. */
  saysTheSame(after: FileCandidates): boolean {
    return declared(after) === declared(this.before) && this.mentions(after) === this.mentions(this.before);
  }

  private read(source: string): FileCandidates {
    const { file, manuscript } = this.context;
    return readFile(file.uri, file.parsed.format, source, manuscript.catalogue, this.definitions);
  }

  private mentions(file: FileCandidates): string {
    const { mentions } = new Manuscript([file], this.context.manuscript.catalogue).analysis(file.uri)!;
    const { prose } = file.parsed;
    const said = (mention: Mention) =>
      mention.kind === 'citation' ? [] : [[mention.kind, squeezed(prose.slice(mention.prose))]];
    return JSON.stringify(mentions.flatMap(said));
  }
}

/** Without spaces. */
export const squeezed = (text: string): string => text.replace(/\s+/g, '');

export const declared = ({ parsed, definitions }: FileCandidates): string =>
  JSON.stringify([
    parsed.declarations.map(({ key, long }) => [key, long]),
    parsed.glossaryUses.map(({ key, command }) => [key, command]),
    [...parsed.includes, ...parsed.bibliographies].map(({ path, command }) => [path, command]),
    parsed.bibitems.map(({ key }) => key),
    parsed.definitions,
    definitions.map(({ short, long }) => [short, long]),
  ]);

import type { Catalogue } from '../knowledge/catalogue';
import { AbbreviationIndex } from './abbreviationIndex';
import { FileAnalysis } from './fileAnalysis';
import type { FileCandidates } from './fileCandidates';
import type { Mention } from './mention';
import type { Inclusion } from './readingOrder';
import { resolveMentions } from './resolveMentions';

/** The files of one manuscript in reading order, with one index of abbreviations. Immutable. */
export class Manuscript {
  readonly abbreviations: AbbreviationIndex;
  private readonly analyses = new Map<string, FileAnalysis>();
  private allMentions: readonly Mention[] | undefined;

  constructor(
    readonly files: readonly FileCandidates[],
    readonly catalogue: Catalogue,
    inclusions: readonly Inclusion[] = [],
  ) {
    this.abbreviations = new AbbreviationIndex(files, inclusions);
  }

  /** The first file that holds text; a book begins with a list of its chapters. */
  get main(): FileCandidates {
    return this.files.find(({ parsed }) => parsed.prose.blocks.length > 0) ?? this.files[0]!;
  }

  /** Undefined where the file is not part of the manuscript. */
  analysis(uri: string): FileAnalysis | undefined {
    const known = this.analyses.get(uri);
    if (known) return known;
    const file = this.files.find((candidate) => candidate.uri === uri);
    if (!file) return undefined;
    const analysis = new FileAnalysis(file, resolveMentions(file, this.abbreviations, this.catalogue));
    this.analyses.set(uri, analysis);
    return analysis;
  }

  /** A number that grows as the manuscript is read, at a source offset of one of its files. */
  position(file: FileCandidates, offset: number): number {
    return this.abbreviations.order.position(file, offset);
  }

  /** Mentions of all files, in reading order of the files. */
  get mentions(): readonly Mention[] {
    this.allMentions ??= this.files.flatMap(({ uri }) => this.analysis(uri)!.mentions);
    return this.allMentions;
  }
}

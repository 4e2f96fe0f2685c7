import { lowerBound, type ProseSpan, type Span } from '../base/span';
import type { ParsedFile } from '../text/parsedFile';
import type { Definition } from './definition';
import type { FileCandidates } from './fileCandidates';
import { type Mention, speciesOf } from './mention';

/** One version of one file with everything that was recognised in it. Immutable. */
export class FileAnalysis {
  constructor(
    readonly candidates: FileCandidates,
    /** In prose order; a cell is before its layers, nothing else overlaps. */
    readonly mentions: readonly Mention[],
  ) {}

  get uri(): string {
    return this.candidates.uri;
  }

  get parsed(): ParsedFile {
    return this.candidates.parsed;
  }

  get definitions(): readonly Definition[] {
    return this.candidates.definitions;
  }

  /** Ids of the species that are mentioned, in order of appearance. */
  get species(): ReadonlySet<string> {
    return speciesAmong(this.mentions);
  }

  /** Mentions whose source range touches the offset, innermost first. */
  mentionsAt(sourceOffset: number): readonly Mention[] {
    return this.mentions
      .filter((m) => m.source.start <= sourceOffset && sourceOffset <= m.source.end)
      .sort((a, b) => length(a.source) - length(b.source));
  }

  /** Mentions that lie in the stretch of prose. */
  mentionsIn(prose: ProseSpan): readonly Mention[] {
    const first = lowerBound(this.mentions, (m) => m.prose.start >= prose.start);
    const last = lowerBound(this.mentions, (m) => m.prose.start >= prose.end);
    return this.mentions.slice(first, last);
  }
}

/** Ids of the species that mentions stand for, in their order. */
export const speciesAmong = (mentions: readonly Mention[]): ReadonlySet<string> =>
  new Set(mentions.flatMap((mention) => speciesOf(mention) ?? []));

const length = (s: Span): number => s.end - s.start;

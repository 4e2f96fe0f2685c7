import type { Encoding } from '../base/encoding';
import type { Problem } from '../base/problem';
import type { BibliographyFile, Entry } from './reference';

export interface LoadedBibliography {
  readonly uri: string;
  readonly text: string;
  /** What the file must be written back in. */
  readonly encoding: Encoding;
  /** True where an editor shows it as UTF-8, which it is not. */
  readonly misread?: boolean;
  readonly file: BibliographyFile;
}

/**
 * What a bibliography is to a manuscript: named by it, a list within it, made into a glossary, named by the project file, part of
 * the writer's own library, or lying beside a manuscript that names none.
 */
export type BibliographyRole = 'named' | 'listed' | 'glossary' | 'project' | 'library' | 'beside';

/** A bibliography that cannot be used. */
export interface UnusableBibliography {
  readonly uri: string;
  /** As it is named. */
  readonly path: string;
  /** True where no such file was found; else it cannot be read. */
  readonly missing: boolean;
  /** A sentence for people. */
  readonly reason: string;
}

/** The references that a manuscript can cite: the files it names, or else those that lie beside it. */
export class Bibliography {
  private readonly byKey = new Map<string, { readonly uri: string; readonly entry: Entry }>();
  private readonly byAlias = new Map<string, { readonly uri: string; readonly entry: Entry }>();

  constructor(
    readonly files: readonly LoadedBibliography[],
    readonly problems: readonly Problem[],
    readonly unusable: readonly UnusableBibliography[] = [],
    /** By URI, of those that cannot be used, too. */
    readonly roles: ReadonlyMap<string, BibliographyRole> = new Map(),
  ) {
    for (const { uri, file } of files) {
      for (const entry of file.entries) {
        if (!this.byKey.has(entry.reference.key)) this.byKey.set(entry.reference.key, { uri, entry });
        for (const alias of entry.reference.aliases ?? []) this.byAlias.set(alias, { uri, entry });
      }
    }
  }

  entry(key: string): { readonly uri: string; readonly entry: Entry } | undefined {
    return this.byKey.get(key) ?? this.byAlias.get(key);
  }

  get entries(): Iterable<{ readonly uri: string; readonly entry: Entry }> {
    return this.byKey.values();
  }
}

import type { Catalogue } from '../knowledge/catalogue';
import { Paper } from './paper';
import type { Reading } from './reading';
import type { Inclusion } from './readingOrder';
import { Register } from './register';
import { settle } from './settle';

/** The files of one manuscript in reading order, with one register of abbreviations. Immutable. */
export class Project {
  readonly register: Register;
  private readonly papers = new Map<string, Paper>();

  constructor(
    readonly readings: readonly Reading[],
    readonly catalogue: Catalogue,
    inclusions: readonly Inclusion[] = [],
  ) {
    this.register = new Register(readings, inclusions);
  }

  /** The first file that holds text; a book begins with a list of its chapters. */
  get main(): Reading {
    return this.readings.find(({ manuscript }) => manuscript.prose.blocks.length > 0) ?? this.readings[0]!;
  }

  /** Undefined where the file is no part of the project. */
  paper(uri: string): Paper | undefined {
    const known = this.papers.get(uri);
    if (known) return known;
    const file = this.readings.findIndex((reading) => reading.uri === uri);
    if (file < 0) return undefined;
    const paper = new Paper(this.readings[file]!, settle(file, this.register, this.catalogue));
    this.papers.set(uri, paper);
    return paper;
  }
}

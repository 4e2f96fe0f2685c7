import { lowerBound } from '../base/span';
import type { FileCandidates } from './fileCandidates';

/** A file that another brings in, and where: an offset in the source of the other. */
export interface Inclusion {
  readonly uri: string;
  readonly by: string;
  readonly at: number;
}

interface Child {
  readonly at: number;
  readonly file: number;
}

/**
 * The order in which the files of a manuscript are read: what a file includes is read where it is included, and the text after
 * the inclusion after it. Files that are not included come before the first one: they define for it.
 */
export class ReadingOrder {
  /** By file: what it includes, in order. */
  private readonly children: readonly Child[][];
  /** By file: position of its first character, and characters of it and of all that it includes. */
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly start: number[];
  private readonly size: number[];

  constructor(
    private readonly files: readonly FileCandidates[],
    inclusions: readonly Inclusion[] = [],
  ) {
    this.indexOf = new Map(files.map(({ uri }, file) => [uri, file]));
    this.children = files.map(() => []);
    this.start = files.map(() => 0);
    this.size = files.map(() => 0);
    const included = new Set<number>();
    for (const { uri, by, at } of inclusions) {
      const file = this.indexOf.get(uri);
      const parent = this.indexOf.get(by);
      if (file === undefined || parent === undefined || included.has(file)) continue;
      included.add(file);
      this.children[parent]!.push({ at, file });
    }
    for (const children of this.children) children.sort((a, b) => a.at - b.at);
    let before = 0;
    for (let file = files.length - 1; file >= 0; file--) {
      if (included.has(file)) continue;
      this.measure(file);
      before -= file === 0 ? 0 : this.size[file]!;
      this.place(file, file === 0 ? 0 : before);
    }
  }

  /** A number that grows as the manuscript is read. */
  position({ uri }: FileCandidates, offset: number): number {
    const file = this.indexOf.get(uri)!;
    const children = this.children[file]!;
    const next = lowerBound(children, (child) => child.at >= offset);
    const last = children[next - 1];
    if (!last) return this.start[file]! + offset;
    return this.start[last.file]! + this.size[last.file]! + offset - last.at;
  }

  private measure(file: number): number {
    const within = this.children[file]!.reduce((sum, child) => sum + this.measure(child.file), 0);
    this.size[file] = this.files[file]!.parsed.source.length + within;
    return this.size[file]!;
  }

  private place(file: number, start: number): void {
    this.start[file] = start;
    let passed = 0;
    for (const child of this.children[file]!) {
      this.place(child.file, start + child.at + passed);
      passed += this.size[child.file]!;
    }
  }
}

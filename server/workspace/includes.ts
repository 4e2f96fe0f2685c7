import type { Problem } from '../base/problem';
import { fileName } from '../base/uris';
import type { FileCandidates } from '../manuscript/fileCandidates';
import type { Inclusion } from '../manuscript/readingOrder';
import { definitionsFor, FORMATS, namingFile, pathsOf } from '../text';
import type { Format } from '../text/format';
import type { FileReference } from '../text/parsedFile';
import { UnreadableFile } from './runtime';

/**
 * Reads one file, from the editor or the disk; undefined where there is none. `context` is what the other files define;
 * without one, whatever it was last read with will do. Rejects with `UnreadableFile`.
 */
export type ReadOne = (uri: string, context?: string) => Promise<FileCandidates | undefined>;

export interface Included {
  /** The root and what it includes, in the order of the inclusions; each file once. */
  readonly files: readonly FileCandidates[];
  readonly inclusions: readonly Inclusion[];
  readonly problems: readonly Problem[];
}

/**
 * Follows the includes of a manuscript, and the packages and glossaries beside it. A missing target is a problem, not an
 * error; a file that includes itself is read once. `settings` are those of the project, which count for each of its documents.
 */
export async function withIncludes(
  root: FileCandidates,
  read: ReadOne,
  settings: readonly FileCandidates[] = [],
): Promise<Included> {
  const walk = new Walk(root, read, settings);
  await walk.visit(root);
  await walk.readForLaterEntries();
  return walk;
}

/**
 * Each file is read with what those before it and those that it includes define. Which files it includes does not depend on
 * that, so that a file with includes is read for them first, and once more where it did not know all definitions.
 */
class Walk implements Included {
  readonly files: FileCandidates[] = [];
  readonly inclusions: Inclusion[] = [];
  readonly problems: Problem[] = [];
  private readonly seen = new Set<string>();
  private readonly missing = new Set<string>();

  constructor(
    private readonly root: FileCandidates,
    private readonly read: ReadOne,
    private readonly settings: readonly FileCandidates[],
  ) {}

  async visit(file: FileCandidates): Promise<void> {
    this.seen.add(file.uri);
    const place = this.files.push(file) - 1;
    if (file === this.root) await this.attachAll(this.settings.map(({ uri }) => uri));
    await this.attachAll(pathsOf(file).definers(namingFile(file, this.files)));
    for (const include of file.parsed.includes) await this.follow(include, file);
    this.files[place] = (await this.read(file.uri, this.contextOf(place))) ?? file;
  }

  /** A glossary may come after the text: what names an entry that it could not know is read again. */
  async readForLaterEntries(): Promise<void> {
    const unknown = new Set<string>();
    for (let place = this.files.length - 1; place > 0; place--) {
      const { uri, parsed } = this.files[place]!;
      const format: Format = FORMATS[parsed.format];
      const named = [...parsed.entryKeys, ...parsed.citations.flatMap(({ keys }) => keys)];
      if (named.some(({ key }) => entriesNamedBy(key, format).some((name) => unknown.has(name))))
        this.files[place] = (await this.read(uri, this.contextOf(place))) ?? this.files[place]!;
      for (const key of [...parsed.declarations.map((declared) => declared.key), ...parsed.termKeys]) unknown.add(key);
    }
  }

  /**
   * Files that define without being part of the text, and the packages and files that these load. That one is not found is
   * nothing to tell: TeX finds it elsewhere.
   */
  private async attachAll(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      if (this.seen.has(uri)) continue;
      this.seen.add(uri);
      const attached = await this.read(uri, '').catch(unreadable);
      if (!attached || attached instanceof UnreadableFile) continue;
      if (attached.uri !== uri && this.seen.has(attached.uri)) continue;
      this.seen.add(attached.uri);
      await this.attachAll(pathsOf(attached).definers({ ...namingFile(attached, this.files), isDefiner: true }));
      this.files.push(attached);
    }
  }

  private async follow(include: FileReference, from: FileCandidates): Promise<void> {
    const { candidates, isText } = pathsOf(from).include(include, namingFile(from, this.files));
    for (const uri of candidates) {
      if (this.seen.has(uri)) return;
      const target = await this.read(uri, this.contextOf(-1)).catch(unreadable);
      if (target instanceof UnreadableFile) {
        this.tell(include, from, `“${fileName(uri)}” cannot be read: ${target.message}`);
        return;
      }
      if (target) {
        if (this.seen.has(target.uri)) return;
        const at = include.isLast ? from.parsed.source.length : include.span.start;
        this.inclusions.push({ uri: target.uri, by: from.uri, at });
        return this.visit(target);
      }
    }
    if (isText) this.tell(include, from, `“${include.path}” was not found; its text is left out.`);
  }

  private tell({ span }: FileReference, { uri }: FileCandidates, message: string): void {
    if (this.missing.has(message)) return;
    this.missing.add(message);
    this.problems.push({ uri, span, message });
  }

  /** What the files so far define, without the one at `place`. */
  private contextOf(place: number): string {
    return definitionsFor(
      this.root.parsed.format,
      this.files.flatMap(({ parsed }, i) => (i === place ? [] : [parsed])),
    );
  }
}

const entriesNamedBy = (key: string, { entryKeys }: Format): readonly string[] => entryKeys?.namedBy?.(key) ?? [key];

function unreadable(error: unknown): UnreadableFile {
  if (error instanceof UnreadableFile) return error;
  throw error;
}

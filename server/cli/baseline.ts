import { readFile, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groupBy } from '../base/groupBy';
import type { Diagnostic } from '../rules';
import { CliError } from './io';
import type { CheckedFile } from './report';

/*
 * What was found when a manuscript was taken over, so that only what is new is reported. A finding is known again by its file,
 * its rule, the marked text and the words around it: line numbers change with every sentence.
 */

interface Entry {
  /** From the folder of the baseline, with slashes. */
  readonly path: string;
  readonly code: string;
  readonly text: string;
  /** The words around it. */
  readonly before: string;
  readonly after: string;
}

const WORDS_AROUND = 3;
const LONGEST_TEXT = 80;
/** What is read for the words around; longer ones are cut. */
const REACH = 100;

/** What is taken for the same finding, from the surest: unchanged, with other words around it, moved to another file. */
const SAME: readonly ((entry: Entry) => string)[] = [
  ({ path, code, text, before, after }) => JSON.stringify([path, code, text, before, after]),
  ({ path, code, text, after }) => JSON.stringify([path, code, text, after]),
  ({ path, code, text, before }) => JSON.stringify([path, code, text, before]),
  ({ path, code, text }) => JSON.stringify([path, code, text]),
  ({ code, text, before, after }) => JSON.stringify([code, text, before, after]),
];

export class Baseline {
  private constructor(
    private readonly path: string,
    private readonly entries: readonly Entry[],
  ) {}

  /** Bad usage where it cannot be read or is not a baseline. */
  static async read(path: string): Promise<Baseline> {
    let content: unknown;
    try {
      content = JSON.parse(await readFile(path, 'utf8'));
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ENOENT') throw new CliError(`“${path}” was not found; --write-baseline writes it`);
      throw new CliError(`“${path}” cannot be read: ${message}`);
    }
    const { version, findings } = (content ?? {}) as { version?: unknown; findings?: unknown };
    if (version !== 1 || !Array.isArray(findings) || !findings.every(isEntry))
      throw new CliError(`“${path}” is not a baseline of this version; --write-baseline writes it anew`);
    return new Baseline(path, findings);
  }

  /** Of all that is found now, in a stable order with a finding a line, so that its history can be read. */
  static async write(path: string, files: readonly CheckedFile[]): Promise<number> {
    const lines = files.flatMap((file) => file.diagnostics.map((d) => JSON.stringify(entryOf(path, file, d)))).sort();
    const text = `{\n  "version": 1,\n  "findings": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ]\n}\n`;
    try {
      await writeFile(path, text);
    } catch (error) {
      throw new CliError(`“${path}” cannot be written: ${(error as Error).message}`);
    }
    return lines.length;
  }

  /** The files without the findings that are in the baseline; of several like one in it, as many as it has are left out. */
  newIn(files: readonly CheckedFile[]): readonly CheckedFile[] {
    const found = files.flatMap((file) =>
      file.diagnostics.map((finding) => ({ finding, entry: entryOf(this.path, file, finding) })),
    );
    const fresh = new Set(found);
    const left = new Set(this.entries);
    for (const key of SAME) {
      const known = groupBy(left, key);
      for (const candidate of fresh) {
        const match = known.get(key(candidate.entry))?.pop();
        if (match === undefined) continue;
        left.delete(match);
        fresh.delete(candidate);
      }
    }
    const remaining = new Set([...fresh].map(({ finding }) => finding));
    return files.map((file) => ({ ...file, diagnostics: file.diagnostics.filter((d) => remaining.has(d)) }));
  }
}

const FIELDS = ['path', 'code', 'text', 'before', 'after'];

const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' &&
  value !== null &&
  FIELDS.every((field) => typeof (value as Record<string, unknown>)[field] === 'string');

function entryOf(baseline: string, { uri, source }: CheckedFile, { code, span: { start, end } }: Diagnostic): Entry {
  return {
    path: pathFrom(dirname(resolve(baseline)), uri),
    code,
    text: words(source.slice(start, Math.min(end, start + LONGEST_TEXT))).join(' '),
    before: words(source.slice(Math.max(0, start - REACH), start))
      .slice(-WORDS_AROUND)
      .join(' '),
    after: words(source.slice(end, end + REACH))
      .slice(0, WORDS_AROUND)
      .join(' '),
  };
}

const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const pathFrom = (folder: string, uri: string): string =>
  uri.startsWith('file:') ? relative(folder, fileURLToPath(uri)).replaceAll('\\', '/') : uri;

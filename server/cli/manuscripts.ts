import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { glob } from 'tinyglobby';
import { uriOfPath } from '../base/uris';
import { FORMATS, formatOfPath } from '../text';
import { CliError } from './io';
import { oneLine, printError } from './output';

/** A `.bbl` is made by a program, and read where a manuscript includes it. */
const ENDINGS = Object.values(FORMATS).flatMap(({ extensions }) => extensions.filter((ending) => ending !== 'bbl'));
const PATTERN = `**/*.{${ENDINGS}}`;
const NEVER = ['**/node_modules/**', '**/.*/**'];

/** What a command reads that is given no path: the working folder. */
export const orHere = (paths: readonly string[]): readonly string[] => (paths.length > 0 ? paths : ['.']);

/**
 * URIs of the manuscripts that paths, folders and globs name, each once, in order; with `alsoTakes`, of other files that are named,
 * too. Bad usage for a path that is not found; a folder or a pattern without manuscripts is told on standard error.
 */
export async function findManuscripts(
  paths: readonly string[],
  alsoTakes: (path: string) => boolean = () => false,
): Promise<string[]> {
  const isTaken = (path: string): boolean => formatOfPath(path) !== undefined || alsoTakes(path);
  const found = new Set<string>();
  for (const path of paths) {
    const files = await expand(path, isTaken);
    if (files.length === 0) printError(oneLine(`“${path}” holds no manuscript (${PATTERN.slice(3)})`));
    for (const file of files) found.add(uriOfPath(resolve(file)));
  }
  return [...found];
}

async function expand(path: string, isTaken: (path: string) => boolean): Promise<string[]> {
  const info = await stat(path).catch(() => undefined);
  if (info?.isDirectory())
    return onePathEach(await glob(PATTERN, { cwd: path, absolute: true, ignore: NEVER, expandDirectories: false }));
  if (info) {
    if (!isTaken(path)) throw new CliError(`“${path}” is not a manuscript (${PATTERN.slice(3)})`);
    return [path];
  }
  const matches = /[*?{[]/.test(path) ? await glob(path, { ignore: NEVER, expandDirectories: false }) : [];
  if (matches.length === 0) throw new CliError(`“${path}” was not found`);
  return matches.filter(isTaken).sort();
}

/** Links in a folder may lead to the same file on many paths, in circles too: the shortest counts. In order. */
async function onePathEach(files: readonly string[]): Promise<string[]> {
  const paths = new Map<string, string>();
  for (const file of [...files].sort((a, b) => a.length - b.length)) {
    const real = await realpath(file).catch(() => file);
    if (!paths.has(real)) paths.set(real, file);
  }
  return [...paths.values()].sort();
}

/** Path from the working folder, for people. A line that begins with it is never a command (`::…`) to GitHub's runner. */
export function displayPath(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  const path = fileURLToPath(uri);
  const fromHere = pathFromHere(path);
  if (fromHere === undefined) return path;
  return /^\s*:/.test(fromHere) ? `.${sep}${fromHere}` : fromHere;
}

/** The address of a file for programs: from the working folder, or whole. A URI reference after RFC 3986 in either case. */
export function uriReference(uri: string): string {
  if (!uri.startsWith('file:')) return uri;
  const path = fileURLToPath(uri);
  const fromHere = pathFromHere(path);
  if (fromHere === undefined) return uriOfPath(path);
  return fromHere.split(sep).map(escapeSegment).join('/');
}

/** Undefined of a path that is not below the working folder. */
function pathFromHere(path: string): string | undefined {
  const fromHere = relative(process.cwd(), path);
  return fromHere === '..' || fromHere.startsWith(`..${sep}`) || isAbsolute(fromHere) ? undefined : fromHere;
}

/** Half of a surrogate pair, which a file name on Windows may hold, has no escape. */
const escapeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, '\uFFFD'));

import { URI, Utils } from 'vscode-uri';

/**
 * The one spelling of a URI that names files in the core; every URI from outside goes through here. Editors escape other
 * characters (`paper%20(1)`, `paper%20%281%29`, `paper (1)`), write drives as `C:`, `c:` or `c%3A`, and leave in dots.
 */
export function canonicalUri(uri: string): string {
  try {
    const parsed = URI.parse(/^file:/i.test(uri) ? escapeReserved(uri) : uri);
    const isLocal = parsed.scheme === 'file' && parsed.authority.toLowerCase() === 'localhost';
    const named = isLocal ? parsed.with({ authority: '' }) : parsed;
    return (named.path.startsWith('/') ? Utils.joinPath(named) : named).toString();
  } catch {
    return uri; // not a URI; nothing is found under it
  }
}

/** An address of a file has neither query nor fragment: some editors write the names of files as they are. */
const escapeReserved = (uri: string): string =>
  uri
    .replace(/^file:\/{4,}/i, 'file:///')
    .replaceAll('?', '%3F')
    .replaceAll('#', '%23');

/** Canonical URI of an absolute path, as Windows or as Unix writes it, whatever this machine is. */
export function uriOfPath(path: string): string {
  const isWindows = /^(?:[A-Za-z]:[\\/]|\\\\)/.test(path);
  return canonicalUri(URI.file(wellFormed(isWindows ? path.replaceAll('\\', '/') : path)).toString());
}

export const folderOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

export const fileName = (uri: string): string => Utils.basename(URI.parse(uri));

/**
 * A path as typed in a manuscript, from the folder; an absolute one stays in the same place as the folder, one with a drive of
 * Windows is a file. Canonical where the folder is.
 */
export const resolvePath = (folderUri: string, path: string): string =>
  /^[A-Za-z]:[\\/]/.test(path) ? uriOfPath(path) : Utils.resolvePath(URI.parse(folderUri), wellFormed(path)).toString();

/** Half of a character has no bytes to be escaped. */
const wellFormed = (path: string): string => path.replace(/\p{Surrogate}/gu, '\uFFFD');

/** The path of a file from a folder, to be typed in a manuscript. */
export function relativePath(folderUri: string, uri: string): string {
  const [from, to] = [URI.parse(folderUri).path.split('/'), URI.parse(uri).path.split('/')];
  let common = 0;
  while (common < from.length && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** The folder and the folders above it, nearest first. */
export function* foldersUp(folderUri: string): Generator<string> {
  let folder = folderUri;
  for (;;) {
    yield folder;
    const parent = folderOf(folder);
    if (parent === folder) return;
    folder = parent;
  }
}

import { URI, Utils } from 'vscode-uri';

export const folderOf = (uri: string): string => Utils.dirname(URI.parse(uri)).toString();

export const fileName = (uri: string): string => Utils.basename(URI.parse(uri));

/** A path as typed in a manuscript, from the folder; an absolute one stays in the same place as the folder. */
export const resolvePath = (folderUri: string, path: string): string =>
  Utils.resolvePath(URI.parse(folderUri), path).toString();

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

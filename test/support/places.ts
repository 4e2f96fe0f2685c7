import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';

/** How an editor turns the path of a file into a URI. */
export type Spelling = (path: string) => string;

const SPELLINGS: Readonly<Record<string, Spelling>> = {
  'VS Code': (path) => URI.file(path).toString(),
  Node: (path) => pathToFileURL(path).href,
  'an editor that escapes little': (path) => `file://${path.replaceAll('%', '%25').replaceAll(' ', '%20')}`,
};

/** Where a manuscript lies, and how the editor spells that. */
export interface Place {
  /** For the title of a suite. */
  readonly name: string;
  /** Folders in the folder of the test. */
  readonly folder: string;
  readonly spell: Spelling;
}

/** A folder whose name needs no escapes. */
export const PLAIN: Place = { name: '', folder: '', spell: SPELLINGS.Node! };

const FOLDERS = ['paper (1)', 'R&D + co', 'Größe'];

const placeOf = (folder: string, spelling: string): Place => ({
  name: ` in “${folder}”, as ${spelling} spells it`,
  folder,
  spell: SPELLINGS[spelling]!,
});

/** A plain folder, and each folder in each spelling. */
export const ALL_PLACES: readonly Place[] = [
  PLAIN,
  ...FOLDERS.flatMap((folder) => Object.keys(SPELLINGS).map((spelling) => placeOf(folder, spelling))),
];

/** A plain folder, and each folder in another spelling: for tests that start a server of their own. */
export const PLACES: readonly Place[] = [
  PLAIN,
  ...FOLDERS.map((folder, i) => placeOf(folder, Object.keys(SPELLINGS)[i]!)),
];

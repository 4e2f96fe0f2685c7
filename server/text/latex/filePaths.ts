import { folderOf, resolvePath } from '../../base/uris';
import { BIBLIOGRAPHY_ENDINGS, type FilePaths, type IncludePaths, type Naming } from '../filePaths';
import type { FileReference } from '../parsedFile';
import { expandPath } from './paths';

/** LaTeX looks from the folder of the root; endings may be left out, and macros be part of a path. */
export const latexPaths: FilePaths = {
  include,
  bibliography({ path }, { root, definitions }) {
    const named = (holdsMacro(path) ? expandPath(path, definitions()) : undefined) ?? path;
    return resolvePath(folderOf(root.uri), BIBLIOGRAPHY_ENDINGS.test(named) ? named : `${named}.bib`);
  },
  definers(naming) {
    const { by, root, isDefiner } = naming;
    const paths = [...packages(by.parsed.packages), ...resources(by.parsed.bibliographies)];
    const inputs = isDefiner ? by.parsed.includes.flatMap((input) => include(input, naming).candidates) : [];
    return [...paths.map((path) => resolvePath(folderOf(root.uri), path)), ...inputs];
  },
};

/** Only then what the files define, which may be long, is gathered. */
const holdsMacro = (path: string): boolean => path.includes('\\');

/** `\import` and habit look from the folder of the file, too. `.tex` may be left out. */
function include({ path, inFloat, command }: FileReference, { by, root, definitions }: Naming): IncludePaths {
  const expanded = expandPath(path, holdsMacro(path) ? definitions() : '');
  if (expanded === undefined) return { candidates: [], isText: false };
  const endings = expanded.endsWith('.tex') ? [''] : ['.tex', ''];
  const folders = new Set([folderOf(root.uri), folderOf(by.uri)]);
  return {
    candidates: [...folders].flatMap((folder) => endings.map((ending) => resolvePath(folder, expanded + ending))),
    isText:
      inFloat !== true &&
      command !== '\\loadglsentries' &&
      !DRAWINGS.test(expanded) &&
      /(?:^|\/)[^/.]*(?:\.tex)?$/.test(expanded),
  };
}

/** The folder of a file with drawings and plots. */
const DRAWINGS =
  /(?:^|\/)(?:fig|figs|figure|figures|image|images|img|imgs|plot|plots|graphic|graphics|tikz|pgf|tab|tabs|table|tables|data|drawings|diagrams|schemes)\//i;

/** Packages and a class of the writer's own would lie beside the root. */
const packages = (names: ReadonlySet<string>): string[] =>
  [...names]
    .filter((name) => !/[\\#{}]/.test(name))
    .map((name) => (name.startsWith('class:') ? `${name.slice(6)}.cls` : `${name}.sty`));

/** The .bib files that bib2gls makes a glossary of. */
const resources = (bibliographies: readonly FileReference[]): string[] =>
  bibliographies
    .filter(({ command }) => command === '\\GlsXtrLoadResources' || command === '\\glsxtrresourcefile')
    .map(({ path }) => (path.endsWith('.bib') ? path : `${path}.bib`));

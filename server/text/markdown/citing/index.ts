import { type Edit, insertion } from '../../../base/edit';
import { startOfLine, withLineEndsOf } from '../../../base/lines';
import { folderOf, relativePath } from '../../../base/uris';
import type { Citing } from '../../citing/citing';
import { LABELS } from '../../citing/labels';
import { closingLine, openingLine, tomlEnd } from '../frontMatter';
import { markdownForm, markdownKeys } from './form';
import { keyStart } from './keyStart';

export const markdownCiting: Citing = {
  worksBy: 'either',
  labels: LABELS,
  form: markdownForm,
  keyStart,
  plainKeys: markdownKeys,
  lead: ' ',
  needsLead: false,
  needsEmptyLines: true,
  bonds: [],
  takes: (source, { at }) => !isAligned(source, at),
  nameBibliography: (_, { uri: main, parsed }, uri) => [
    inFrontMatter(main, parsed.source, relativePath(folderOf(main), uri)),
  ],
};

/** In a grid table or a simple one, whose columns are one below the other: a word more would break them. */
function isAligned(source: string, at: number): boolean {
  const before = source
    .slice(0, at)
    .split(/\n[ \t]*\r?\n/)
    .at(-1)!;
  const after = source.slice(at).split(/\n[ \t]*\r?\n/, 1)[0]!;
  return COLUMNS.test(before + after);
}

/** `+---+---+`, `----  ----` */
const COLUMNS = /^[ >\t]*(?:\+(?:[-=:]+\+)+|-{2,}(?: +-{2,})+)[ \t\r]*$/m;

function inFrontMatter(uri: string, source: string, path: string): Edit {
  const toml = tomlEnd(source);
  if (toml > 0) return insertion(uri, startOfLine(source, toml), withLineEndsOf(source, `bibliography = "${path}"\n`));
  const line = withLineEndsOf(source, `bibliography: ${path}\n`);
  const open = openingLine(source);
  const close = open === undefined ? undefined : closingLine(source, open);
  if (close) return insertion(uri, close.start, line);
  return insertion(uri, 0, withLineEndsOf(source, `---\n${line}---\n\n`));
}

import { commandOf } from './commands';
import type { LatexReader } from './reader';
import { controlEnd, lineEnd } from './scan';
import { SWITCH_COMMANDS, switchCommand } from './switches';

/** Reads what is before the document: title, authors and abstract, packages and files. Nothing else there is text. */
export function readPreamble(r: LatexReader, start: number, end: number): void {
  const { source } = r;
  let at = start;
  while (at < end) {
    const code = source.charCodeAt(at);
    if (code === 92) at = Math.max(at + 1, command(r, at, end));
    else if (code === 37) at = lineEnd(source, at, end);
    else if (code === 123) {
      const close = r.outline.closing(at);
      at = close > at && close < end ? close + 1 : at + 1;
    } else at++;
  }
  r.endBlock();
}

function command(r: LatexReader, at: number, end: number): number {
  const after = controlEnd(r.source, at, end);
  const name = r.source.slice(at + 1, after);
  const read = switchCommand(r, name) ?? (READ.has(name) ? commandOf(name, 'text') : undefined);
  return read ? read(r, { name, start: at, after }, end) : after;
}

/** Commands with a meaning before the document begins. */
const READ: ReadonlySet<string> = new Set([
  ...SWITCH_COMMANDS.map(([name]) => name),
  ...(
    'documentclass LoadClass usepackage RequirePackage title Title subtitle author Author affiliation affil address institute email ' +
    'abstract keywords keyword Keywords input include import subimport loadglsentries bibliography nobibliography defaultbibliography addbibresource addglobalbib ' +
    'glsxtrresourcefile GlsXtrLoadResources newcommand renewcommand providecommand DeclareRobustCommand NewDocumentCommand RenewDocumentCommand ' +
    'DeclareDocumentCommand def gdef edef let newenvironment renewenvironment iffalse else fi acknowledgments funding authorcontributions ' +
    'dataavailability conflictsofinterest abbreviations supplementary corres altaffiliation alsoaffiliation'
  ).split(' '),
]);

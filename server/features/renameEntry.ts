import type { Edit, Plan } from '../base/edit';
import type { Refusal } from '../base/refusal';
import { contains } from '../base/span';
import { fileName } from '../base/uris';
import { entryOf, hasOwnKey, placesOfEntry } from '../manuscript/entries';
import type { FileCandidates } from '../manuscript/fileCandidates';
import type { Manuscript } from '../manuscript/manuscript';
import { FORMATS, type FormatId } from '../text';
import type { AbbreviationDeclaration } from '../text/parsedFile';
import { besideKey } from './besideKey';

/** Gives an entry of the glossary another key, where it is declared and wherever it is named. The forms that are shown stay. */
export function renameEntry(key: string, newName: string, manuscript: Manuscript): Plan | Refusal {
  const to = newName.trim();
  if (to === key) return { edits: [], creates: [] };
  const refused = whyTaken(to, manuscript) ?? whyUnreached(key, manuscript);
  if (refused !== undefined) return { refused };
  const named = placesOfEntry(key, manuscript).map(({ file: { uri, parsed }, span }): Edit => {
    const typed = parsed.source.slice(span.start, span.end);
    // `@Sei` begins a sentence with the entry “sei”.
    return { uri, span, newText: typed === key ? to : to.slice(0, 1).toUpperCase() + to.slice(1) };
  });
  const declared = manuscript.files.flatMap((file) =>
    file.parsed.declarations.filter((d) => d.key === key).flatMap((d) => declaredAs(d, to, file)),
  );
  return { edits: [...declared, ...named], creates: [] };
}

/** A key that is the short form as well leaves the short form beside it. */
function declaredAs(declaration: AbbreviationDeclaration, to: string, { uri, parsed }: FileCandidates): Edit[] {
  const { keySpan, shortSpan, short } = declaration;
  const renamed = { uri, span: keySpan, newText: to };
  if (hasOwnKey(declaration)) return [renamed];
  const kept = besideKey(shortSpan, FORMATS[parsed.format].escape(short), parsed);
  return kept ? [renamed, { uri, ...kept }] : [renamed];
}

/** Why an entry cannot have this key; undefined where it can. */
function whyTaken(to: string, manuscript: Manuscript): string | undefined {
  const { files } = manuscript;
  for (const format of new Set(files.map(({ parsed }) => parsed.format))) {
    const shape = KEYS[format];
    if (shape && !shape.test(to)) return `“${to}” cannot be a key: ${ALLOWED[format]}.`;
  }
  const taken = entryOf(to, manuscript);
  if (taken) return `“${to}” is the key of “${taken.long}” already.`;
  const term = files.find(({ parsed }) => parsed.termKeys.has(to));
  return term && `“${to}” is the key of another entry in ${fileName(term.uri)} already.`;
}

/** Keys that each format can hold and name again. */
const KEYS: Readonly<Partial<Record<FormatId, RegExp>>> = {
  latex: /^[^\s{}\\%#$&~^_,=[\]"]+$/,
  markdown: /^[A-Za-z][\w-]*$/,
  typst: /^[\p{L}\p{N}_][\p{L}\p{N}_-]*$/u,
};
const ALLOWED: Readonly<Partial<Record<FormatId, string>>> = {
  latex: 'it must be one word without commas, braces, brackets, quotes and the special characters of TeX',
  markdown: 'a letter, then letters, digits, “_” and “-”',
  typst: 'letters, digits, “_” and “-” only',
};

/** Why not all uses can be renamed: a macro makes up the key. */
function whyUnreached(key: string, { files }: Manuscript): string | undefined {
  const typed = placesOfEntry(key, { files });
  for (const file of files) {
    const { parsed, uri } = file;
    const hidden = parsed.glossaryUses.find(
      (use) => use.key === key && !typed.some((at) => at.file === file && contains(use.span, at.span)),
    );
    const isInMacro = typed.some((at) => !at.file.parsed.glossaryUses.some(({ span }) => contains(span, at.span)));
    if (!hidden || isInMacro) continue;
    return `A macro names “${key}” in line ${parsed.prose.lineOf(hidden.span.start)} of ${fileName(uri)}: rename it there first.`;
  }
  return undefined;
}

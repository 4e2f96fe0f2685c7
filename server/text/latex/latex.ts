import type { Span } from '../../base/span';
import type { CitationUse, ParsedFile } from '../parsedFile';
import type { Prose, Setting } from '../prose';
import { ProseBuilder } from '../proseBuilder';
import { unread } from '../unread';
import { isKnownCommand } from './commands';
import { isData } from './data';
import { definitionsIn } from './definitions';
import { entryKeysIn } from './entryKeys';
import { NO_GLOSSARY, readGlossary } from './glossary';
import { readMacros } from './macros';
import { outline, outlineWithContext } from './outline';
import { readPreamble } from './preamble';
import { LatexReader } from './reader';
import { Switches } from './switches';

/**
 * Reads a LaTeX file: a document, or a chapter that another file brings in. Definitions of other files are read as if they
 * stood after its end, where none of its text is.
 */
export const readLatex = (source: string, context = ''): ParsedFile => read(source, context, () => false);

/** Macros whose name is `leftOut` are not among the definitions. */
function read(source: string, context: string, leftOut: (macro: string) => boolean): ParsedFile {
  const builder = new ProseBuilder(source);
  const text = context === '' ? source : `${source}\n\n${context}`;
  const found = outlineWithContext(text, source.length);
  const glossary = readGlossary(text, found, (s) => readTexFragment(source, s.start, s.end).text.trimEnd());
  const r = new LatexReader(text, builder, found, readMacros(text, found), glossary, new Switches(context));
  const bodyStart = found.onlyPreamble ? source.length : (found.bodyStart ?? 0);
  if (!isData(source)) {
    readPreamble(r, 0, bodyStart);
    r.read(bodyStart, Math.max(bodyStart, found.bodyEnd));
  }
  r.endBlock();
  const { switches, packages } = r;
  const definitions = definitionsIn(
    { source, outline: found, switches, packages, ownDefinitions: glossary.ownDefinitions },
    leftOut,
  );
  readPreamble(r, source.length, text.length);
  return {
    format: 'latex',
    source,
    prose: builder.build(),
    comments: found.comments,
    citations: r.citations,
    declarations: glossary.declarations,
    glossaryUses: r.glossaryUses,
    entryKeys: entryKeysIn(source, r.typedKeys, glossary.entries),
    termKeys: glossary.termKeys,
    glossaries: [],
    // A macro of another file brings in what that file says it does.
    includes: r.includes.filter((include) => include.span.end <= source.length),
    bibliographies: r.bibliographies.filter((bibliography) => bibliography.span.end <= source.length),
    packages: r.packages,
    bibitems: r.bibitems,
    yamlReferences: [],
    definitions,
  };
}

/**
 * Reads a package that lies beside the manuscript: what it defines, and nothing as text. What it makes of commands that are
 * known here is a matter of layout.
 */
export function readLatexPackage(source: string): ParsedFile {
  const { comments, declarations, entryKeys, termKeys, includes, packages, definitions } = read(
    source,
    '',
    isKnownCommand,
  );
  return {
    ...unread('latex', source),
    ...{ comments, declarations, entryKeys, termKeys, includes, packages, definitions },
  };
}

/**
 * Reads math that is in another markup, without its delimiters, into the open block of `builder`. Gives what is in scripts
 * and is a formula of its own (`c_{\ce{Li+}}`), for a block of its own.
 */
export function readTexMath(
  builder: ProseBuilder,
  source: string,
  start: number,
  end: number,
  setting: Setting = 'math',
): readonly Span[] {
  const r = inlineReader(builder, source, start, end);
  r.readAs('math', setting, start, end);
  return r.asides;
}

/** Reads LaTeX text (`\ce{LiPF6}`, `$_2$`) that is in another markup into the open block of `builder`. */
export function readTexText(builder: ProseBuilder, source: string, start: number, end: number): void {
  inlineReader(builder, source, start, end).read(start, end);
}

/** Reads the inside of `\ce{…}` that is in another markup, without the command, into the open block of `builder`. */
export function readTexChemistry(builder: ProseBuilder, source: string, start: number, end: number): void {
  inlineReader(builder, source, start, end).readAs('chemistry', 'chemistry', start, end);
}

/** Reads one command with its arguments, from `start` to `end`, that is in another markup; gives what it cites. */
export function readTexCommand(
  builder: ProseBuilder,
  source: string,
  start: number,
  end: number,
): readonly CitationUse[] {
  const r = inlineReader(builder, source, start, end);
  r.read(start, end);
  return r.citations;
}

/** Reads a stretch of LaTeX on its own, as one block. */
export function readTexFragment(source: string, start = 0, end = source.length): Prose {
  const builder = new ProseBuilder(source);
  builder.openBlock({ kind: 'paragraph', part: 'body' });
  readTexText(builder, source, start, end);
  return builder.build();
}

function inlineReader(builder: ProseBuilder, source: string, start: number, end: number): LatexReader {
  // Closing marks are not looked for after the stretch.
  const within = source.slice(0, end);
  return new LatexReader(within, builder, outline(within, start, end), new Map(), NO_GLOSSARY, new Switches(), true);
}

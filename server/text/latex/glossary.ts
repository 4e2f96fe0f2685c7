import { type Span, span } from '../../base/span';
import type { AbbreviationDeclaration } from '../parsedFile';
import { type Argument, ArgumentReader } from './arguments';
import type { Command } from './commands';
import { declaredAt, type GlossaryEntry, trimmed } from './declarations';
import type { Outline } from './outline';
import { type OwnDeclaration, ownDeclarations } from './ownDeclarations';
import type { LatexReader } from './reader';
import { PinnedSink } from './sink';

/** What the glossary commands of a file declare. */
export interface Glossary {
  readonly declarations: readonly AbbreviationDeclaration[];
  /** Keys of the entries of the file that explain a term. */
  readonly termKeys: ReadonlySet<string>;
  readonly entries: ReadonlyMap<string, GlossaryEntry>;
  /** Ends of declarations by commands of the writer's own, by their offsets. */
  readonly ownEnds: ReadonlyMap<number, number>;
  /** These commands and declarations, as other files can read them. */
  readonly ownDefinitions: readonly string[];
}

export const NO_GLOSSARY: Glossary = {
  declarations: [],
  termKeys: new Set(),
  entries: new Map(),
  ownEnds: new Map(),
  ownDefinitions: [],
};

/**
 * Collects `\newacronym`, `\DeclareAcronym`, `\newglossaryentry` and the like; `plain` gives what a range reads as.
 * Entries of other files are known, but declared there.
 */
export function readGlossary(source: string, outline: Outline, plain: (range: Span) => string): Glossary {
  const arguments_ = new ArgumentReader(source, outline);
  const declarations: AbbreviationDeclaration[] = [];
  const entries = new Map<string, GlossaryEntry>();
  const termKeys = new Set<string>();
  const own = ownDeclarations(arguments_);
  for (const { name, start, declared } of [...sitesOf(arguments_), ...own.uses]) {
    const { key, entry, after, abbreviates } = declared;
    const keySpan = trimmed(source, key);
    const label = source.slice(keySpan.start, keySpan.end);
    if (label.includes('#')) continue;
    entries.set(label, entry);
    if (start >= outline.end) continue;
    const short = plain(entry.short);
    if (abbreviates === 'never' || (abbreviates === 'perhaps' && !looksLikeShortForm(short))) {
      termKeys.add(label);
      continue;
    }
    declarations.push({
      span: span(start, after),
      form: `\\${name}`,
      key: label,
      keySpan,
      short,
      shortSpan: entry.short,
      long: plain(entry.long),
      longSpan: entry.long,
    });
  }
  declarations.sort((a, b) => a.span.start - b.span.start);
  const ownEnds = new Map(own.uses.map(({ start, declared }) => [start, declared.after]));
  return { declarations, termKeys, entries, ownEnds, ownDefinitions: own.definitions };
}

function sitesOf(r: ArgumentReader): OwnDeclaration[] {
  return r.outline.definitions.flatMap((site) => {
    const declared = declaredAt(r, site, r.source.length);
    return declared ? [{ name: site.name, start: site.start, declared }] : [];
  });
}

/** `SEI`, `PVdF`, `LiTFSI`: capitals, no spaces. A glossary explains whole words too. */
const looksLikeShortForm = (text: string) =>
  text.length > 1 && text.length <= 15 && !/\s/.test(text) && (text.match(/\p{Lu}/gu)?.length ?? 0) > 1;

type Form = 'short' | 'long' | 'full' | 'first-full';

/** A use: puts what it shows into the prose. */
const use =
  (shows: Form, plural: boolean, capital: boolean): Command =>
  (r, { name, start, after }, end) => {
    const starred = r.source[after] === '*' || r.source[after] === '+' ? after + 1 : after;
    const key = r.groupArgument(r.optional(starred, end)?.after ?? starred, end);
    if (!key) return after;
    const close = (r.source[key.after] === '[' && r.optional(key.after, end)?.after) || key.after;
    const text = trimmed(r.source, resolveParameter(r, key));
    const label = r.source.slice(text.start, text.end);
    const entry = r.glossary.entries.get(label);
    if (text.end <= r.outline.end) r.typedKeys.push({ key: label, span: text });
    const from = r.builder.offset;
    show(r, span(start, close), entry, text, { shows, plural, capital });
    const prose = span(from, r.builder.offset);
    if (prose.end === prose.start) return close;
    r.glossaryUses.push({
      span: r.placeOf(span(start, close)),
      prose,
      key: label,
      command: `\\${name}`,
      shows,
    });
    return close;
  };

interface Appearance {
  readonly shows: Form;
  readonly plural: boolean;
  readonly capital: boolean;
}

/** Puts a form into the prose, mapped onto the use; the key where the file does not declare it. */
function show(r: LatexReader, use: Span, entry: GlossaryEntry | undefined, key: Span, how: Appearance): void {
  const { sink: outer, frame } = r;
  const pinned = new PinnedSink(r.builder, r.source, use.start, use.end);
  if (!(outer instanceof PinnedSink)) r.sink = pinned;
  r.frame = { use, arguments: [], outer: frame, pinned, outerSink: outer };
  const put = (form: Span, plural: Span | undefined, capital: boolean) => {
    const shown = (how.plural && plural) || form;
    const first = r.source[shown.start] ?? '';
    const raised = capital && /[a-z]/.test(first) && shown.end > shown.start;
    if (raised) r.put(first.toUpperCase(), use.start, use.end);
    r.readAs('text', r.builder.setting(), raised ? shown.start + 1 : shown.start, shown.end);
    if (how.plural && shown === form) r.put('s', use.start, use.end);
  };
  if (entry && (how.shows === 'long' || how.shows === 'full')) {
    put(entry.long, entry.longPlural, how.capital);
    if (how.shows === 'full') {
      r.put(' (', use.start, use.end);
      put(entry.short, entry.shortPlural, false);
      r.put(')', use.start, use.end);
    }
  } else put(entry?.short ?? key, entry?.shortPlural, how.capital);
  r.sink = outer;
  r.frame = frame;
}

/** The key that a macro was given: `\newcommand{\g}[1]{\gls{#1}}`. */
function resolveParameter(r: LatexReader, key: Argument): Span {
  const parameter = /^#([1-9])$/.exec(r.source.slice(key.start, key.end));
  return (parameter && r.frame?.arguments[Number(parameter[1]) - 1]) || key;
}

/** A short name that may be another macro: a use only where it names an entry. */
const shortcut =
  (read: Command): Command =>
  (r, command, end) => {
    const key = r.groupArgument(r.optional(command.after, end)?.after ?? command.after, end);
    return key && r.glossary.entries.has(r.source.slice(key.start, key.end)) ? read(r, command, end) : command.after;
  };

const shortcuts = (shows: Form, names: string): [string, Command][] =>
  forms(shows, names).map(([name, read]) => [name, shortcut(read)]);

const forms = (shows: Form, names: string): [string, Command][] =>
  names.split(' ').flatMap((name): [string, Command][] => {
    const plural = /pl$|^a[cb]?[slf]?p$/.test(name);
    const upper = name[0]!.toUpperCase() + name.slice(1);
    return [
      [name, use(shows, plural, false)],
      [upper, use(shows, plural, true)],
    ];
  });

/** Commands of glossaries, glossaries-extra, acronym and acro. */
export const GLOSSARY_COMMANDS: readonly [string, Command][] = [
  ...forms('first-full', 'gls glspl ac acp iac'),
  ...forms(
    'short',
    'glstext glsname glsxtrshort glsxtrshortpl acrshort acrshortpl acs acsp acsu glsentryshort glsentryshortpl glsfmtshort glsfmtshortpl glsentryname glsentrytext',
  ),
  ...forms(
    'long',
    'glsdesc glsxtrlong glsxtrlongpl acrlong acrlongpl acl aclp aclu glsentrylong glsentrylongpl glsfmtlong glsfmtlongpl glsentrydesc',
  ),
  ...forms('full', 'glsfirst glsxtrfull glsxtrfullpl acrfull acrfullpl acf acfp acfi glsentryfull glsfmtfull'),
  ['GLS', use('first-full', false, false)],
  ...shortcuts('first-full', 'ab abp'),
  ...shortcuts('short', 'as asp'),
  ...shortcuts('long', 'al alp'),
  ...shortcuts('full', 'af afp'),
];

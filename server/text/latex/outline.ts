import { lowerBound, span } from '../../base/span';
import { characterTable } from '../characterTable';
import { ClosingMarks } from '../closingMarks';
import type { Comment } from '../parsedFile';
import { offEnd } from './conditionals';
import { DECLARING_COMMANDS } from './declaringCommands';
import { controlEnd, environmentName, isLetter, isSpace, lineEnd } from './scan';

/**
 * What one pass over the source finds before it is read: which brace closes which, where the comments are, and where
 * macros, acronyms and units are defined, since all of these are needed before their place in the text.
 */
export interface Outline {
  /** Offset of the brace that closes the one at `open`; -1 where none does. */
  closing(open: number): number;
  readonly comments: readonly Comment[];
  readonly definitions: readonly DefinitionSite[];
  /** After `\begin{document}`; undefined where there is none. */
  readonly bodyStart: number | undefined;
  /** At `\end{document}`, or the end of the source. */
  readonly bodyEnd: number;
  /** End of the file; definitions after it are those of other files. */
  readonly end: number;
  /** True for a file that sets up a document without holding it: packages are loaded, but no document begins. */
  readonly onlyPreamble: boolean;
}

/** A command that defines something: its name without backslash, the offset of its backslash, and the offset after its name. */
export interface DefinitionSite {
  readonly name: string;
  readonly start: number;
  readonly after: number;
}

/** Of the source from `start` to `end`. */
export function outline(source: string, start = 0, end = source.length): Outline {
  return new OutlineReader(source, end).read(start);
}

class OutlineReader {
  private readonly braces = new Braces();
  private readonly comments: Comment[] = [];
  private readonly definitions: DefinitionSite[] = [];
  private readonly marks: ClosingMarks;
  private bodyStart: number | undefined;
  private bodyEnd: number;
  private loadsPackages = false;
  /** A branch that is off was found not to end. */
  private endless = false;

  constructor(
    private readonly source: string,
    private readonly end: number,
  ) {
    this.marks = new ClosingMarks(source);
    this.bodyEnd = end;
  }

  read(start: number): Outline {
    const { source, braces, comments, definitions, end } = this;
    let i = start;
    while (i < end) {
      const code = source.charCodeAt(i);
      if (MARKS[code] !== 1) i++;
      else if (code === 92) i = STARTS.has(source.charCodeAt(i + 1)) ? this.command(i) : i + 2;
      else if (code === 123) braces.open(i++);
      else if (code === 125) braces.close(i++);
      else {
        const close = lineEnd(source, i, end);
        comments.push({ span: span(i, close), text: source.slice(i, close).replace(/^%+/, '').trim() });
        i = close;
      }
    }
    const { bodyStart, bodyEnd, loadsPackages } = this;
    return {
      closing: (open) => braces.closing(open),
      comments,
      definitions,
      bodyStart,
      bodyEnd: bodyStart !== undefined && bodyEnd < bodyStart ? end : bodyEnd,
      end,
      onlyPreamble: bodyStart === undefined && loadsPackages,
    };
  }

  /** Where to go on after the command whose backslash is at `at`. */
  private command(at: number): number {
    const { source, end } = this;
    const after = controlEnd(source, at, end);
    const name = source.slice(at + 1, after);
    const role = ROLES.get(name);
    if (role === 'definition') this.definitions.push({ name, start: at, after });
    else if (role === 'package') this.loadsPackages = true;
    else if (role === 'verbatim') return verbatimEnd(source, after, end);
    else if (role === 'address') return this.addressEnd(after);
    else if (role === 'false') return this.falseEnd(after);
    else if (role === 'environment') return this.environment(at, after, name === 'begin');
    return after;
  }

  /** `\begin{…}` or `\end{…}`: text of a verbatim environment is passed over. */
  private environment(at: number, after: number, begins: boolean): number {
    const environment = environmentName(this.source, after, this.end);
    if (!environment) return after;
    const { name, open, end } = environment;
    this.braces.add(open, end - 1);
    if (name === 'document') {
      if (begins) this.bodyStart ??= end;
      else this.bodyEnd = Math.min(this.bodyEnd, at);
    } else if (begins && VERBATIM_ENVIRONMENTS.has(name)) {
      return this.marks.find(`\\end{${name}}`, end, this.end)?.start ?? end;
    }
    return end;
  }

  /** Addresses may hold `%`, which begins no comment there. */
  private addressEnd(at: number): number {
    const { source, end } = this;
    let i = at;
    while (i < end && isSpace(source.charCodeAt(i))) i++;
    if (source.charCodeAt(i) !== 123) return at;
    const brace = i;
    const limit = Math.min(end, i + LONGEST_ADDRESS);
    if (!this.marks.find('}', i, limit)) return at;
    for (let depth = 0; i < limit && source.charCodeAt(i) !== 10; i++) {
      if (source.charCodeAt(i) === 123) depth++;
      else if (source.charCodeAt(i) === 125 && --depth === 0) {
        this.braces.add(brace, i);
        return i + 1;
      }
    }
    return at;
  }

  /** A branch that is off defines nothing; where it does not end, nothing is left out, and no end is looked for again. */
  private falseEnd(at: number): number {
    const close = this.endless ? undefined : offEnd(this.source, at, this.end);
    this.endless = close === undefined;
    return close ?? at;
  }
}

/** Braces in the order in which they open, each with its partner. */
class Braces {
  private readonly opens: number[] = [];
  private readonly closes: number[] = [];
  /** Indices of those that have not closed. */
  private readonly waiting: number[] = [];
  /** Index found last: most lookups go on from there. */
  private last = 0;

  open(at: number): void {
    this.waiting.push(this.opens.length);
    this.add(at, -1);
  }

  close(at: number): void {
    const opened = this.waiting.pop();
    if (opened !== undefined) this.closes[opened] = at;
  }

  /** A pair that is after all others. */
  add(open: number, close: number): void {
    this.opens.push(open);
    this.closes.push(close);
  }

  /** Offset of the brace that closes the one at `open`; -1 where none does. */
  closing(open: number): number {
    let i = this.last;
    while (i < this.last + 4 && this.opens[i]! < open) i++;
    if (this.opens[i] !== open) i = lowerBound(this.opens, (at) => at >= open);
    if (this.opens[i] !== open) return -1;
    this.last = i;
    return this.closes[i]!;
  }
}

/** 1 for backslash, braces and the sign of a comment. */
const MARKS = characterTable(128, (character) => '\\{}%'.includes(character));

/** The outline of a file that ends at `end`, with definitions of other files after it; those of the file count before them. */
export function outlineWithContext(text: string, end: number): Outline {
  const file = outline(text, 0, end);
  if (end === text.length) return file;
  const context = outline(text, end);
  return {
    ...file,
    closing: (open) => (open < end ? file : context).closing(open),
    definitions: [...context.definitions, ...file.definitions],
  };
}

/** After `\verb|…|`, `\lstinline|…|`, from after the command; on one line. Braces are left to the reader. */
export function verbatimEnd(source: string, at: number, end: number): number {
  const start = source.charCodeAt(at) === 42 ? at + 1 : at;
  const delimiter = source.charCodeAt(start);
  if (start >= end || isLetter(delimiter) || isSpace(delimiter) || delimiter === 123 || delimiter === 91) return at;
  const limit = Math.min(end, start + LONGEST_VERBATIM);
  for (let i = start + 1; i < limit && source.charCodeAt(i) !== 10; i++) {
    if (source.charCodeAt(i) === delimiter) return i + 1;
  }
  return at;
}

const LONGEST_VERBATIM = 500;
const LONGEST_ADDRESS = 1000;

/** Environments whose content is not text. */
export const VERBATIM_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'verbatim',
  'verbatim*',
  'Verbatim',
  'Verbatim*',
  'BVerbatim',
  'LVerbatim',
  'lstlisting',
  'minted',
  'alltt',
  'comment',
  'tikzpicture',
  'tikzcd',
  'pgfpicture',
  'circuitikz',
  'forest',
  'picture',
  'filecontents',
  'filecontents*',
  'axis',
  'semilogxaxis',
  'semilogyaxis',
  'loglogaxis',
  'polaraxis',
  'groupplot',
  'algorithmic',
  'python',
  'pycode',
  'asy',
  'luacode',
  'luacode*',
]);

type Role = 'definition' | 'package' | 'verbatim' | 'address' | 'false' | 'environment';

const ROLES: ReadonlyMap<string, Role> = new Map([
  ...roles('definition', [
    'newcommand',
    'renewcommand',
    'providecommand',
    'DeclareRobustCommand',
    'NewDocumentCommand',
    'RenewDocumentCommand',
    'ProvideDocumentCommand',
    'DeclareDocumentCommand',
    'DeclareMathOperator',
    'def',
    'gdef',
    ...DECLARING_COMMANDS,
    'DeclareSIUnit',
  ]),
  ...roles('package', ['usepackage', 'RequirePackage', 'documentclass', 'ProvidesPackage', 'ProvidesClass']),
  ...roles('verbatim', ['verb', 'lstinline', 'mintinline']),
  ...roles('address', ['url', 'nolinkurl', 'path', 'href']),
  ...roles('false', ['iffalse']),
  ...roles('environment', ['begin', 'end']),
]);

function roles(role: Role, names: readonly string[]): [string, Role][] {
  return names.map((name) => [name, role]);
}

/** First letters of the commands above: all others need no name. */
const STARTS: ReadonlySet<number> = new Set([...ROLES.keys()].map((name) => name.charCodeAt(0)));

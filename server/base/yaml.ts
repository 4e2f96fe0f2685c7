import { type Document, isAlias, isMap, isScalar, type Node, parseDocument, visit } from 'yaml';
import { contains, type Span, span } from './span';

/** A mistake in YAML, at its place. */
export interface YamlProblem {
  readonly span: Span;
  /** Without full stop. */
  readonly message: string;
}

/** Aliases that name aliases multiply without end. */
const MOST_ALIASES = 100;

/** Levels of nesting that are read: the library recurses, and a stack that is full while V8 compiles a pattern ends the process. */
const MOST_LEVELS = 100;

/** A text of YAML of which every mistake is a problem at its place: nothing that the library throws comes through. */
export class YamlText {
  readonly document: Document.Parsed;
  readonly problems: YamlProblem[] = [];

  /** `uniqueKeys`: a key that occurs twice is a mistake. */
  constructor(text: string, { uniqueKeys = true } = {}) {
    const deep = tooDeep(text);
    const read = deep === undefined ? text : '';
    this.document = parseDocument(read, { uniqueKeys, prettyErrors: false, logLevel: 'silent' });
    if (deep !== undefined) this.tell(span(deep, deep + 1), `Nested more than ${MOST_LEVELS} levels deep`);
    for (const { pos, message } of this.document.errors) this.tell(span(pos[0], pos[1]), message);
    if (this.problems.length === 0) this.findLostAliases();
  }

  /** What a node says, as plain data; undefined where it cannot be told, which is a problem then. */
  value(node: Node): unknown {
    try {
      return node.toJS(this.document, { maxAliasCount: MOST_ALIASES });
    } catch {
      const whole = nodeSpan(node);
      const isKnown = this.problems.some((problem) => contains(whole, problem.span));
      if (!isKnown) this.tell(whole, 'Its aliases name more than can be read');
      return undefined;
    }
  }

  /** All that can be told of the text: the fields of a map one by one, so that a mistake in one leaves the others. */
  content(): unknown {
    const { contents } = this.document;
    if (!isMap(contents)) return contents === null ? undefined : this.value(contents);
    const told = contents.items.flatMap(({ key, value }) => {
      if (!isScalar(key)) return [];
      const said = value === null ? null : this.value(value as Node);
      return said === undefined ? [] : [[String(key.value), said] as const];
    });
    return Object.fromEntries(told);
  }

  private findLostAliases(): void {
    const anchors = new Set<string>();
    visit(this.document, {
      Node: (_, node) => {
        if (!isAlias(node)) anchors.add(node.anchor ?? '');
        else if (!anchors.has(node.source)) {
          this.tell(
            nodeSpan(node),
            `“*${node.source}” is an alias in YAML and names nothing; put it in quotes to mean text`,
          );
        }
      },
    });
  }

  private tell(span: Span, message: string): void {
    this.problems.push({ span, message });
  }
}

/** Where the nesting gets deeper than can be read, counted by brackets, dashes and indents as if none were quoted. */
function tooDeep(text: string): number | undefined {
  let brackets = 0;
  const indents: number[] = [];
  for (const { 0: mark, index } of text.matchAll(LEVELS)) {
    if (mark === '[' || mark === '{') brackets++;
    else if (mark === ']' || mark === '}') brackets = Math.max(0, brackets - 1);
    else {
      while (indents.length > 0 && indents.at(-1)! >= mark.length) indents.pop();
      indents.push(mark.length);
    }
    const dashes = mark.match(/[-?](?=[ \t])/g)?.length ?? 0;
    if (brackets + indents.length + dashes > MOST_LEVELS) return index;
  }
  return undefined;
}

/** Brackets, and what a line that holds anything begins with: its indent and the dashes of lists. */
const LEVELS = /[[\]{}]|^[-? \t]*(?=[^\s])/gm;

export const nodeSpan = ({ range }: Pick<Node, 'range'>): Span => span(range?.[0] ?? 0, range?.[1] ?? 0);

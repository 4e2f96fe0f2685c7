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

/** A text of YAML of which every mistake is a problem at its place: nothing that the library throws comes through. */
export class YamlText {
  readonly document: Document.Parsed;
  readonly problems: YamlProblem[] = [];

  /** `uniqueKeys`: a key that stands twice is a mistake. */
  constructor(text: string, { uniqueKeys = true } = {}) {
    this.document = parseDocument(text, { uniqueKeys, prettyErrors: false, logLevel: 'silent' });
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

export const nodeSpan = ({ range }: Pick<Node, 'range'>): Span => span(range?.[0] ?? 0, range?.[1] ?? 0);

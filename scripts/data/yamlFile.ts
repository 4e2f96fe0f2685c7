import { readFileSync } from 'node:fs';
import { type Document, isNode, LineCounter, parseDocument } from 'yaml';
import type { Problem } from './problem';

export type YamlPath = readonly (string | number)[];

/** A YAML file that knows the line of each of its values. */
export class YamlFile {
  readonly problems: readonly Problem[];
  readonly value: unknown;
  private readonly lines = new LineCounter();
  private readonly document: Document;

  constructor(
    readonly file: string,
    text: string,
  ) {
    this.document = parseDocument(text, { lineCounter: this.lines, merge: true });
    this.problems = this.document.errors.map((error) => ({
      file,
      line: this.lines.linePos(error.pos[0]).line,
      message: `not readable as YAML: ${error.message.split('\n')[0]}`,
    }));
    this.value = this.problems.length > 0 ? undefined : this.document.toJS();
  }

  static read(path: string, file: string): YamlFile {
    return new YamlFile(file, readFileSync(path, 'utf8'));
  }

  /** Line of the value at `path`, or of the nearest parent that exists. */
  lineOf(path: YamlPath): number {
    for (let length = path.length; length > 0; length--) {
      const node = this.document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return this.lines.linePos(node.range[0]).line;
    }
    return 1;
  }

  problem(path: YamlPath, message: string): Problem {
    return { file: this.file, line: this.lineOf(path), message };
  }
}

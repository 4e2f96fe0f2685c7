import { equal } from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { changeOf } from '../../client/textChange';
import type { Edit, Plan } from '../../server/base/edit';
import { overlaps } from '../../server/base/span';
import { fileName } from '../../server/base/uris';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { applyEdits } from '../../server/rules/fixAll';
import { formatOfPath } from '../../server/text';
import type { Files } from '../../server/workspace/runtime';
import { type ManuscriptContext, Workspace } from '../../server/workspace/workspace';

/** A manuscript that changes can be tried on, one after the other. */
export class Trial {
  private readonly workspace: Workspace;
  private readonly kept = new Map<string, string>();

  private constructor(
    files: Files,
    private readonly uri: string,
  ) {
    this.workspace = new Workspace(files, bundledCatalogue());
  }

  static async of(files: Files, uri: string): Promise<{ trial: Trial; context: ManuscriptContext }> {
    const trial = new Trial(files, uri);
    return { trial, context: (await trial.workspace.load(uri))! };
  }

  /** The manuscript as it is read with the change made; afterwards it is as before. */
  async after(plan: Plan, texts: TextsOf): Promise<ManuscriptContext> {
    const changed = changedBy(plan, texts);
    for (const [uri, text] of changed) this.edit(uri, text);
    const context = (await this.workspace.load(this.uri))!;
    for (const uri of changed.keys()) {
      const kept = this.kept.get(uri);
      if (kept === undefined) this.workspace.close(uri);
      else this.edit(uri, kept);
    }
    return context;
  }

  /** Makes the change for good. */
  keep(plan: Plan, texts: TextsOf): void {
    for (const [uri, text] of changedBy(plan, texts)) {
      this.kept.set(uri, text);
      this.edit(uri, text);
    }
  }

  private edit(uri: string, text: string): void {
    this.workspace.edit(uri, formatOfPath(fileName(uri)), text);
  }
}

/** Text of a file by its URI. */
export type TextsOf = (uri: string) => string;

export function textsOf({ manuscript, bibliography, projectFile }: ManuscriptContext): TextsOf {
  const texts = new Map(manuscript.files.map(({ uri, parsed }) => [uri, parsed.source]));
  for (const { uri, text } of [...bibliography.files, ...(projectFile ? [projectFile] : [])]) texts.set(uri, text);
  return (uri) => texts.get(uri)!;
}

/** Texts that a plan changes or makes, by their URIs. */
function changedBy({ edits, creates }: Plan, texts: TextsOf): Map<string, string> {
  const changed = new Map(creates.map(({ uri, text }) => [uri, text]));
  for (const [uri, of] of byFile(edits)) changed.set(uri, applyEdits(texts(uri), of));
  return changed;
}

function byFile(edits: readonly Edit[]): Map<string, readonly Edit[]> {
  const files = new Map<string, readonly Edit[]>();
  for (const edit of edits) files.set(edit.uri, [...(files.get(edit.uri) ?? []), edit]);
  return files;
}

/** What is wrong with edits, whatever they are for. */
export function wrongWith({ edits }: Plan, texts: TextsOf): string[] {
  return [...byFile(edits)].flatMap(([uri, of]) => {
    const text = texts(uri);
    const after = applyEdits(text, of);
    return [
      ...(of.some((a, i) => of.some((b, j) => i < j && overlaps(a.span, b.span))) ? ['edits overlap'] : []),
      ...(of.some(({ span }) => span.start > span.end || span.end > text.length) ? ['an edit outside the text'] : []),
      ...(/\r\n/.test(text) && !/(?<!\r)\n/.test(text) && /(?<!\r)\n/.test(after) ? ['other line ends'] : []),
      ...(undone(text, of) === text ? [] : ['undo does not restore the text']),
      ...of.flatMap(({ span, newText }) => unbalanced(text.slice(span.start, span.end), newText)),
    ];
  });
}

/** The text after the edits were made and taken back, as an editor does both. */
function undone(text: string, edits: readonly Edit[]): string {
  const lineEnd = /\r\n/.test(text) ? '\r\n' : '\n';
  const document = TextDocument.create('', '', 0, text);
  const sent = edits.map(({ span, newText }) => ({
    range: { start: document.positionAt(span.start), end: document.positionAt(span.end) },
    newText,
  }));
  equal(TextDocument.applyEdits(document, sent), applyEdits(text, edits));
  const { after, inverse } = changeOf(text, sent);
  equal(after, applyEdits(text, edits).replaceAll('\r\n', '\n'));
  return TextDocument.applyEdits(TextDocument.create('', '', 0, after), [...inverse]).replaceAll('\n', lineEnd);
}

/** Pairs that a replacement opens and does not close, or the other way round. */
function unbalanced(old: string, fresh: string): string[] {
  const count = (text: string, mark: string): number => text.split(mark).length - 1;
  const depth = (text: string, [open, close]: readonly [string, string]): number =>
    count(text, open) - count(text, close);
  return PAIRS.filter((pair) => depth(old, pair) !== depth(fresh, pair)).map(
    (pair) => `${pair.join(' ')} out of balance in ${JSON.stringify(fresh)}`,
  );
}

const PAIRS: readonly (readonly [string, string])[] = [
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['\\begin{', '\\end{'],
];

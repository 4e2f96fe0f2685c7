import { type CancellationToken, CancellationTokenSource, env, l10n, type QuickPick } from 'vscode';
import type { SearchReferencesResult } from '../server/protocol/requests';
import { type Row, remark, rowsOf } from './citationRows';
import type { Ticks } from './ticks';

/** Asks for the references that match `query`, best first; `quick`: without what other programs have to be asked for. */
export type Search = (query: string, quick: boolean, token: CancellationToken) => Promise<SearchReferencesResult>;

/** A search begins when the writer has paused for so many milliseconds: rows stay still while they type on. */
const PAUSE = 100;

/** Keeps the rows of a picker those of what is typed in it. */
export class CitationSearch {
  private pending = new CancellationTokenSource();
  private latest: Promise<void> = Promise.resolve();

  constructor(
    private readonly picker: QuickPick<Row>,
    private readonly ticks: Ticks<Row>,
    private readonly search: Search,
  ) {
    picker.onDidChangeValue(() => this.start(PAUSE));
  }

  /** Searches for what is typed in so many milliseconds, in place of what was looked for before. */
  start(milliseconds: number): void {
    this.latest = this.refresh(milliseconds);
  }

  /** Resolves when the rows for what is typed are drawn. */
  async settled(): Promise<void> {
    for (let awaited: Promise<void> | undefined; awaited !== this.latest; ) {
      awaited = this.latest;
      await awaited;
    }
  }

  cancel(): void {
    this.pending.cancel();
  }

  /** Resolves when the rows for what is typed are drawn, or others are looked for. */
  private async refresh(milliseconds: number): Promise<void> {
    this.pending.cancel();
    this.pending = new CancellationTokenSource();
    const { token } = this.pending;
    this.picker.busy = true;
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    if (token.isCancellationRequested) return;
    const query = await asCopied(this.picker.value);
    if (await this.show(query, true, token)) void this.show(query, false, token);
  }

  /** Draws what is found; true where a slower search may find more. */
  private async show(query: string, quick: boolean, token: CancellationToken): Promise<boolean> {
    const found = await this.search(query, quick, token).then(
      (result) => ({ rows: rowsOf(query, result), ...result }),
      failed,
    );
    if (token.isCancellationRequested) return false;
    const hasMore = quick && found.hasMore === true;
    this.picker.busy = hasMore;
    await this.ticks.show(found.rows);
    return hasMore;
  }
}

const failed = (error: unknown) => ({
  rows: [remark(l10n.t('The references could not be searched'), String(error))],
  hasMore: false,
});

/** A pasted record as it was copied: the box has taken its line ends away. */
async function asCopied(typed: string): Promise<string> {
  if (!/^\s*(?:@\w+\s*[{(]|TY {1,2}-|[[{])/.test(typed)) return typed;
  const copied = await env.clipboard.readText().then(undefined, () => '');
  const isSame = copied.replace(/\s/g, '') === typed.replace(/\s/g, '');
  return isSame ? copied : typed;
}

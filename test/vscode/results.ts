/** What mocha inside VS Code reports of one test. */
export interface Outcome {
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly error?: string;
}

/** Counts outcomes and prints each as it comes. */
export class Results {
  passed = 0;
  failed = 0;
  skipped = 0;

  add({ title, state, error }: Outcome): void {
    this[state]++;
    console.log(`  ${{ passed: '✔', failed: '✘', skipped: '-' }[state]} ${title}`);
    if (error) console.log(error.replace(/^/gm, '      '));
  }

  fail(title: string, error: unknown): void {
    this.add({ title, state: 'failed', error: error instanceof Error ? error.message : String(error) });
  }

  toString(): string {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }
}

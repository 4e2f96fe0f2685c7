import Mocha from 'mocha';
import { panel, seesPage } from './panel';

/** Set by the bundler: the tests that are wanted; empty for all. */
declare const GREP: string;

/** Called by VS Code in its extension host: runs the tests, whose waits have a limit each, and reports each as it ends. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 0, reporter: Reporter, ...(GREP && { grep: GREP }) });
  mocha.suite.afterEach(showFailure);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./manifest.test');
  await import('./hover.test');
  await import('./cards.test');
  await import('./hostile.test');
  await import('./diagnostics.test');
  await import('./problems.test');
  await import('./citation.test');
  await import('./citationPicker.test');
  await import('./citationMessage.test');
  await import('./references.test');
  await import('./species.test');
  await import('./decoration.test');
  await import('./walkthrough.test');
  await import('./server.test');
  await import('./catalogue.test');
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  await Promise.all(reports);
  await panel('finish');
  if (failures > 0) throw new Error(`${failures} failed`);
}

async function showFailure(this: Mocha.Context): Promise<void> {
  if (this.currentTest?.state === 'failed' && seesPage)
    await panel('screenshot', `failed-${this.currentTest.fullTitle().replace(/\W+/g, '-').slice(0, 80)}`);
}

const reports: Promise<unknown>[] = [];

class Reporter extends Mocha.reporters.Base {
  constructor(runner: Mocha.Runner, options: Mocha.MochaOptions) {
    super(runner, options);
    const report = (test: Mocha.Test, state: string, error?: Error) =>
      reports.push(panel('report', JSON.stringify({ title: test.fullTitle(), state, error: error?.stack })));
    runner.on('pass', (test) => report(test, 'passed'));
    runner.on('pending', (test) => report(test, 'skipped'));
    runner.on('fail', (test, error) => report(test as Mocha.Test, 'failed', error));
  }
}

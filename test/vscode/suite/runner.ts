import Mocha from 'mocha';
import { panel, seesPage } from './panel';

/** Set by the bundler: the tests that are wanted; empty for all. */
declare const GREP: string;

/** Runs the tests that `load` declares, whose waits have a limit each, and reports each as it ends. */
export async function runTests(load: () => Promise<void>): Promise<void> {
  const mocha = new Mocha({ ui: 'tdd', timeout: 0, reporter: Reporter, ...(GREP && { grep: GREP }) });
  mocha.suite.afterEach(showFailure);
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await load();
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

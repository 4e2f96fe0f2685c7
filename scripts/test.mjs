import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies } from './ensure.mjs';
import { root, run, tool } from './run.mjs';

/*
 * `npm test`: installs what is missing, builds, checks types and style, and runs every test,
 * those inside a real VS Code included. A failed step does not keep the later ones from running,
 * except where nothing could be built. The last line is the sum over all tests.
 */
const sum = { passed: 0, failed: 0, skipped: 0 };
const failedSteps = [];

await ensureDependencies();
rmSync(join(root, 'dist'), { recursive: true, force: true });
if (await step('Build', () => run(process.execPath, ['scripts/build.mjs', '--production']))) {
  await step('Types', () => tool('tsc', ['--noEmit']));
  await step('Types of the catalogue’s page', () => tool('tsc', ['--project', 'client/catalogue/webview']));
  await step('Format and lint', () => tool('biome', ['check', '--max-diagnostics=200', '.']));
  await step('Unit tests', () => counted(tool('mocha', ['--exit'], { capture: true }), mochaCounts));
  await step('Grammars', () => tool('vscode-tmgrammar-test', ['test/syntaxes/*.test.*']));
  await step('Package', () => run(process.execPath, ['scripts/package.mjs', '--twice']));
  await step('Tests in VS Code', () => counted(tool('tsx', ['test/vscode/run.ts'], { capture: true }), closingCounts));
}

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`);
// A step without tests of its own that fails counts as one, so that the sum never looks better than the run.
sum.failed ||= failedSteps.length;
console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exit(failedSteps.length > 0 ? 1 : 0);

async function step(title, action) {
  console.log(`\n── ${title}`);
  const start = performance.now();
  const { code } = await action();
  console.log(`── ${title}: ${code === 0 ? 'done' : 'failed'} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (code !== 0) failedSteps.push(title);
  return code === 0;
}

/** Adds what a test runner counted to the sum. A runner that counted nothing has failed, whatever it returned. */
async function counted(running, countsOf) {
  const { code, output } = await running;
  const counts = countsOf(output);
  for (const name of Object.keys(sum)) sum[name] += counts[name];
  return { code: code || (counts.passed === 0 ? 1 : 0) };
}

function mochaCounts(output) {
  return {
    passed: number(output, /^\s*(\d+) passing/m),
    failed: number(output, /^\s*(\d+) failing/m),
    skipped: number(output, /^\s*(\d+) pending/m),
  };
}

/** Of the last line `N passed, N failed, N skipped`. */
function closingCounts(output) {
  const last = output.trimEnd().split('\n').at(-1) ?? '';
  return {
    passed: number(last, /(\d+) passed/),
    failed: number(last, /(\d+) failed/),
    skipped: number(last, /(\d+) skipped/),
  };
}

function number(text, pattern) {
  return Number(pattern.exec(text)?.[1] ?? 0);
}

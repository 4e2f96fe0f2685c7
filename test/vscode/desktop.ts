import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { openPanel } from './panel';
import type { Results } from './results';
import { stage } from './stage';
import { copyExamples } from './workspace';

/** Runs the suite in VS Code for the desktop: VSCODE_EXECUTABLE, or one that can be downloaded; else it is skipped. */
export async function runOnDesktop(results: Results): Promise<void> {
  const executable = process.env.VSCODE_EXECUTABLE ?? (await download());
  if (!executable) {
    results.add({ title: 'the suite: no VSCODE_EXECUTABLE is set and none can be downloaded', state: 'skipped' });
    return;
  }
  const panel = await openPanel(results, {});
  const { extension, suite } = await stage('desktop', panel.url);
  const code = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: suite,
    launchArgs: [await copyExamples(), '--disable-extensions', '--disable-workspace-trust', '--skip-welcome'],
  });
  panel.close();
  if (code !== 0) results.fail('the suite', `VS Code ended with ${code}`);
}

function download(): Promise<string | undefined> {
  const giveUp = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), 120_000));
  return Promise.race([downloadAndUnzipVSCode().catch(() => undefined), giveUp]);
}

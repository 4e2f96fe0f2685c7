import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { installExtension, startVSCode } from './vscodeServer';

const root = join(import.meta.dirname, '..');
const data = join(root, '.tmp/serve');

/** Nothing but the manuscript and what Interphase has to say about it. */
const settings = {
  'chat.disableAIFeatures': true,
  'git.openRepositoryInParentFolders': 'never',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/** Packages the extension as built, and serves VS Code with it installed on a folder, until interrupted. */
async function serve(folder: string): Promise<void> {
  await mkdir(join(data, 'data/Machine'), { recursive: true });
  await writeFile(join(data, 'data/Machine/settings.json'), JSON.stringify(settings, null, 2));
  const vsix = join(data, 'interphase.vsix');
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, rewriteRelativeLinks: false });
  await installExtension(data, vsix);
  const { authority, stop } = await startVSCode(data);
  console.log(`\nVS Code with Interphase: http://${authority}/?folder=${encodeURI(folder)}\nCtrl+C ends it.`);
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

serve(resolve(process.argv[2] ?? 'examples')).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});

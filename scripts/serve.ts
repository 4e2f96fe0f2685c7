import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { installExtension, startVSCode } from './vscodeServer';

const root = join(import.meta.dirname, '..');
const data = join(root, '.tmp/serve');

/** Packages the extension as built, and serves VS Code with it installed on a folder, until interrupted. */
async function serve(folder: string): Promise<void> {
  await mkdir(data, { recursive: true });
  const vsix = join(data, 'interphase.vsix');
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false });
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

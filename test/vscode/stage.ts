import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { build } from 'esbuild';
import { root, scratch } from './workspace';

export type Host = 'node' | 'web' | 'desktop';

/** The extension and its suite, ready to run in one kind of extension host. */
export interface Stage {
  /** The folder of what is under development. */
  readonly extension: string;
  readonly suite: string;
}

/**
 * Lays out what the package would hold, and beside it the suite, whose entry is a file of suite/. `panelUrl` is where the suite
 * reaches the panel.
 */
export async function stage(host: Host, panelUrl: string, entry = 'index.ts'): Promise<Stage> {
  const extension = await emptyFolder(host);
  for (const file of await listFiles({ cwd: root, packageManager: 0 })) {
    await mkdir(dirname(join(extension, file)), { recursive: true });
    await cp(join(root, file), join(extension, file));
  }
  return { extension, suite: await bundleSuite(host, panelUrl, entry, join(extension, 'suite.js')) };
}

/** The extension as a package, for those who install it, and an extension under development that holds the suite alone. */
export async function stageInstalled(
  host: Host,
  panelUrl: string,
  entry = 'index.ts',
): Promise<Stage & { readonly vsix: string }> {
  const extension = await emptyFolder(host);
  const manifest = { name: 'interphase-suite', publisher: 'interphase', version: '0.0.0', engines: { vscode: '*' } };
  await writeFile(join(extension, 'package.json'), JSON.stringify(manifest));
  const vsix = join(extension, 'interphase.vsix');
  await createVSIX({ cwd: root, packagePath: vsix, dependencies: false, rewriteRelativeLinks: false });
  return { extension, vsix, suite: await bundleSuite(host, panelUrl, entry, join(extension, 'suite.js')) };
}

async function emptyFolder(host: Host): Promise<string> {
  const folder = join(scratch, host);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

async function bundleSuite(host: Host, panelUrl: string, entry: string, outfile: string): Promise<string> {
  await build({
    entryPoints: [join(import.meta.dirname, 'suite', entry)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    external: ['vscode'],
    alias: host === 'web' ? { mocha: join(import.meta.dirname, 'suite/mochaInBrowser.ts') } : {},
    define: {
      HOST: JSON.stringify(host),
      PANEL_URL: JSON.stringify(panelUrl),
      GREP: JSON.stringify(process.env.GREP ?? ''),
    },
    logLevel: 'error',
  });
  return outfile;
}

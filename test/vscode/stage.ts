import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { listFiles } from '@vscode/vsce';
import { build } from 'esbuild';
import { root, scratch } from './workspace';

export type Host = 'node' | 'web' | 'desktop';

/** The extension and its suite, ready to run in one kind of extension host. */
export interface Stage {
  readonly extension: string;
  readonly suite: string;
}

/**
 * Lays out what the package would hold, and beside it the suite, whose entry is a file of suite/. `panelUrl` is where the suite
 * reaches the panel.
 */
export async function stage(host: Host, panelUrl: string, entry = 'index.ts'): Promise<Stage> {
  const extension = join(scratch, host);
  await rm(extension, { recursive: true, force: true });
  for (const file of await listFiles({ cwd: root, packageManager: 0 })) {
    await mkdir(dirname(join(extension, file)), { recursive: true });
    await cp(join(root, file), join(extension, file));
  }
  return { extension, suite: await bundleSuite(host, panelUrl, entry, join(extension, 'suite.js')) };
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

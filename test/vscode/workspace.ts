import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Kept out of git: bundles, logs, screenshots. */
export const scratch = join(root, '.tmp/vscode');

/** A fresh copy of the examples and of our own manuscripts that tests may edit, with the quiet settings of a test. */
export async function copyExamples(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'interphase-'));
  const workspace = join(folder, 'examples');
  await cp(join(root, 'examples'), workspace, { recursive: true });
  await cp(join(import.meta.dirname, 'workspace'), workspace, { recursive: true });
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode/settings.json'), JSON.stringify(settings, null, 2));
  return workspace;
}

const settings = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 50,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'markdown.validate.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Kept out of git: bundles, logs, screenshots. */
export const scratch = join(root, '.tmp/vscode');

/** A fresh copy of the examples and of our own manuscripts that tests may edit, with the quiet settings of a test. */
export const copyExamples = () =>
  copy('examples', [join(root, 'examples'), join(import.meta.dirname, 'workspace')], quiet);

/** A fresh copy of the sample paper, in a window that shows little else. */
export const copySample = () => copy('paper', [join(root, 'walkthrough')], { ...quiet, ...bare });

async function copy(name: string, sources: readonly string[], settings: object): Promise<string> {
  const workspace = join(await mkdtemp(join(tmpdir(), 'interphase-')), name);
  for (const source of sources) await cp(source, workspace, { recursive: true });
  await mkdir(join(workspace, '.vscode'), { recursive: true });
  await writeFile(join(workspace, '.vscode/settings.json'), JSON.stringify(settings, null, 2));
  return workspace;
}

const quiet = {
  'chat.disableAIFeatures': true,
  'editor.hover.delay': 50,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'markdown.validate.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

const bare = {
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'window.commandCenter': false,
  'workbench.layoutControl.enabled': false,
  'workbench.statusBar.visible': false,
};

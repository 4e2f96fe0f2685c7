import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { installExtension, startVSCode } from '../../scripts/vscodeServer';
import { pageCommands } from './pageCommands';
import { openPanel } from './panel';
import { patience, suiteLimit } from './patience';
import type { Results } from './results';
import { type Stage, stage, stageInstalled } from './stage';
import { copyExamples, scratch } from './workspace';

export interface Options {
  /** In suite/. */
  readonly suite: string;
  /** Makes the folder that is open, and returns its path. */
  readonly workspace: () => Promise<string>;
  readonly screenshots: string;
  readonly viewport: { readonly width: number; readonly height: number };
}

const usual = (host: string): Options => ({
  suite: 'index.ts',
  workspace: copyExamples,
  screenshots: join(scratch, '../screenshots', host),
  viewport: { width: 1280, height: 800 },
});

/**
 * Runs a suite in VS Code's server with a headless browser, in the extension host of that name: in Node with the extension
 * installed from its package, in the browser with it served from what the package would hold.
 */
export const runInBrowser =
  (host: 'node' | 'web', options: Options = usual(host)) =>
  async (results: Results) => {
    await mkdir(scratch, { recursive: true });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: options.viewport });
    page.setDefaultTimeout(patience);
    const panel = await openPanel(results, pageCommands(page, options.screenshots));
    const data = await mkdtemp(join(tmpdir(), 'interphase-data-'));
    const staged =
      host === 'web' ? await stage(host, panel.url, options.suite) : await installed(data, panel.url, options);
    const server = await startVSCode(data, ['--enable-smoke-test-driver']);
    const log = await logOf(page);
    try {
      const ended = endOf(page);
      const open = host === 'web' ? workbenchWithWeb : workbenchWithNode;
      await page.goto(await open(server.authority, await options.workspace(), staged, page));
      const code = await Promise.race([ended, panel.finished, after(suiteLimit)]);
      // A grammar that runs in circles shows in the log only.
      const endless = log.find((line) => line.includes('Maximum call stack'));
      if (endless) results.fail('no endless recursion', endless.slice(0, 500));
      if (code !== 0) results.fail(`the suite, which ended with ${code}; see .tmp/vscode/${host}.log`, '');
    } finally {
      await page.screenshot({ path: join(scratch, `${host}-at-end.png`) }).catch(() => undefined);
      await writeFile(join(scratch, `${host}.log`), log.join('\n'));
      panel.close();
      await browser.close();
      server.stop();
    }
  };

async function installed(data: string, panelUrl: string, { suite }: Options): Promise<Stage> {
  const staged = await stageInstalled('node', panelUrl, suite);
  await installExtension(data, staged.vsix);
  return staged;
}

function launchBrowser(): Promise<Browser> {
  const executablePath = [
    process.env.CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ].find((path) => path && existsSync(path));
  if (!executablePath)
    throw new Error('No Chromium found. Install it with `apt-get install chromium`, or set CHROMIUM to its path.');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'];
  return chromium.launch({ executablePath, args });
}

/** The workbench on `folder`, with the suite as the tests of an extension under development, in Node. */
function workbenchWithNode(authority: string, folder: string, { extension, suite }: Stage): string {
  const remote = (path: string) => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(suite)],
    ['skipWelcome', 'true'],
  ];
  return `http://${authority}/?folder=${folder}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/**
 * The same in the browser's extension host, which takes an extension from the web, as vscode.dev does: the page's
 * own address serves it, and names it in the configuration that it carries.
 */
async function workbenchWithWeb(authority: string, folder: string, staged: Stage, page: Page): Promise<string> {
  const location = { scheme: 'http', authority, path: '/extension-under-test' };
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: [location],
    extensionTestsPath: { ...location, path: `${location.path}/${basename(staged.suite)}` },
  };
  await page.route(`http://${authority}${location.path}/**`, (route, request) =>
    route.fulfill({ path: join(staged.extension, new URL(request.url()).pathname.slice(location.path.length)) }),
  );
  await page.addInitScript(configure(developmentOptions));
  return `http://${authority}/?folder=${folder}&payload=${encodeURIComponent('[["skipWelcome","true"]]')}`;
}

/** Runs in the page before its own scripts: adds to the configuration as soon as the page has it. */
const configure = (developmentOptions: object) => `
  new MutationObserver((_, observer) => {
    const configuration = document.getElementById('vscode-workbench-web-configuration');
    if (!configuration) return;
    observer.disconnect();
    const settings = { ...JSON.parse(configuration.dataset.settings), developmentOptions: ${JSON.stringify(developmentOptions)} };
    configuration.dataset.settings = JSON.stringify(settings);
  }).observe(document, { childList: true, subtree: true });`;

/** Console lines of the extension host and of the page. */
async function logOf(page: Page): Promise<string[]> {
  const lines: string[] = [];
  await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) =>
    lines.push(`${type} ${args.map(String).join(' ')}`),
  );
  page.on('console', (message) => lines.push(`page ${message.type()} ${message.text()}`));
  return lines;
}

/** VS Code's own word that the tests have ended: 0 where all passed, also told where the suite cannot be loaded. */
function endOf(page: Page): Promise<number> {
  return new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code: number) => setTimeout(resolve, 1000, code));
  });
}

const after = (milliseconds: number) =>
  new Promise<string>((resolve) => setTimeout(resolve, milliseconds, 'no answer'));

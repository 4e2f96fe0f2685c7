import { execFile, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command in the root folder with its output shown.
 * Resolves to its exit code and, where `capture` is set, to what it printed on standard output too.
 */
export function run(command, args = [], { capture = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', capture ? 'pipe' : 'inherit', 'inherit'],
      // On Windows npm and the tools of node_modules/.bin are scripts, which only a shell starts.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code: signal ? 1 : (code ?? 1), output }));
  });
}

/** Runs a tool of node_modules/.bin, like `npx` without npm's start-up time. */
export const tool = (name, args, options) => run(join(root, 'node_modules', '.bin', name), args, options);

/** What a script of ours prints on standard output. Throws where it fails. */
export async function outputOf(script, args) {
  const { stdout } = await promisify(execFile)(process.execPath, [script, ...args], { cwd: root, maxBuffer: 1 << 28 });
  return stdout;
}

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Files of public repositories at fixed commits, from clones in one folder; a clone that is missing is made. */
export class Repositories {
  constructor(private readonly folder: string) {}

  /** Paths at the commit that match. */
  files(repository: string, commit: string, pattern: RegExp): readonly string[] {
    const listed = this.git(repository, 'ls-tree', '-r', '--name-only', commit);
    return listed.split('\n').filter((path) => pattern.test(path));
  }

  read(repository: string, commit: string, path: string): string {
    return this.git(repository, 'show', `${commit}:${path}`);
  }

  private git(repository: string, ...args: string[]): string {
    const clone = join(this.folder, repository.replace('/', '+'));
    if (!existsSync(clone)) {
      const url = `https://github.com/${repository}.git`;
      execFileSync('git', ['clone', '--no-checkout', '--filter=blob:limit=4m', url, clone]);
    }
    return execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
  }
}

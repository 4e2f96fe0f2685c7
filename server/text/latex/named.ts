import type { Command } from './commands';

/** Commands that mean the same: each of the names, which spaces part. */
export const named = (names: string, command: Command): [string, Command][] =>
  names.split(' ').map((name) => [name, command]);

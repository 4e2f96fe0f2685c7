import { check } from './check';
import { cite } from './cite';
import { claims } from './claims';
import { completion } from './completion';
import { explain } from './explain';
import { formula } from './formula';
import { init } from './init';
import type { Command } from './io';
import { report } from './reporting';
import { scan } from './scan';
import { species } from './species';

/** All commands by name, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  check,
  scan,
  explain,
  formula,
  species,
  claims,
  report,
  cite,
  init,
  get completion() {
    return completion(COMMANDS);
  },
};

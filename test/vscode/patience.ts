/*
 * Tests wait on conditions. These limits only end a run in which one never comes true: nothing that works comes near them, on
 * a machine with every core busy either.
 */

/** How long a condition may take to come true, in milliseconds. */
export const patience = 180_000;

/** How long one host may take for all tests, in milliseconds. */
export const suiteLimit = 1_800_000;

/** How long an editor is given before it is asked again for what may have been requested too early, in milliseconds. */
export const glance = 5000;

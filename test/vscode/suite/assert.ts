/* Assertions for both kinds of extension host: a browser has no node:assert. */

import { patience } from '../patience';

export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, what = 'value'): void {
  ok(actual === expected, `${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

export function includes<T>(whole: string | readonly T[], part: T & string, what = 'text'): void {
  ok(whole.includes(part), `${what} does not hold ${JSON.stringify(part)}: ${JSON.stringify(whole).slice(0, 500)}`);
}

/** Waits until `get` gives something true, and returns it. */
export async function eventually<T>(
  what: string,
  get: () => T | Promise<T>,
  milliseconds = patience,
): Promise<Exclude<T, false | '' | null | undefined>> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const value = await get();
    if (value) return value as Exclude<T, false | '' | null | undefined>;
    ok(Date.now() < end, `${what}: not within ${milliseconds / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

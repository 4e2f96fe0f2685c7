import { deepEqual, equal } from 'node:assert/strict';
import { COMMON_BONDS, isUnparted } from '../../server/features/citations/unparted';
import { FORMATS, type FormatId } from '../../server/text';
import type { Bond } from '../../server/text/citing/bond';

/** Each caret of an example: whether a citation is kept from it. */
const heldAt = (example: string, format: FormatId): boolean[] => {
  const parts = example.split('‸');
  const source = parts.join('');
  return parts.slice(0, -1).map((_, i) => isUnparted(source, parts.slice(0, i + 1).join('').length, format));
};

const TABLES: readonly (readonly [FormatId, readonly Bond[]])[] = [
  ['markdown', COMMON_BONDS],
  ...(Object.keys(FORMATS) as FormatId[]).map((id) => [id, FORMATS[id].citing.bonds] as const),
];

suite('what a citation does not part', () => {
  for (const [format, bonds] of TABLES)
    for (const bond of bonds) {
      test(`${format}: ${bond.id}`, () => {
        for (const example of bond.holds) deepEqual(new Set(heldAt(example, format)), new Set([true]), example);
        for (const example of bond.parts) deepEqual(new Set(heldAt(example, format)), new Set([false]), example);
      });

      test(`${format}: ${bond.id}: is needed by an example`, () => {
        const { before } = bond;
        Object.assign(bond, { before: /(?!)/ });
        const isNeeded = bond.holds.some((example) => heldAt(example, format).includes(false));
        Object.assign(bond, { before });
        equal(isNeeded, true);
      });
    }

  test('signs that double, but no closing brackets', () => {
    for (const example of ['*‸*bold**', 'from 1 -‸- 2', "'‸'quoted''", 'and so on.‸..', 'words‸'])
      deepEqual(heldAt(example, 'markdown'), [example !== 'words‸'], example);
    for (const example of ['(see [1]‸)', '((a)‸)']) deepEqual(heldAt(example, 'markdown'), [false], example);
  });
});

import { equal } from 'node:assert/strict';
import { printMarks } from '../../server/features/card/marks';

suite('numbers of works', () => {
  for (const [numbers, printed] of [
    [[], ''],
    [[3], '3'],
    [[2, 1], '1, 2'],
    [[1, 2, 3, 4], '1–4'],
    [[7, 3, 2, 4, 7], '2–4, 7'],
  ] as const)
    test(`${numbers.join(' ') || 'none'}: “${printed}”`, () => equal(printMarks(numbers), printed));
});

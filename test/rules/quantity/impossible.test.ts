import { deepEqual } from 'node:assert/strict';
import { diagnose, only } from '../../support/paper';

const found = (text: string): number => only('quantity/impossible', diagnose(text).diagnostics).length;

suite('quantity/impossible', () => {
  const lost = 'It gave a discharge capacity of 120 mA h g in air.';

  test('a power that is missing is found, but not where a PDF has put it elsewhere', () =>
    deepEqual([found(lost), found(`${lost} The other was 110 \u00011.`)], [1, 0]));

  test('a unit whose exponent stands apart goes on', () =>
    deepEqual(
      [
        'It has a capacity of 120 mAh·g − 1 in air.',
        'It has an energy density of 505 Wh kg total −1 in air.',
        'It has an energy density of 505 Wh kg in total.',
      ].map(found),
      [0, 0, 1],
    ));
});

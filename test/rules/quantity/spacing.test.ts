import { deepEqual } from 'node:assert/strict';
import { diagnose, only } from '../../support/paper';

const SPACES = [' ', '\u00a0', '\u2005', '\u2006', '\u2009', '\u200a', '\u202f'];

suite('quantity/spacing', () => {
  test('takes a space of any width for one', () => {
    for (const space of SPACES) {
      const text = `At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; then at 7${space}mA and 0.5${space}mV s^−1^.`;
      deepEqual(only('quantity/spacing', diagnose(text).diagnostics), [], `U+${space.charCodeAt(0).toString(16)}`);
    }
  });
});

import { deepEqual } from 'node:assert/strict';
import { diagnose, only } from '../../support/paper';

const CODE = 'abbreviation/list-disagrees';
const check = (text: string) => only(CODE, diagnose(text).diagnostics);

suite(CODE, () => {
  test('the noun that comes after the bracket belongs to the term', () => {
    deepEqual(
      check(
        '# Introduction\n\nThe airway epithelial (AE) cells grow. The AE is thin, and AE is old.\n\n# Abbreviations\n\n- AE: Airway epithelial cells\n',
      ),
      [],
    );
  });

  test('the capital of a row does not go into the text', () => {
    const [found] = check(
      '# Introduction\n\nA lithium metal battery (LMB) runs; the lithium is thin. The LMB lasts.\n\n# Abbreviations\n\n- LMB: Lithium metal cell\n',
    );
    deepEqual(
      found!.fixes!.map(({ title }) => title),
      ['Write “lithium metal battery” in the list', 'Write “lithium metal cell” in the text'],
    );
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import type { ClaimsResult } from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { filesOf } from '../support/loaded';

const MAIN = `\\documentclass{article}\\begin{document}
Li||NMC811 cells keep a capacity retention of 92\\% after 300 cycles.
\\input{two}
\\end{document}
`;
const TWO = 'The coulombic efficiency is 99.5\\%.\n\nLiFePO$_4$ gives 150 mAh g$^{-1}$ at 0.5C.\n';
const uri = (name: string) => `file:///paper/${name}`;

suite('claims of a manuscript', () => {
  let client: TestClient;
  setup(async () => {
    client = await TestClient.inProcess(filesOf({ 'main.tex': MAIN, 'two.tex': TWO }));
    await client.open(uri('main.tex'), 'latex', MAIN);
  });
  teardown(() => client.stop());

  const ask = (of: string, by?: string) =>
    client.request<ClaimsResult | null>('interphase/claims', { uri: of, ...(by && { by }) });
  const rows = (result: ClaimsResult | null) =>
    result?.groups.map(({ label, items }) => [label, ...items.map((item) => `${item.label} (${item.detail})`)]);

  test('are grouped by cell and material, those of none last', async () =>
    deepEqual(rows(await ask(uri('main.tex'))), [
      ['Li||NMC811', 'capacity retention: 92 % (300 cycles · line 2)', 'cycles: 300 cycles (line 2)'],
      ['LiFePO₄', 'specific capacity: 150 mAh g⁻¹ (line 3 of two.tex)', 'rate: 0.5C (line 3 of two.tex)'],
      [undefined, 'coulombic efficiency: 99.5 % (line 1 of two.tex)'],
    ]));

  test('are grouped by property', async () =>
    deepEqual(rows(await ask(uri('main.tex'), 'property')), [
      ['capacity retention', 'Li||NMC811: 92 % (300 cycles · line 2)'],
      ['cycles', 'Li||NMC811: 300 cycles (line 2)'],
      ['coulombic efficiency', '99.5 % (line 1 of two.tex)'],
      ['specific capacity', 'LiFePO₄: 150 mAh g⁻¹ (line 3 of two.tex)'],
      ['rate', 'LiFePO₄: 0.5C (line 3 of two.tex)'],
    ]));

  test('lead to their place, and come as a table', async () => {
    const { groups, csv } = (await ask(uri('main.tex')))!;
    const { location, sentence } = groups[1]!.items[0]!;
    equal(location.uri, uri('two.tex'));
    deepEqual(location.range, { start: { line: 2, character: 17 }, end: { line: 2, character: 33 } });
    equal(sentence, 'LiFePO4 gives 150 mAh g−1 at 0.5C.');
    deepEqual(
      csv
        .trim()
        .split('\n')
        .map((line) => line.split(',').slice(0, 6).join(',')),
      [
        'property,relation,value,to,unit,subject',
        'capacity retention,,92,,%,Li||NMC811',
        'cycles,,300,,cycles,Li||NMC811',
        'coulombic efficiency,,99.5,,%,',
        'specific capacity,,150,,mAh g⁻¹,LiFePO4',
        'rate,,0.5,,C,LiFePO4',
      ],
    );
  });

  test('are asked for of a chapter, too; there are none of what is not open', async () => {
    await client.open(uri('two.tex'), 'latex', TWO);
    deepEqual(await ask(uri('two.tex')), await ask(uri('main.tex')));
    equal(await ask(uri('other.tex')), null);
  });
});

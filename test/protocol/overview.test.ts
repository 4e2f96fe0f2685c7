import { deepEqual, equal } from 'node:assert/strict';
import type { OverviewItem, OverviewResult } from '../../server/protocol/requests';
import { TestClient } from '../support/client';
import { filesOf } from '../support/loaded';

const MAIN = `\\documentclass{article}
\\begin{document}
LiPF$_6$ in ethylene carbonate (EC) leaves LiF. \\input{two}
\\end{document}
`;
const TWO = `LiPF6 and EC at 25 °C form the SEI in Li$\\|$Cu cells.
The SEI holds LiF; LiF is thin.
`;

const uri = (name: string) => `file:///paper/${name}`;

suite('overview of a manuscript', () => {
  let client: TestClient;
  setup(async () => {
    client = await TestClient.inProcess(filesOf({ 'main.tex': MAIN, 'two.tex': TWO }));
    await client.open(uri('main.tex'), 'latex', MAIN);
  });
  teardown(() => client.stop());

  const overview = (of = uri('main.tex')) => client.request<OverviewResult | null>('interphase/overview', { uri: of });
  const find = async (...labels: readonly string[]) => {
    let items: readonly OverviewItem[] = (await overview())!.nodes;
    let found: OverviewItem | undefined;
    for (const label of labels) {
      found = items.find((item) => item.label === label);
      items = found?.children ?? [];
    }
    return found!;
  };
  const placeOf = ({ location }: OverviewItem) =>
    `${location!.uri.slice('file:///paper/'.length)}:${location!.range.start.line + 1}:${location!.range.start.character + 1}`;

  test('has species by class, abbreviations, cells and quantities', async () => {
    const { nodes } = (await overview())!;
    deepEqual(
      nodes.map(({ label, children }) => [label, ...children.map((child) => child.label)]),
      [
        ['Species', 'Salts', 'Solvents', 'Constituents of the interphase', 'Negative electrodes', 'Current collectors'],
        ['Abbreviations', 'EC', 'SEI'],
        ['Cells', 'Li‖Cu'],
        ['Quantities', 'temperature'],
      ],
    );
  });

  test('counts a species over all files, whatever its markup', async () => {
    equal((await find('Species', 'Constituents of the interphase', 'LiF')).detail, 'lithium fluoride · 3 times');
    const salt = await find('Species', 'Salts', 'LiPF₆');
    equal(salt.detail, 'lithium hexafluorophosphate · twice');
    deepEqual(salt.children.map(placeOf), ['main.tex:3:1', 'two.tex:1:1']);
  });

  test('gives a species as it would be written once more: formulas as the manuscript sets them', async () => {
    equal((await find('Species', 'Salts', 'LiPF₆')).written, 'LiPF$_6$');
    equal((await find('Species', 'Solvents', 'EC')).written, 'EC');
    equal((await find('Abbreviations', 'EC')).written, undefined);
  });

  test('says where an abbreviation is defined, and which is not', async () => {
    const defined = await find('Abbreviations', 'EC');
    deepEqual(
      [defined.kind, defined.detail, ...defined.children.map(placeOf)],
      ['abbreviation', 'ethylene carbonate · used once', 'main.tex:3:13', 'two.tex:1:11'],
    );
    const missing = await find('Abbreviations', 'SEI');
    deepEqual([missing.kind, missing.detail], ['undefined', 'not defined · used twice']);
  });

  test('of a file that is not a manuscript is not given', async () => {
    equal(await overview(uri('notes.bib')), null);
  });
});

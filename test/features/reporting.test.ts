import { equal, match, ok } from 'node:assert/strict';
import { checklistOf } from '../../server/features/reporting/checklist';
import { reportCsv, reportMarkdown } from '../../server/features/reporting/write';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { read } from '../support/paper';

const PAPER = `# Abstract

Lithium metal grows dendrites.

# Experimental

Cells (CR2032, Celgard separator) held 40 µL of electrolyte, 1 M LiPF6 in EC/DMC. The cathode had a loading of 12 mg cm^−2^.
Cells were cycled between 2.8 and 4.3 V at 25 °C.
`;

const answers = (text: string) =>
  Object.fromEntries(
    checklistOf(read(text).manuscript).entries.map(({ item, answer, place }) => [
      item.id,
      { answer, line: place?.line },
    ]),
  );

suite('reporting', () => {
  test('finds what is said, with its line, and says what was not found or is not needed', () => {
    const found = answers(PAPER);
    for (const id of ['cell-format', 'separator', 'electrolyte', 'electrolyte-amount', 'loading'])
      equal(`${id} ${found[id]?.answer} ${found[id]?.line}`, `${id} found 7`);
    for (const id of ['window', 'temperature']) equal(`${id} ${found[id]?.answer} ${found[id]?.line}`, `${id} found 8`);
    for (const id of ['areal-capacity', 'replicates', 'li-thickness']) equal(found[id]?.answer, 'not found', id);
    for (const id of ['sulfur', 'pressure', 'utilisation']) equal(found[id]?.answer, 'not needed', id);
  });

  test('supporting information counts', () => {
    const found = answers(`${PAPER}\nFurther cycling details are given in the Supporting Information.\n`);
    equal(found.replicates?.answer, 'elsewhere');
    equal(found.loading?.answer, 'found');
  });

  test('recognises the kind of paper, and takes another that is asked for', () => {
    const { manuscript } = read(PAPER);
    equal(checklistOf(manuscript).kind, 'li-metal');
    const solid = '# Results\n\nThe solid-state cells of sodium-ion type are solid-state batteries. '.repeat(6);
    equal(checklistOf(read(solid).manuscript).kind, 'solid-state');
    const interphase = '# Results\n\nOn sodium metal dendrites break the solid electrolyte interphase. '.repeat(12);
    equal(checklistOf(read(interphase).manuscript).kind, 'na-ion');
    equal(
      checklistOf(manuscript, 'solid-state').entries.find(({ item }) => item.id === 'pressure')?.answer,
      'not found',
    );
  });

  test('reads what papers write of cells, electrodes and currents', () => {
    const cases: readonly [id: string, answer: string, text: string][] = [
      ['cell-format', 'found', 'They were tested in 2032 coin-type batteries.'],
      ['composition', 'found', 'LiFePO4, PVDF and CNTs were mixed in NMP at a mass ratio of 7.5:1.5:1.'],
      ['composition', 'found', 'Seventy percent of the oxide, 20% of carbon black and 10% of the binder were mixed.'],
      ['composition', 'found', 'Binder and carbon (acetylene black, St. Louis, USA) were mixed in a ratio of 8:1:1.'],
      ['composition', 'not found', 'The binder was dissolved in EC/DMC (1:1).'],
      ['electrolyte', 'found', 'A solution of LiPF~6~ in ethylene carbonate was used.'],
      ['rate', 'found', 'Cells were charged with 2.8 A (1C-rate).'],
      ['rate', 'found', 'Three cycles were run at 0.2C (1C = 110 mAh g^−1^).'],
      ['electrolyte', 'found', 'The electrolyte was made of EC and DMC with 1.2 M LiPF~6~.'],
      ['electrolyte', 'not found', 'LiF comes from the decomposition of LiPF~6~ and FEC.'],
      ['separator', 'found', 'Cells were built with a polyolefin separator.'],
      ['separator', 'found', 'They held 80 µL and a Whatmen GF/A separator.'],
      ['composition', 'not found', 'CMC was dissolved in water at a concentration of 1.1 wt% and 8 wt% PVDF in NMP.'],
      ['formation', 'found', 'After an activation process of one cycle at 0–1 V it was plated.'],
      ['formation', 'not found', 'The semicircle of the pre-cycling sample is small.'],
      ['n-p', 'found', 'The N/P ratio was 1.1.'],
      ['n-p', 'not found', 'N/P co-doped carbon stores more.'],
      ['window', 'not found', 'In stage I (3.0–1.0 V) sodium adsorbs.'],
      ['reference', 'found', 'All potentials are given vs. Li/Li^+^.'],
      ['reference', 'found', 'Sodium metal was used as both counter and reference electrodes.'],
      ['reference', 'not found', 'The sodium salt has no reference electrodes of its own.'],
      ['reference', 'not found', 'Phosphides have low potentials vs Li/Li^+^.'],
      ['rate', 'not found', 'Cells were charged at C/3.'],
      ['window', 'found', 'It was charged to 4.2 V, and after 5 min it was discharged to 2.8 V.'],
      ['window', 'not found', 'The voltage drops from 4.17 to 3.09 V within 5 s.'],
      ['temperature', 'found', 'Cells were cycled at room temperature from 2.5 V to 4.1 V.'],
      ['temperature', 'not found', 'Before the cells were built, electrodes were dried at 120 °C.'],
      ['formation', 'found', 'Two formation cycles at C/20 came first.'],
      ['formation', 'not found', 'Dendrite formation at the anode takes 2 h.'],
      ['efficiency', 'found', 'The coulombic efficiency is about 61.1%.'],
      ['efficiency', 'not found', 'The coulombic efficiency is low, and the retention is 87%.'],
      ['replicates', 'elsewhere', 'All methods are in the Supplemental Information.'],
      ['replicates', 'not found', 'Any methods and supplementary information are available online.'],
      ['replicates', 'not found', 'The standard deviation of the simulated diffusivity is small.'],
      ['cell-format', 'found', 'Pellet cells were built in a custom mold.'],
      ['composition', 'found', 'The cathode was mixed with the electrolyte in a 7/3 mass ratio.'],
      ['loading', 'found', 'Then 5 mg of the composite cathode was spread.'],
      ['reference', 'found', 'It was cycled to 2.8 V (vs LTO).'],
      ['reference', 'not found', 'The shift of 2 ppm vs. in water is small.'],
      ['replicates', 'not found', 'The methods agree (Supplementary Fig. 3).'],
      ['formation', 'found', 'It was cycled at 0.5 C after three cycles activation at 0.1 C.'],
      ['replicates', 'not found', 'The synthesized powder is fine (Figure S1, Supporting Information).'],
    ];
    for (const [id, answer, text] of cases) equal(answers(`# Experimental\n\n${text}\n`)[id]?.answer, answer, text);
  });

  test('does not take the cells of others in an introduction for those of the paper', () =>
    equal(
      answers('# Introduction\n\nOthers had a coulombic efficiency of 99%.\n\n# Results\n\nOurs lived long.\n')
        .efficiency?.answer,
      'not found',
    ));

  test('writes Markdown in which the manuscript’s text is not markup, and CSV', () => {
    const { manuscript } = read(`${PAPER}\nIt ran in a coin cell ![x](http://evil.example/a.png) and | bars.\n`);
    const checklist = checklistOf(manuscript);
    const markdown = reportMarkdown(checklist, bundledCatalogue());
    match(markdown, /^\| Separator \| found \| paper:7 \|/m);
    ok(!markdown.includes('!['));
    match(reportCsv(checklist, bundledCatalogue()), /^loading,Loading of the electrodes,found,paper:7,/m);
  });
});

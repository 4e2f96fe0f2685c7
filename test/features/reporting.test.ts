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
    equal(
      checklistOf(manuscript, 'solid-state').entries.find(({ item }) => item.id === 'pressure')?.answer,
      'not found',
    );
  });

  test('writes Markdown in which the manuscript’s text is not markup, and CSV', () => {
    const { manuscript } = read(`${PAPER}\nIt ran in a coin cell ![x](http://evil.example/a.png) and | bars.\n`);
    const checklist = checklistOf(manuscript);
    const markdown = reportMarkdown(checklist, bundledCatalogue());
    match(markdown, /^\| Separator \| found \| paper:7 \|/m);
    ok(!markdown.includes('!['));
    match(reportCsv(checklist, bundledCatalogue()), /^loading,Loading of the electrodes,found,paper:7,/m);
  });
});

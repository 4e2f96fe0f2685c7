import { deepEqual, equal } from 'node:assert/strict';
import { formatReference } from '../../server/bibliography/format';
import { isStub, readRecord, readRecords } from '../../server/bibliography/records';
import { insertEntry } from '../../server/bibliography/write';

const said = (text: string): string[] => readRecords(text).map(({ reference }) => formatReference(reference));

const RIS = `TY  - JOUR
AU  - Ahn, Ann B.
AU  - von Bell, Carl
TI  - Growth of films: AB - initio
  on lithium
JF  - Journal of Films
PY  - 2020/05/01
VL  - 12
IS  - 3
SP  - 101
EP  - 109
DO  - https://doi.org/10.1000/abc.1
ER  - 
`;
const AHN = 'Ahn, A. B.; von Bell, C. Growth of films: AB - initio on lithium. Journal of Films 2020, 12, 101–109.';

suite('a pasted record', () => {
  test('may be RIS, with or without its line ends', () => {
    deepEqual(said(RIS), [AHN]);
    deepEqual(said(RIS.replaceAll('\n', '\r\n')), [AHN]);
    deepEqual(said(RIS.replaceAll('\n', '').replace('initio  on', 'initio on')), [AHN]);
    equal(readRecord(RIS)!.doi, '10.1000/abc.1');
    deepEqual(said('TY  - JOUR\nTI  - Only a title'), ['Only a title.']);
  });

  test('of other kinds in RIS keeps editors, publisher and book', () => {
    const chapter =
      'TY  - CHAP\nA1  - Ahn, A.\nTI  - A part\nBT  - A book\nED  - Bell, B.\nPB  - Press\nY1  - 2001//\nSP  - 3-7\nER  -\n';
    deepEqual(said(chapter), ['Ahn, A. A part. In A book, Bell, B., Ed.; Press, 2001, pp 3–7.']);
    equal(readRecord(chapter)!.type, 'chapter');
    deepEqual(said('TY  - BOOK\nAU  - Ahn, A.\nTI  - A book\nT2  - A series\nPB  - Press\nPY  - 1999\nER  - '), [
      'Ahn, A. A book. Press, 1999.',
    ]);
  });

  test('has the tags and entities of HTML that publishers put into titles', () => {
    const title = 'Films of Li<sub>3</sub>PO<sub>4</sub> &amp; <i>more</i>: 50 % of {a_b}';
    const items = [
      `TY  - JOUR\nTI  - ${title}\nER  - `,
      JSON.stringify({ type: 'article-journal', title: [title], 'container-title': ['J. F.'], DOI: '10.1000/x' }),
    ];
    for (const item of items) equal(readRecord(item)?.title, 'Films of Li₃PO₄ & more: 50 % of a_b');
    equal(readRecord(items[1]!)?.container, 'J. F.');
  });

  test('gives no address that its DOI leads to, but any other', () => {
    const written = (url: string): string =>
      insertEntry('', readRecord(`@misc{a, title = {One}, doi = {10.1000/X}, url = {${url}}}`)!).newText;
    equal(written('http://dx.doi.org/10.1000/x').includes('url'), false);
    equal(written('https://example.org/10.1000/x').includes('url'), true);
  });

  test('may be several, each with its own text', () => {
    const two = `${RIS}\n${RIS.replace('abc.1', 'abc.2')}`;
    deepEqual(
      readRecords(two).map(({ text }) => readRecord(text)?.doi),
      ['10.1000/abc.1', '10.1000/abc.2'],
    );
    const bib = '@misc{a, title={One}}\n@misc{b, title={Two}}';
    deepEqual(
      readRecords(bib).map(({ text }) => text),
      bib.split('\n'),
    );
  });

  test('may be BibTeX on one line, or CSL-JSON as doi.org gives it', () => {
    deepEqual(said('@article{a,  author = {Ahn, A.},  title = {One},  journal = {J. F.},  year = 2001,}'), [
      'Ahn, A. One. J. F. 2001.',
    ]);
    const item =
      '{"type":"article-journal","title":"One","author":[{"family":"Ahn","given":"A."}],"DOI":"10.1000/x","issued":{"date-parts":[[2001,2]]}}';
    deepEqual(said(item), ['Ahn, A. One. 2001. https://doi.org/10.1000/x']);
    deepEqual(said(`[${item},${item}]`).length, 2);
  });

  test('is none where the text is a search, or broken', () => {
    for (const text of ['peled 1979', '{SEI', '[1, 2]', '@peled', 'TY - the beginning', '{"a": 1}', '@article{', ''])
      deepEqual(readRecords(text), [], text);
  });

  test('may be a DOI alone, in any spelling, of which only that is known', () => {
    for (const doi of [
      '10.1149/1945-7111/abbce4',
      'doi:10.1149/1945-7111/abbce4',
      'https://doi.org/10.1149/1945-7111/abbce4',
    ]) {
      const stub = readRecord(doi)!;
      equal(stub.key, 'doi-1945-7111-abbce4');
      equal(isStub(stub), true);
    }
    equal(isStub(readRecord(RIS)!), false);
  });
});

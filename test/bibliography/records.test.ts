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

const ENDNOTE = `%0 Journal Article
%A Ahn, Ann B.
%A Carl von Bell
%T Films that lose 50%? Growth
on lithium
%J Journal of Films
%D 2020
%V 12
%N 3
%P 101-9
%@ 1234-5678
%! Films
%R doi:10.1000/abc.1
%X An abstract.
`;
const PUBMED = `PMID- 12345678
OWN - NLM
STAT- MEDLINE
VI  - 12
IP  - 3
DP  - 2020 May 1
TI  - Films of DFT - a study of Li(+) growth on
      lithium.
PG  - 101-9; discussion 110
LID - S0000-1234(20)30001-2 [pii]
LID - 10.1000/abc.1 [doi]
AB  - An abstract, by XPS - and
      more.
CI  - Copyright (c) 2020.
FAU - Ahn, Ann B
AU  - Ahn AB
FAU - von Bell, Carl Jr
AU  - von Bell C Jr
CN  - Film IV Group, Somewhere
LA  - eng
PT  - Journal Article
TA  - J Films
JT  - Journal of films (Somewhere, Country)
SO  - J Films. 2020 May 1;12(3):101-9. doi: 10.1000/abc.1.
`;

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

  test('in RIS may shorten its last page, lack its end and hold an institution', () => {
    const two = 'TY  - RPRT\nAU  - Energy Agency\nTI  - One\nPY  - 2001\nTY  - JOUR\nTI  - Two\nSP  - 123\nEP  - 8\n';
    deepEqual(
      readRecords(two).map(({ reference: { title, authors, pages } }) => [title, authors[0]?.family, pages]),
      [
        ['One', 'Energy Agency', undefined],
        ['Two', undefined, '123–128'],
      ],
    );
  });

  test('may be of EndNote, with or without its line ends', () => {
    const printed =
      'Ahn, A. B.; von Bell, C. Films that lose 50%? Growth on lithium. Journal of Films 2020, 12, 101–109.';
    deepEqual(said(ENDNOTE), [printed]);
    deepEqual(said(ENDNOTE.replaceAll('\n', '\r\n')), [printed]);
    deepEqual(said(ENDNOTE.replace('\non', ' on').replaceAll('\n', '')), [printed]);
    deepEqual(said(ENDNOTE.replaceAll('\n', ' ')), [printed]);
    equal(readRecord(ENDNOTE)!.doi, '10.1000/abc.1');
    deepEqual(said(`${ENDNOTE}\n${ENDNOTE}`), [printed, printed]);
  });

  test('of other kinds in EndNote keeps editors, edition, institution and book', () => {
    const kinds = [
      ['%0 Book Section\n%A Ahn, A.\n%T A part\n%B A book\n%E Bell, B.\n%I Press\n%D 2001\n%P 3-7', 'chapter'],
      ['%0 Edited Book\n%A Bell, B.\n%T A book\n%B A series\n%I Press\n%7 2\n%D 2001\n%P 300', 'book'],
      ['%0 Thesis\n%A Ann Ahn\n%T Films\n%9 Dissertation\n%I University of Films\n%D 1990\n%P 120', 'thesis'],
      ['%0 Report\n%A Department of Films\n%A Agency for Films,\n%T Films\n%I Press\n%D 1990', 'report'],
      ['%0 Painting\n%T Films\n%D 1990', 'document'],
    ];
    deepEqual(
      kinds.map(([text]) => readRecord(text!)!.type),
      kinds.map(([, type]) => type),
    );
    deepEqual(
      kinds.flatMap(([text]) => said(text!)),
      [
        'Ahn, A. A part. In A book, Bell, B., Ed.; Press, 2001, pp 3–7.',
        'Bell, B., Ed. A book. 2nd ed., Press, 2001.',
        'Ahn, A. Films. Dissertation, University of Films, 1990.',
        'Department of Films; Agency for Films. Films. Press, 1990.',
        'Films. 1990.',
      ],
    );
  });

  test('may be of PubMed, with or without its line ends', () => {
    const printed =
      'Ahn, A. B.; von Bell, C., Jr; Film IV Group, Somewhere. Films of DFT - a study of Li(+) growth on lithium. Journal of films 2020, 12, 101–109.';
    deepEqual(said(PUBMED), [printed]);
    deepEqual(said(PUBMED.replaceAll('\n', '\r\n')), [printed]);
    deepEqual(said(PUBMED.replaceAll('\n', '')), [printed]);
    equal(readRecord(PUBMED)!.doi, '10.1000/abc.1');
    deepEqual(said(`${PUBMED}\n${PUBMED}`), [printed, printed]);
  });

  test('of PubMed may have initials only, a number for pages, a translated title, and be of a book', () => {
    const article =
      'PMID- 1\nTI  - [Films on lithium].\nAU  - van Ahn AB\nJT  - Films : a journal\nDP  - 2019 Winter\nLID - eabc1234 [pii]';
    deepEqual(said(article), ['van Ahn, A. B. Films on lithium. Films 2019, eabc1234.']);
    const chapter =
      'PMID- 2\nPB  - Press\nDP  - 2009\nTI  - A part\nBTI - A book\nFED - Bell, Bo\nFAU - Ahn, Ann\nPT  - Book Chapter';
    deepEqual(said(chapter), ['Ahn, A. A part. In A book, Bell, B., Ed.; Press, 2009.']);
    equal(readRecord('PMID- 3\nBTI - A book\nPT  - Book')!.type, 'book');
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
    for (const text of [
      'peled 1979',
      '{SEI',
      '[1, 2]',
      '@peled',
      'TY - the beginning',
      '%0',
      '50 %0 A',
      'PMID- 123',
      '{"a": 1}',
      '@article{',
      '',
    ])
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

import { deepEqual, equal, ok } from 'node:assert/strict';
import { Journals } from '../../server/bibliography/journals';
import { bundledCatalogue } from '../../server/knowledge/bundled';

suite('journals', () => {
  const journals = new Journals({ 'The Journal of Films & Glass A': 'J. Films Glass A' });

  test('are found by every spelling of their names', () => {
    for (const name of [
      'Journal of Films and Glass A',
      'j films glass a',
      'J. Films & Glass, A',
      'THE JOURNAL OF FILMS & GLASS A',
    ])
      deepEqual(journals.named(name)?.abbreviation, 'J. Films Glass A', name);
    equal(journals.named('Journal of Films and Glass B'), undefined);
  });

  test('of which none is known are the same where one name abbreviates the other', () => {
    ok(journals.same('Annals of Glass Sci.', 'Ann. Glass Science'));
    ok(!journals.same('Ann. Glass Sci.', 'Annals of Glass'));
    ok(!journals.same('J. Films Glass A', 'J. Films Glass B'));
  });

  test('of the field are bundled, each under two names', () => {
    const bundled = bundledCatalogue().journals;
    for (const [name, abbreviation] of [
      ['Journal of the Electrochemical Society', 'J. Electrochem. Soc.'],
      ['Journal of Physical Chemistry C', 'J. Phys. Chem. C'],
      ['Angewandte Chemie International Edition', 'Angew. Chem., Int. Ed.'],
      ['Proceedings of the National Academy of Sciences of the United States of America', 'Proc. Natl. Acad. Sci. USA'],
      ['Joule', 'Joule'],
    ] as const) {
      equal(bundled.idOf(name), bundled.idOf(abbreviation), name);
      ok(bundled.named(name), name);
    }
  });
});

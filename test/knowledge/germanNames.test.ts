import assert from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { germanNames } from '../../server/knowledge/germanNames';
import { foldName } from '../../server/knowledge/spelling';

suite('German names', () => {
  const names = (english: string, ...german: string[]): void => {
    test(`${english}: ${german.join(', ') || 'none'}`, () => assert.deepEqual(germanNames(english), german));
  };

  suite('are formed of the same parts', () => {
    names('lithium cobalt dioxide', 'lithium-cobalt-dioxid', 'lithium-kobalt-dioxid');
    names('sodium iron pyrophosphate', 'natrium-eisen-pyrophosphat');
    names('trisodium phosphate', 'trinatrium-phosphat');
    names('copper(II) fluoride', 'kupfer-ii-fluorid');
    names('poly(methyl methacrylate)', 'poly-methyl-methacrylat');
  });

  suite('have endings and stems of their own', () => {
    names('ethylene sulfite', 'ethylen-sulfit');
    names('fluorobenzene', 'fluorobenzol', 'fluorbenzol');
    names('lithium trifluoromethanesulfonate', 'lithium-trifluoromethansulfonat', 'lithium-trifluormethansulfonat');
    names('polystyrene', 'polystyrol');
    names('ethyl formate', 'ethyl-formiat');
  });

  suite('call acids after what they come from, and gases after what hydrogen is bound to', () => {
    names('hydrofluoric acid', 'flusssäure', 'flußsäure', 'fluorwasserstoffsäure');
    names('poly(acrylic acid)', 'poly-acrylsäure');
    names('succinic anhydride', 'bernsteinsäure-anhydrid');
    names('hydrogen fluoride', 'fluorwasserstoff');
  });

  suite('are none where a word is formed in no regular way, or the same', () => {
    names('carbon black');
    names('Prussian white');
    names('diisopropyl ether');
  });

  test('of nine in ten records that name one in German, it is formed by these rules', () => {
    const given = bundledCatalogue().allSpecies.flatMap(({ names: all }) => {
      const formed = new Set(
        all
          .filter(({ kind, lang }) => kind !== 'abbreviation' && !lang)
          .flatMap(({ text }) => [text, ...germanNames(text)]),
      );
      return all.filter(({ lang }) => lang === 'de').map(({ text }) => ({ text, formed: [...formed].map(foldName) }));
    });
    const regular = given.filter(({ text, formed }) => formed.includes(foldName(text)));
    assert.ok(regular.length >= 0.9 * given.length, `${regular.length} of ${given.length}`);
  });
});

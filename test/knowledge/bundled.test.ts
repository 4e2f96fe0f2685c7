import assert from 'node:assert/strict';
import { buildFrom } from '../../scripts/data/build';
import { Catalogue } from '../../server/knowledge/catalogue';
import type { CompiledCatalogue } from '../../server/knowledge/compiled';
import { isShortForm, plainShort } from '../../server/knowledge/spelling';
import { findKnownWords } from '../../server/manuscript/recognise/names';
import { readPlainText } from '../../server/text/plaintext/reader';

suite('the bundled catalogue', () => {
  let compiled: CompiledCatalogue;
  let catalogue: Catalogue;
  suiteSetup(() => {
    compiled = buildFrom('data').compile();
    catalogue = new Catalogue(compiled);
  });

  test('is text of 3 MB at most, since it is read when the server starts', () => {
    assert.ok(JSON.stringify(compiled).length < 3_000_000);
  });

  test('finds every record under every name it has', () => {
    for (const species of catalogue.allSpecies) {
      for (const { text } of species.names) {
        const found = catalogue.entriesNamed(text).some((e) => e.kind === 'species' && e.species.id === species.id);
        assert.ok(found, `${species.id} is not found as “${text}”`);
      }
    }
    for (const term of catalogue.allTerms) {
      for (const text of [term.long, ...(term.variants ?? []), ...term.short]) {
        const found = catalogue.entriesNamed(text).some((e) => e.kind === 'term' && e.term.id === term.id);
        assert.ok(found, `${term.id} is not found as “${text}”`);
      }
    }
  });

  test('finds every name and short form in a sentence', () => {
    for (const species of catalogue.allSpecies) {
      for (const { text, kind, near, lang } of species.names) {
        // Chinese is written without spaces: its names are looked up, not found in running text.
        if (lang === 'zh') continue;
        if ([species.formula, ...(species.formulas ?? [])].includes(plainShort(text))) continue;
        const sentence = lang === 'de' ? `Es war ${text}, und das dann.` : `It was ${text}, ${near?.[0] ?? ''} then.`;
        const { prose } = readPlainText(sentence);
        const at = { start: 7, end: 7 + text.length };
        if (isShortForm(text, kind)) {
          const found = findKnownWords(prose, catalogue).abbreviations.find((a) => a.prose.start === at.start);
          assert.deepEqual(found?.prose, at, text);
          assert.ok(
            found?.entries.some((e) => e.kind === 'species' && e.species.id === species.id),
            text,
          );
        } else {
          const found = findKnownWords(prose, catalogue).names.map(({ prose: s, species: id }) => ({ ...s, id }));
          assert.deepEqual(found[0], { ...at, id: species.id }, text);
        }
      }
    }
  });

  test('tells lithium–air from lead–acid, and a gas diffusion electrode from its layer', () => {
    const chosen = (short: string, around: string): string | undefined => {
      const entry = catalogue.choose(catalogue.entriesForShort(short), new Set(around.split(' ')));
      return entry?.kind === 'term' ? entry.term.id : undefined;
    };
    assert.equal(chosen('LAB', 'oxygen is taken from the air'), 'lab');
    assert.equal(chosen('LAB', 'its plates are of lead'), 'lead-acid');
    assert.equal(chosen('LOB', ''), 'lob');
    assert.equal(chosen('GDE', ''), 'gde');
    assert.equal(chosen('GDL', ''), 'gdl');
  });

  test('has a reference for every source and a class order for every property', () => {
    for (const species of catalogue.allSpecies) {
      const sources = [...(species.roles ?? []), ...(species.properties ?? [])].flatMap((item) => item.sources);
      for (const { ref } of sources) assert.ok(catalogue.reference(ref), `${species.id}: ${ref}`);
      for (const { property } of species.properties ?? [])
        assert.ok(catalogue.property(property), `${species.id}: ${property}`);
      for (const row of catalogue.cardRows(species.class))
        assert.ok(catalogue.property(row), `${species.class}: ${row}`);
    }
  });
});

import assert from 'node:assert/strict';
import { read } from '../support/paper';

/** Mentions as `kind text = species or expansion`. */
function said(text: string): string[] {
  const { file } = read(text);
  return file.mentions.map((mention) => {
    const meaning =
      ('species' in mention ? mention.species : undefined) ?? ('expansion' in mention ? mention.expansion : undefined);
    return `${mention.kind} ${text.slice(mention.source.start, mention.source.end)}${meaning ? ` = ${meaning}` : ''}`;
  });
}

suite('mentions: what they stand for', () => {
  test('an element in an oxidation state is the ion, carbon alone has no form', () => {
    assert.deepEqual(said('Leached Li(I) and Ni(II) went along; one C atom replaced B, and Ni stayed.'), [
      'formula Li(I) = li-ion',
      'formula Ni(II) = ni2-ion',
      'formula C',
      'formula Ni = ni',
    ]);
  });

  test('two defined short forms joined by a hyphen are both used; two letters beside others are a code', () => {
    const text = 'A solid electrolyte (SE) and an active material (AM) touch at the SE-AM contact, not in XYZ-AM.';
    assert.deepEqual(
      said(text).map((mention) => mention.split(' ')[1]),
      ['SE', 'AM', 'SE', 'AM'],
    );
  });

  test('a formula that a record knows in a wrong spelling, or with variables, is its species', () => {
    assert.deepEqual(said('The LiNi0.59Co0.2Mn0.2Al0.1O2 electrode and the LixOy film were studied.'), [
      'formula LiNi0.59Co0.2Mn0.2Al0.1O2 = nmca',
      'formula LixOy = lixoy',
    ]);
  });

  test('a long form that leaves a word out names the species of the short form', () => {
    assert.ok(said('Layered nickel manganese cobalt (NMC) was coated.').includes('abbreviation NMC = nmc'));
    assert.ok(said('Noise-matched control (NMC) was off.').includes('abbreviation NMC = Noise-matched control'));
  });

  test('models, places, licences and firms are not abbreviations', () => {
    const texts = [
      'Cycled on a Neware CT-4008T, imaged with a CHI 760E.',
      'The University, Lemont, IL 60439, USA, gave it under CC BY-SA 4.0.',
      'Foils from NEI Corporation were milled by a RETSCH mill.',
    ];
    for (const text of texts) {
      const found = said(text).filter((m) => m.startsWith('abbreviation') && !m.includes('United States'));
      assert.deepEqual(found, [], text);
    }
  });

  test('a word of capitals that nobody knows counts from its second use', () => {
    assert.deepEqual(said('The QZXV test failed.'), []);
    assert.deepEqual(said('The QZXV test failed, so QZXV was left.'), ['abbreviation QZXV', 'abbreviation QZXV']);
  });

  test('oxygen of a lattice and nitrogen of a dopant are not the gases', () => {
    assert.deepEqual(said('The oxygen framework holds; nitrogen-doped layers form hydrogen bonds.'), []);
    assert.deepEqual(said('It was dried under nitrogen, then oxygen gas was let in.'), [
      'name nitrogen = n2',
      'name oxygen gas = o2',
    ]);
  });

  test('charges that a PDF set apart belong to their ions, pluses of sums do not', () => {
    assert.deepEqual(said('The Na + radius and the Zn 2+ site; the sum of Ni + Co + Mn.'), [
      'formula Na + = na-ion',
      'formula Zn 2+ = zn-ion',
      'formula Ni = ni',
      'formula Co = cobalt',
      'formula Mn = manganese',
    ]);
  });

  test('a firm is not a metal, a word in capitals no abbreviation', () => {
    assert.deepEqual(said('It was patented by Stonefield Lithium in May.'), []);
    assert.deepEqual(said('# SOLID LAYER\n\nA LAYER on a layer.'), []);
  });
});

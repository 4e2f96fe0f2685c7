import assert from 'node:assert/strict';
import { drawMolecule } from '../../scripts/data/drawing';

suite('molecule drawings', () => {
  const litfsi = drawMolecule('[Li+].O=S(=O)([N-]S(=O)(=O)C(F)(F)F)C(F)(F)F')!;
  const ec = drawMolecule('O=C1OCCO1')!;

  test('hold no id, style, script, link or foreign reference', () => {
    for (const svg of [litfsi, ec]) assert.doesNotMatch(svg, /\sid=|<style|<script|href|class=|url\(/);
  });
  test('are small in bytes and on the card', () => {
    for (const svg of [litfsi, ec]) {
      assert.ok(svg.length < 2500, `${svg.length} bytes`);
      const [width, height] = ['width', 'height'].map((name) => Number(new RegExp(` ${name}="(\\d+)"`).exec(svg)![1]));
      assert.ok(width! <= 170 && height! <= 120);
    }
  });
  test('show every atom label and both ions', () => {
    const labels = [...litfsi.matchAll(/>([A-Z][a-z]?|[+−])<\/text>/g)].map(([, label]) => label).sort();
    assert.deepEqual(labels, ['+', 'F', 'F', 'F', 'F', 'F', 'F', 'Li', 'N', 'O', 'O', 'O', 'O', 'S', 'S', '−']);
  });
  test('stand out from their plate, whatever the theme around it', () => {
    const plate = /<rect[^>]*fill="(#[0-9a-f]{6})"/.exec(litfsi)![1]!;
    const colours = new Set([...litfsi.matchAll(/(?:fill|stroke)="(#[0-9a-f]{6})"/g)].map(([, colour]) => colour!));
    colours.delete(plate);
    assert.ok(colours.size >= 5);
    for (const colour of colours) assert.ok(contrast(colour, plate) >= 4.5, `${colour}: ${contrast(colour, plate)}`);
  });
  test('are the same each time, also of a molecule without room for its rings', () => {
    const triphenylPhosphate = 'O=P(Oc1ccccc1)(Oc1ccccc1)Oc1ccccc1';
    const drawings = new Set(Array.from({ length: 20 }, () => drawMolecule(triphenylPhosphate)));
    assert.equal(drawings.size, 1);
  });
  test('are left out where there is no bond to draw', () => {
    assert.equal(drawMolecule('[Ar]'), undefined);
    assert.equal(drawMolecule('[Li+].[F-]'), undefined);
  });
});

/** Contrast ratio of WCAG 2. */
function contrast(a: string, b: string): number {
  const luminance = (colour: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
  };
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

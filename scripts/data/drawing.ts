import { Molecule } from 'openchemlib';

/** Draws a SMILES as SVG. */
export function drawMolecule(smiles: string): string {
  return Molecule.fromSmiles(smiles).toSVG(160, 110);
}

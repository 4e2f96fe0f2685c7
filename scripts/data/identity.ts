import { Molecule } from 'openchemlib';
import { flat } from '../../server/base/script';
import { type Composition, compositionKey } from '../../server/chemistry/composition';
import { parseFormula } from '../../server/chemistry/formula';
import type { Problem } from './problem';
import type { Refuted, SpeciesRecord } from './readFolder';

/** What a record says it is: CAS check digit, formula, SMILES against formula and charge, refuted identifiers. */
export function checkIdentity({ species, yaml }: SpeciesRecord, refuted: readonly Refuted[]): Problem[] {
  const problems: Problem[] = [];
  const say = (path: (string | number)[], message: string): void => {
    problems.push(yaml.problem(path, message));
  };

  const { cas } = species.identifiers ?? {};
  if (cas && !hasCasCheckDigit(cas)) {
    say(
      ['identifiers', 'cas'],
      `CAS ${cas} fails its check digit (it would be ${casCheckDigit(cas)}): look it up again`,
    );
  }

  const formulas: [string, (string | number)[]][] = [
    ...(species.formula ? ([[species.formula, ['formula']]] as [string, string[]][]) : []),
    ...(species.formulas ?? []).map((f, i): [string, (string | number)[]] => [f, ['formulas', i]]),
    ...(species.reaction?.per ? ([[species.reaction.per, ['reaction', 'per']]] as [string, string[]][]) : []),
  ];
  const compositions: (Composition | null)[] = [];
  for (const [text, path] of formulas) {
    const result = parseFormula(flat(text));
    if (!result.ok) {
      say(path, `formula “${text}” cannot be read: ${result.error}`);
      continue;
    }
    const { composition, charge } = result.formula;
    if (path[0] !== 'reaction') compositions.push(composition);
    if (composition && charge !== 0 && species.class !== 'ion' && path[0] !== 'reaction') {
      say(path, `formula “${text}” has charge ${charge}: a ${species.class} is neutral; write the salt, or class ion`);
    }
    const first = compositions[0];
    if (path[0] === 'formulas' && first && composition && proportions(first) !== proportions(composition)) {
      say(path, `“${text}” has other atoms than “${species.formula}”: another species, or a slip`);
    }
  }
  if (species.reaction && !species.reaction.per && !species.formula) {
    say(['reaction'], 'the capacity needs a formula: give “formula” or “reaction.per”');
  }

  if (species.smiles)
    problems.push(
      ...checkSmiles(species.smiles, species.class === 'ion', compositions[0]).map((m) => yaml.problem(['smiles'], m)),
    );

  for (const line of refuted) {
    if (!line.identifier || (line.species && line.species !== species.id)) continue;
    const given = species.identifiers?.[line.identifier];
    if (given === undefined) continue;
    if (line.not === undefined ? given === line.value : given !== line.not) {
      say(['identifiers', line.identifier], `${line.identifier} ${given} is known to be wrong: ${line.why}`);
    }
  }
  return problems;
}

/** `S` and `S8`, `C` and `C6` are one species. */
function proportions(composition: Composition): string {
  const total = Object.values(composition).reduce((sum, amount) => sum + amount, 0);
  return compositionKey(Object.fromEntries(Object.entries(composition).map(([e, amount]) => [e, amount / total])));
}

/** https://www.cas.org/support/documentation/chemical-substances/checkdig */
function casCheckDigit(cas: string): number {
  const digits = cas.replaceAll('-', '').slice(0, -1);
  return [...digits].reverse().reduce((sum, digit, i) => sum + Number(digit) * (i + 1), 0) % 10;
}

const hasCasCheckDigit = (cas: string): boolean => Number(cas.slice(-1)) === casCheckDigit(cas);

function checkSmiles(smiles: string, ion: boolean, expected: Composition | null | undefined): string[] {
  let molecule: Molecule;
  try {
    molecule = Molecule.fromSmiles(smiles);
  } catch (error) {
    return [`SMILES “${smiles}” cannot be read: ${String(error)}`];
  }
  const problems: string[] = [];
  const { composition, charge } = atomsOf(molecule);
  if (!ion && charge !== 0)
    problems.push(`the charges of the SMILES add up to ${charge}: an ion is missing or one too many`);
  if (expected && compositionKey(expected) !== compositionKey(composition)) {
    problems.push(`the SMILES has the atoms ${compositionKey(composition)}, the formula ${compositionKey(expected)}`);
  }
  return problems;
}

function atomsOf(molecule: Molecule): { composition: Composition; charge: number } {
  const composition: Record<string, number> = {};
  let charge = 0;
  const add = (element: string, count: number): void => {
    if (count > 0) composition[element] = (composition[element] ?? 0) + count;
  };
  for (let atom = 0; atom < molecule.getAllAtoms(); atom++) {
    add(molecule.getAtomLabel(atom), 1);
    add('H', molecule.getImplicitHydrogens(atom));
    charge += molecule.getAtomCharge(atom);
  }
  return { composition, charge };
}

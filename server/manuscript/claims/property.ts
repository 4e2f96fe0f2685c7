import type { QuantityMention } from '../mention';

/** What a quantity of a performance statement tells. */
export type ClaimProperty =
  | 'specific capacity'
  | 'theoretical capacity'
  | 'areal capacity'
  | 'capacity'
  | 'loading'
  | 'current density'
  | 'rate'
  | 'capacity retention'
  | 'coulombic efficiency'
  | 'cycles'
  | 'lifetime'
  | 'voltage'
  | 'voltage window'
  | 'overpotential'
  | 'conductivity'
  | 'energy density'
  | 'power density'
  | 'temperature'
  | 'transference number';

/** The property of a quantity, from its unit and, where the unit leaves it open, from the words nearest to it in its sentence. */
export function propertyOf(
  { unit, value }: Pick<QuantityMention, 'unit' | 'value'>,
  before: string,
  after: string,
): ClaimProperty | undefined {
  if (unit === 'mA.h/g' || unit === 'A.h/g')
    return nearest(before, after, [['theoretical capacity', /theoretical(?:ly)?/gi]], 40) ?? 'specific capacity';
  if (unit === '%') return nearest(before, after, OF_PERCENT, 80);
  if (unit === 'h' || unit === 'd') return isLifetime(before, after) ? 'lifetime' : undefined;
  if (unit === 'V') {
    if (typeof value !== 'number') return 'voltage window';
    return nearest(before, after, [OVERPOTENTIAL, ['voltage window', /\bwindows?\b/gi]], 40) ?? 'voltage';
  }
  if (unit === 'mV') return nearest(before, after, [OVERPOTENTIAL], 60);
  return OF_UNIT.find(([pattern]) => pattern.test(unit))?.[1];
}

/** Hours of a cell that works; not those of making it, in the same clause: `dried for 12 h before cycling`. */
function isLifetime(before: string, after: string): boolean {
  const clause = before.slice(Math.max(before.lastIndexOf(','), before.lastIndexOf(';')) + 1);
  return WORKS.test(before + after) && !IS_MADE.test(clause);
}

const WORKS =
  /cycl|plating|symmetric|stripping|stable|lifespan|lifetime|overpotential|short[- ]?circuit|\b(?:runs?|ran|lasts?|lasted|fails?|failed)\b/i;
const IS_MADE =
  /\b(?:dried|drying|heated|heat[- ]treat\w+|anneal\w*|sinter\w*|calcin\w*|stirr\w*|mill\w*|ground|rest(?:s|ed|ing)?|soak\w*|aged|stored|exposed|immers\w*|held|kept at|vacuum)\b/i;

const OF_UNIT: readonly (readonly [RegExp, ClaimProperty])[] = [
  [/^[mu]?A\.h\/cm2$/, 'areal capacity'],
  [/^m?A\.h$/, 'capacity'],
  [/^mg\/cm2$/, 'loading'],
  [/^[mu]?A\/(?:cm2|g)$/, 'current density'],
  [/^\{C-rate\}$/, 'rate'],
  [/^\{cycle\}$/, 'cycles'],
  [/^[mnu]?S\/c?m$/, 'conductivity'],
  [/^k?W\.h\/(?:kg|l)$/, 'energy density'],
  [/^k?W\/(?:kg|l)$/, 'power density'],
  [/^(?:Cel|K)$/, 'temperature'],
];

type Cue = readonly [ClaimProperty, RegExp];

const OVERPOTENTIAL: Cue = ['overpotential', /overpotential|polari[sz]ation|hysteresis/gi];

const OF_PERCENT: readonly Cue[] = [
  [
    'capacity retention',
    /retention|retain(?:s|ed|ing)?|of (?:its|the|their) (?:(?:initial|original|first) )?capacity|maintain(?:s|ed|ing)?|\b(?:keeps?|kept|preserve[sd]?) (?:about |nearly |over |almost |more than |~|≈)?$/gi,
  ],
  ['coulombic efficiency', /coulombic efficienc(?:y|ies)|\bI?CEs?\b|columbic efficienc(?:y|ies)/gi],
];

/** The property whose words are nearest in the same clause, within so many characters. */
function nearest(before: string, after: string, cues: readonly Cue[], reach: number): ClaimProperty | undefined {
  const clause = { before: before.slice(before.lastIndexOf(';') + 1), after: after.split(';', 1)[0]! };
  let best: { property: ClaimProperty; distance: number } | undefined;
  for (const [property, words] of cues) {
    const last = [...clause.before.matchAll(words)].at(-1);
    const next = clause.after.matchAll(words).next().value;
    const distances = [last && clause.before.length - last.index - last[0].length, next?.index];
    for (const distance of distances) {
      if (distance !== undefined && distance <= reach && (!best || distance < best.distance))
        best = { property, distance };
    }
  }
  return best?.property;
}

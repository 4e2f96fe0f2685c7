import { groupBy } from '../../server/base/groupBy';
import type { PropertyInfo, QuantityInfo } from '../../server/knowledge/compiled';
import type { Property, SpeciesClass } from '../../server/knowledge/species';
import type { Problem } from './problem';
import type { DataFolder, SpeciesRecord } from './readFolder';

/** Classes whose pure phase is liquid or nearly so at room temperature. */
const LIQUIDS: readonly SpeciesClass[] = ['solvent', 'additive'];
const ELECTRODE = /\bvs\.?\s|\bversus\b|\/Li|\/Na|\bSHE\b|\bNHE\b|\bSCE\b|Ag\/|Fc/;
const NO_TEMPERATURE = /temperature not stated|room temperature/;
/** Measured values further apart than this disagree. */
const AGREEMENT = 0.05;

/** Units, bounds, conditions and agreement of the numbers of a record. */
export function checkValues(record: SpeciesRecord, { properties, refuted }: DataFolder): Problem[] {
  const { species, yaml } = record;
  const entries = species.properties ?? [];
  const problems: Problem[] = [];
  entries.forEach((entry, i) => {
    const info = properties[entry.property];
    const path = ['properties', i];
    if (!info) {
      problems.push(yaml.problem(path, `there is no property “${entry.property}” in data/schema/properties.yaml`));
      return;
    }
    const messages = [...ofItsKind(entry, info, species.class)];
    for (const line of refuted) {
      if (line.property !== entry.property || (line.species && line.species !== species.id)) continue;
      if (entry.value !== undefined && entry.value === line.value) {
        messages.push(`${entry.value} ${entry.unit} is known to be wrong: ${line.why}`);
      }
    }
    problems.push(...messages.map((m) => yaml.problem(path, `${entry.property}: ${m}`)));
  });
  return [...problems, ...checkAgreement(record, properties), ...checkOrder(record, properties)];
}

/** A quantity has a number that makes sense, a property of words has words. */
function* ofItsKind(entry: Property, info: PropertyInfo, speciesClass: SpeciesClass): Generator<string> {
  if ('words' in info) {
    if (entry.words === undefined || entry.unit !== undefined)
      yield 'is told in “words”, without a number and its unit';
    return;
  }
  if (entry.words !== undefined) yield 'needs a number, not words';
  else yield* unitAndBounds(entry, info, speciesClass);
  yield* conditions(entry, info, speciesClass);
}

function* unitAndBounds(entry: Property, info: QuantityInfo, speciesClass: SpeciesClass): Generator<string> {
  const factor = info.units[entry.unit ?? ''];
  if (factor === undefined) {
    yield `unit “${entry.unit}” does not fit; write ${Object.keys(info.units).join(' or ')}`;
    return;
  }
  if (entry.range && entry.range[0] >= entry.range[1]) yield 'the range must run from lowest to highest';
  const [low, high] = info.boundsByClass?.[speciesClass] ?? info.bounds;
  for (const value of numbersOf(entry)) {
    // Percentages and amounts by mass have no factor to the amounts by volume: only the sign is checked.
    if (value * factor < low || value * factor > high) {
      yield `${value} ${entry.unit} is outside ${low} … ${high} ${Object.keys(info.units)[0]}: check unit, sign and decimal point`;
    }
  }
  if (hasTemperatureGluedOn(entry)) {
    yield `the last digits of ${entry.value} are the temperature in °C, a superscript glued to the number: read the value again (or give its uncertainty)`;
  }
}

/**
 * Handbook tables print the temperature as a superscript after a density or refractive index; in text exports
 * `1.3214³⁹` becomes 1.321439.
 */
function hasTemperatureGluedOn({ property, value, temperature, uncertainty }: Property): boolean {
  if (property !== 'density' && property !== 'refractive_index') return false;
  if (value === undefined || temperature === undefined || uncertainty !== undefined) return false;
  const digits = String(value).replace('.', '').replace(/^0+/, '');
  const celsius = String(Math.round(temperature - 273.15));
  if (celsius.length !== 2) return false;
  // A lost last zero leaves one digit of `20`; four decimals that end in a 2 are as likely to be all of the number.
  const decimals = String(value).split('.')[1]?.length ?? 0;
  const glued = celsius.endsWith('0') && decimals > 4 ? [celsius, celsius[0]!] : [celsius];
  return glued.some((ending) => digits.endsWith(ending) && digits.length - ending.length >= 3 && digits.length >= 5);
}

function* conditions(entry: Property, info: QuantityInfo, speciesClass: SpeciesClass): Generator<string> {
  const given = entry.conditions ?? '';
  const liquid = entry.phase ? entry.phase.includes('liquid') : LIQUIDS.includes(speciesClass);
  if (info.temperature === 'required' || (info.temperature === 'liquid' && liquid)) {
    if (entry.temperature === undefined && !NO_TEMPERATURE.test(given)) {
      yield 'needs “temperature” in K; where the source states none, write “temperature not stated” in conditions';
    }
  }
  if (entry.temperature !== undefined && (entry.temperature < 70 || entry.temperature > 2500)) {
    yield `${entry.temperature} K is an unlikely temperature: K, not °C?`;
  }
  if (info.conditions && given === '') yield `needs “conditions” that name ${info.conditions}`;
  else if (info.conditions === 'the reference electrode' && !ELECTRODE.test(given)) {
    yield 'the conditions must name the reference electrode: “vs. Li/Li+”, “vs. SHE”';
  }
  if (entry.basis === 'computed' && given === '') yield 'a computed value needs “conditions” that name the method';
}

/** At most one preferred; values of one state that are more than 5 % apart carry `conflict`, and none does alone. */
function checkAgreement({ species, yaml }: SpeciesRecord, properties: DataFolder['properties']): Problem[] {
  const problems: Problem[] = [];
  const say = (i: number, message: string): void => {
    problems.push(yaml.problem(['properties', i], message));
  };
  const entries = (species.properties ?? []).map((entry, index) => ({ entry, index }));
  for (const [key, group] of groupBy(entries, ({ entry }) => entry.property)) {
    const info = properties[key];
    if (!info || 'words' in info) continue;
    const preferred = group.filter(({ entry }) => entry.preferred);
    for (const { index } of preferred.slice(1)) say(index, `${key}: a second “preferred” value; keep one`);
    for (const { entry, index } of group) {
      const others = group.filter((other) => other.index !== index);
      const against = others.find((other) => disagree(entry, other.entry, info));
      if (against && !entry.conflict) {
        say(
          index,
          `${key}: ${show(entry)} and ${show(against.entry)} are more than 5 % apart at one temperature; both need “conflict: true”, or the phase or condition that tells them apart`,
        );
      } else if (entry.conflict && others.length === 0) {
        say(index, `${key}: “conflict” without another value that it disagrees with`);
      }
    }
  }
  return problems;
}

const show = ({ value, range, unit }: Property): string => `${range ? range.join('–') : value} ${unit}`;

function disagree(a: Property, b: Property, info: QuantityInfo): boolean {
  if (a.basis === 'computed' || b.basis === 'computed') return false;
  if (a.relation || b.relation || (a.phase ?? '') !== (b.phase ?? '')) return false;
  if (Math.abs((a.temperature ?? 0) - (b.temperature ?? 0)) > 0.6) return false;
  if ((info.conditions || info.scale === 'log') && (a.conditions ?? '') !== (b.conditions ?? '')) return false;
  const [lowA, highA] = extent(a, info);
  const [lowB, highB] = extent(b, info);
  const gap = Math.max(lowA, lowB) - Math.min(highA, highB);
  return gap > AGREEMENT * Math.max(Math.abs(highA), Math.abs(highB), Math.abs(lowA), Math.abs(lowB));
}

/** Lowest and highest of an entry in the property's first unit, its uncertainty included. */
function extent(entry: Property, info: QuantityInfo): [number, number] {
  const factor = info.units[entry.unit ?? ''] ?? Number.NaN;
  const values = numbersOf(entry);
  const margin = entry.uncertainty ?? 0;
  return [(Math.min(...values) - margin) * factor, (Math.max(...values) + margin) * factor];
}

const numbersOf = ({ value, range }: Property): readonly number[] => range ?? (value === undefined ? [] : [value]);

/** A liquid melts before it boils, and flashes between 0.6 and 0.95 of its boiling point in kelvin. */
function checkOrder({ species, yaml }: SpeciesRecord, properties: DataFolder['properties']): Problem[] {
  const of = (key: string): [number, number] | undefined => {
    const entries = species.properties ?? [];
    const index = entries.findIndex((e) => e.property === key && e.preferred);
    const i = index >= 0 ? index : entries.findIndex((e) => e.property === key && !e.conflict);
    const info = properties[key];
    return i < 0 || !info || 'words' in info ? undefined : [i, extent(entries[i]!, info)[0]];
  };
  const [melting, boiling, flash] = [of('melting_point'), of('boiling_point'), of('flash_point')];
  const problems: Problem[] = [];
  if (melting && boiling && melting[1] >= boiling[1]) {
    problems.push(
      yaml.problem(
        ['properties', melting[0]],
        `melting_point: ${melting[1]} K is above the boiling point, ${boiling[1]} K`,
      ),
    );
  }
  if (flash && boiling && (flash[1] < 0.6 * boiling[1] || flash[1] > 0.95 * boiling[1])) {
    problems.push(
      yaml.problem(
        ['properties', flash[0]],
        `flash_point: ${flash[1]} K does not fit a boiling point of ${boiling[1]} K (usually 0.6 to 0.95 of it): °C or °F taken for another scale?`,
      ),
    );
  }
  return problems;
}

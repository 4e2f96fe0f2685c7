import { span } from '../../base/span';
import type { Rule } from '../rule';

/** A unit whose symbol is spelt otherwise. */
export const spelling = {
  code: 'quantity/spelling',
  title: 'Unit spelt in another way than its symbol',
  defaultLevel: 'hint',
  examples: {
    bad: [
      { text: 'It stores 150 «mah» and weighs 3 «Kg».', fixed: 'It stores 150 mAh and weighs 3 kg.' },
      { text: 'It rests for 3 «hrs» and 20 «sec».', fixed: 'It rests for 3 h and 20 s.' },
    ],
    good: [
      'It weighs 2 gm^−3^ in air, or 4 gm−2 on a line.',
      'It stores 150 mAh, weighs 3 kg, rests for 3 h and 20 min, and holds 5 Mg.',
    ],
  },
  *check(file) {
    const { prose, source } = file.parsed;
    for (const match of prose.text.matchAll(MISSPELT)) {
      const at = span(match.index, match.index + match[0].length);
      const part = prose.blockAt(at.start)?.part;
      if (part === undefined || part === 'references' || prose.scriptAt(at.start) !== 'normal') continue;
      if (prose.settingAt(at.start) === 'chemistry') continue;
      // With a power it is several units: `gm⁻³` is g m⁻³.
      if (at.end < prose.text.length && prose.scriptAt(at.end) === 'super') continue;
      if (/^[-−–⁻]\d/.test(prose.text.slice(at.end, at.end + 2))) continue;
      const place = prose.toSource(at);
      const right = SYMBOLS[match[0]]!;
      const edits = [{ uri: file.uri, span: place, newText: right }];
      yield {
        span: place,
        message: `The symbol of this unit is ${right}.`,
        ...(source.slice(place.start, place.end) === match[0] && {
          fixes: [{ title: `Write ${right}`, edits, safe: true }],
        }),
      };
    }
  },
} as const satisfies Rule;

/** Spellings met in manuscripts, and the symbols of the SI Brochure (9th edition, sections 2.3 and 4) that they stand for. */
const SYMBOLS: Readonly<Record<string, string>> = {
  mah: 'mAh',
  mAH: 'mAh',
  MAH: 'mAh',
  mahr: 'mAh',
  mAhr: 'mAh',
  Kg: 'kg',
  KG: 'kg',
  Kgs: 'kg',
  gm: 'g',
  gms: 'g',
  Kwh: 'kWh',
  KWh: 'kWh',
  kwh: 'kWh',
  KWH: 'kWh',
  KHz: 'kHz',
  Khz: 'kHz',
  khz: 'kHz',
  Mhz: 'MHz',
  hz: 'Hz',
  Mpa: 'MPa',
  Gpa: 'GPa',
  hr: 'h',
  hrs: 'h',
  sec: 's',
  secs: 's',
  mins: 'min',
};

const MISSPELT = new RegExp(
  `(?<=\\d[ \\u00a0\\u2009\\u202f]?)(?:${Object.keys(SYMBOLS)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}\\p{N}_.-](?!\\s|$))(?![\\p{L}\\p{N}])`,
  'gu',
);

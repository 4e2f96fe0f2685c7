import { span } from '../../base/span';
import type { Abbreviation, PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import { plural as pluralOfShort } from '../../manuscript/definitions/shortForm';
import type { Manuscript } from '../../manuscript/manuscript';
import { headNoun } from '../editing/defineAt';
import { isEnglish } from '../editing/english';
import { neighboursOf } from '../editing/neighbours';
import { isRunningText } from '../editing/runningText';
import type { Finding, Rule, RuleOptions } from '../rule';
import { isAccepted } from './accepted';
import { isPlural } from './longFormUses';

/** A definition whose two forms differ in number, and a short form before the noun that it ends with. */
export const plural = {
  code: 'abbreviation/plural',
  title: 'Number that does not fit, or a noun said twice',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'The solid electrolyte interphase (SEI) grows. The «SEI interphase» cracks; the SEI heals.',
        fixed: 'The solid electrolyte interphase (SEI) grows. The SEI cracks; the SEI heals.',
      },
      {
        text: 'Lithium-ion batteries («LIB») age. We charge LIBs.',
        fixed: 'Lithium-ion batteries (LIBs) age. We charge LIBs.',
      },
    ],
    good: [
      'Lithium-ion batteries (LIBs) age. An LIB is sealed.',
      'The van der Waals (vdW) gap is wide; a vdW gap closes.',
      'Medical subject headings (MeSH) are sorted; a MeSH term is short.',
      'The supporting document (SD) helps. See SD document and methods.',
      'By Fourier-transform infrared (FT-IR) spectroscopy; FT-IR spectroscopy is fast.',
    ],
  },
  *check({ candidates: file }, manuscript, options) {
    if (!isEnglish(file.parsed.prose)) return;
    for (const abbreviation of manuscript.abbreviations.all) {
      for (const placed of abbreviation.definitions) {
        if (placed.file === file && differsInNumber(placed) && isSaidOfSeveral(abbreviation)) yield numberOf(placed);
      }
      for (const use of abbreviation.uses) {
        const finding = use.file === file ? doubledNoun(use, abbreviation, manuscript, options) : undefined;
        if (finding) yield finding;
      }
    }
  },
} as const satisfies Rule;

/** `van der Waals (vdW)` */
const NAME_OF_SOMEBODY = /(?:^| )\p{Ll}+ \p{Lu}\p{Ll}+$/u;

/** `batteries (LIB)`, in the text; a list or a glossary may hold the one and the text need the other. */
function differsInNumber({ definition, scope }: PlacedDefinition): boolean {
  const { form, short, shortPlural, long, joint } = definition;
  if (form !== 'long-short' || joint || shortPlural || scope === 'heading' || scope === 'title') return false;
  const last = /\p{L}+$/u.exec(long)?.[0] ?? '';
  return isPlural(last) && !OF.test(long) && !NAME_OF_SOMEBODY.test(long) && !/[Ss]$/.test(short);
}

/** `ReLU` and `MeSH` name one thing for all their plural words; of `LIB` somewhere there are several. */
const isSaidOfSeveral = ({ uses, definitions }: Abbreviation): boolean =>
  uses.some(({ plural }) => plural) || definitions.some(({ definition }) => definition.shortPlural);

function numberOf({ file, definition }: PlacedDefinition): Finding {
  const { short, long, source, prose } = definition;
  const several = pluralOfShort(short);
  const canEdit =
    isRunningText(file, prose!.short) && file.parsed.source.slice(source.short.start, source.short.end) === short;
  return {
    span: source.short,
    message: `“${long}” is more than one, “${short}” is one.`,
    fixes: canEdit
      ? [{ title: `Write “${several}”`, edits: [{ uri: file.uri, span: source.short, newText: several }], safe: false }]
      : [],
  };
}

/** `the SEI interphase`, `an XRD diffraction pattern`. */
function doubledNoun(
  use: Use,
  { short }: Abbreviation,
  manuscript: Manuscript,
  options: RuleOptions,
): Finding | undefined {
  const { file, prose: at, managed } = use;
  const { prose, source } = file.parsed;
  if (managed || !isRunningText(file, at)) return undefined;
  const long = meaningOf(use, short, manuscript);
  if (long === undefined || OF.test(long) || isAccepted(short, manuscript, options)) return undefined;
  const around = neighboursOf(prose, at);
  const noun = / /.test(long) ? headNoun(long, around) : undefined;
  // `FT-IR spectroscopy`, `NVT ensemble`: the noun is not among the letters.
  if (noun === undefined || short.at(-1)!.toLowerCase() !== noun[0]!.toLowerCase()) return undefined;
  const written = /^ \p{L}+/u.exec(around.after)![0];
  if (GOES_ON.test(around.after.slice(written.length))) return undefined;
  const whole = span(at.start, at.end + written.length);
  const shown = prose.slice(whole);
  if (!isRunningText(file, whole)) return undefined;
  const place = prose.toSource(whole);
  if (source.slice(place.start, place.end).replace(/[\s~]+/g, ' ') !== shown) return undefined;
  const newText = isPlural(written.trim()) && !use.plural ? pluralOfShort(prose.slice(at)) : prose.slice(at);
  return {
    span: place,
    message: `“${short}” stands for “${long}”: “${written.trim()}” is said twice.`,
    fixes: [{ title: `Write “${newText}”`, edits: [{ uri: file.uri, span: place, newText }], safe: false }],
  };
}

/** `SM materials and methods`: the noun belongs to what comes. */
const GOES_ON = /^ and \p{Ll}+(?=[).,;:]|$| (?:and|in|of|for)\b)/u;

/** The head comes first: in “state of charge”, the charge is not what is meant. */
const OF = /[ -](?:of|for|in|per|to|with)[ -]/;

function meaningOf({ file, prose: at }: Use, short: string, manuscript: Manuscript): string | undefined {
  for (const mention of manuscript.analysis(file.uri)!.mentionsIn(at)) {
    if (mention.kind === 'abbreviation' && mention.short === short) return mention.expansion;
  }
  return undefined;
}

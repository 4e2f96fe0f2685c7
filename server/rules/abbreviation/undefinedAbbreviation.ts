import { pluralOf } from '../../base/plural';
import type { Abbreviation, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { cuesAround, longForm } from '../../manuscript/meaning';
import { isPartOfName } from '../../manuscript/recognise/labels';
import { FORMATS } from '../../text';
import type { Prose } from '../../text/prose';
import { defineAt, headNoun } from '../editing/defineAt';
import { isEnglish } from '../editing/english';
import { neighboursOf, standsAlone } from '../editing/neighbours';
import type { Fix, Rule } from '../rule';
import { isAccepted } from './accepted';
import { isIntroduced } from './introduced';
import { usesIn } from './occurrences';

/**
 * A short form that the text uses and nobody defines. One finding, at the first use. A word that the catalogue does not
 * know has to come twice: once it may be a program, a firm or a sample.
 */
export const undefinedAbbreviation = {
  code: 'abbreviation/undefined',
  title: 'Short form that nobody defines',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The «SEI» grows, and a thick SEI cracks.',
        fixed: 'The solid electrolyte interphase (SEI) grows, and a thick SEI cracks.',
      },
    ],
    good: [
      'The solid electrolyte interphase (SEI) grows, and a thick SEI cracks.',
      'The DNA and the pH are known to everybody.',
    ],
  },
  *check(file, manuscript, options) {
    const parts = partsOfDefined(manuscript);
    for (const abbreviation of manuscript.abbreviations.all) {
      const { short, definitions } = abbreviation;
      if (definitions.length > 0 || parts.has(short) || isOfDefined(short, manuscript)) continue;
      if (isAccepted(short, manuscript, options)) continue;
      const entries = manuscript.catalogue.entriesForShort(short);
      const uses = abbreviation.uses.filter((use) => isRead(use, short, manuscript));
      const first = uses[0];
      if (!first || uses.length < (entries.length > 0 ? 1 : 2)) continue;
      if (first.file.uri !== file.uri) continue;
      if (abbreviation.uses.some((use) => isIntroduced(proseOf(use), use.prose))) continue;
      yield {
        span: first.source,
        message: `“${short}” is used${uses.length > 1 ? ` ${uses.length} times` : ''} but never defined.`,
        ...(uses.length === 1 && { level: 'hint' }),
        fixes: defineHere(first, abbreviation, manuscript),
      };
    }
  },
} as const satisfies Rule;

/** `FIB-SEM`, where both parts are defined. */
function isOfDefined(short: string, { abbreviations }: Manuscript): boolean {
  const family = GRADE.exec(short)?.[1];
  if (family !== undefined && (abbreviations.of(family)?.definitions.length ?? 0) > 0) return true;
  const parts = short.split(JOINTS);
  return parts.length > 1 && parts.every((part) => (abbreviations.of(part)?.definitions.length ?? 0) > 0);
}

/** `NMC811`: the digits are amounts. */
const GRADE = /^(\p{Lu}{2,})[- ]?\d{2,}$/u;

/** `XRD`, where `in situ XRD` is defined. */
const partsOfDefined = ({ abbreviations }: Manuscript): ReadonlySet<string> =>
  new Set(
    [...abbreviations.all].flatMap(({ short, definitions }) => (definitions.length > 0 ? short.split(JOINTS) : [])),
  );

const JOINTS = /[-–/+ ]/;

const proseOf = (use: Use): Prose => use.file.parsed.prose;

/** In running text, a caption, a table or a note, and read as an abbreviation there, not as a formula or part of a name. */
function isRead(use: Use, short: string, manuscript: Manuscript): boolean {
  if (use.managed || !['body', 'float', 'supporting-information'].includes(use.scope)) return false;
  if (isPartOfName(proseOf(use).text, use.prose)) return false;
  const mentions = manuscript.analysis(use.file.uri)?.mentionsIn(use.prose);
  return mentions?.some((m) => m.kind === 'abbreviation' && m.short === short) ?? false;
}

/** The long forms that the catalogue knows, the likeliest first; none in a manuscript that is not in English. */
function defineHere(use: Use, abbreviation: Abbreviation, manuscript: Manuscript): Fix[] {
  const { prose, language } = use.file.parsed;
  const around = neighboursOf(prose, use.prose);
  // Before an earlier use, as one in a name or a heading, it would come too late.
  if (!isEnglish(prose) || !standsAlone(around) || usesIn(abbreviation, use.scope)[0] !== use) return [];
  return longForms(use, abbreviation, manuscript).flatMap((known): Fix[] => {
    const plural = use.plural ? pluralOf(known) : known;
    const noun = headNoun(plural, around);
    const text = noun ? plural.slice(0, -noun.length).trimEnd() : plural;
    if (text === '') return [];
    const whole = (long: string) => `${long} (${prose.slice(use.prose)})`;
    const wording = { long: { text, sure: false }, whole: (long: string) => FORMATS[language].escape(whole(long)) };
    const defined = defineAt(use, wording);
    return defined ? [{ title: `Define here as “${whole(text)}”`, edits: [defined.edit], safe: false }] : [];
  });
}

function longForms(use: Use, { short }: Abbreviation, { catalogue }: Manuscript): readonly string[] {
  const entries = catalogue.entriesForShort(short);
  const likely = catalogue.choose(entries, cuesAround(use.prose, use.file, catalogue));
  return [...new Set([...(likely ? [likely] : []), ...entries].map(longForm))].slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 3;

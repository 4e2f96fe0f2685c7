import { pluralOf } from '../../base/plural';
import type { Abbreviation, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { cuesAround, longForm } from '../../manuscript/meaning';
import { FORMATS } from '../../text';
import { defineAt, headNoun } from '../editing/defineAt';
import { isEnglish } from '../editing/english';
import { neighboursOf, standsAlone } from '../editing/neighbours';
import { uncapitalised } from '../editing/spelling';
import type { Fix } from '../rule';
import { usesIn } from './occurrences';
import { holdsFormula, isInWords } from './synonyms';

/** Definitions in the place of a use: with the manuscript's own long form, else those that the catalogue knows, the likeliest first. */
export const defineHere = (use: Use, abbreviation: Abbreviation, manuscript: Manuscript): Fix[] =>
  rewritings(use, abbreviation, manuscript, (long, short) => `${long} (${short})`).map(({ text, fix }) => ({
    ...fix,
    title: `Define here as “${text}”`,
  }));

/** Long forms in the place of a use, without the short one. */
export const writeOut = (use: Use, abbreviation: Abbreviation, manuscript: Manuscript): Fix[] =>
  rewritings(use, abbreviation, manuscript, (long) => long).map(({ text, fix }) => ({
    ...fix,
    title: `Write out “${text}”`,
  }));

interface Rewriting {
  readonly text: string;
  readonly fix: Omit<Fix, 'title'>;
}

/** None in a compound, where a use before it would come too early, or in a manuscript that is not in English. */
function rewritings(
  use: Use,
  abbreviation: Abbreviation,
  manuscript: Manuscript,
  written: (long: string, short: string) => string,
): Rewriting[] {
  const { prose, format } = use.file.parsed;
  const around = neighboursOf(prose, use.prose);
  // Before an earlier use, as one in a name or a heading, it would come too late.
  if (!isEnglish(prose) || !standsAlone(around) || usesIn(abbreviation, use.scope)[0] !== use) return [];
  return longForms(use, abbreviation, manuscript).flatMap((known): Rewriting[] => {
    const plural = use.plural ? pluralOf(known) : known;
    const noun = headNoun(plural, around);
    const long = noun ? plural.slice(0, -noun.length).trimEnd() : plural;
    if (long === '') return [];
    const whole = (words: string) => written(words, prose.slice(use.prose));
    const defined = defineAt(use, {
      long: { text: long, sure: false },
      whole: (words) => FORMATS[format].escape(whole(words)),
    });
    return defined ? [{ text: whole(long), fix: { edits: [defined.edit], safe: false } }] : [];
  });
}

function longForms(use: Use, { short }: Abbreviation, manuscript: Manuscript): readonly string[] {
  const { abbreviations, catalogue } = manuscript;
  const own = abbreviations.expansion(short);
  if (own) {
    const { long, shortPlural } = own.definition;
    return shortPlural || holdsFormula(own) || !isInWords(own)
      ? []
      : [uncapitalised(long, own.file.parsed.prose, manuscript).text];
  }
  const entries = catalogue.entriesForShort(short);
  const likely = catalogue.choose(entries, cuesAround(use.prose, use.file, catalogue));
  return [...new Set([...(likely ? [likely] : []), ...entries].map(longForm))].slice(0, MOST_OFFERED);
}

const MOST_OFFERED = 3;

import type { Abbreviation, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Scope } from '../../manuscript/scope';
import type { Rule, RuleOptions } from '../rule';
import { isAccepted } from './accepted';
import { writeOut } from './defineHere';
import type { JournalProfile } from './journalProfiles';
import { isIgnored } from './kinds';
import { definitionsIn, isReadAsShortForm } from './occurrences';

/** A short form where the journal that the project file names wants text without: one finding a title, abstract or set of headings. */
export const avoidedByJournal = {
  code: 'abbreviation/avoided-by-journal',
  title: 'Short form where the journal avoids them',
  defaultLevel: 'information',
  examples: {
    bad: [
      { journal: 'nature', text: '---\ntitle: How the «SEI» grows on lithium\n---\n\nFilms grow.' },
      {
        journal: 'nature',
        text: '# Abstract\n\nFilms were studied by «EIS» at rest, as EIS is fast.',
        fixed: '# Abstract\n\nFilms were studied by electrochemical impedance spectroscopy at rest, as EIS is fast.',
      },
    ],
    good: ['---\ntitle: How the SEI grows on lithium\n---\n\nNo journal is named here.'],
  },
  *check({ uri }, manuscript, options) {
    const { journal } = options;
    if (!journal) return;
    for (const abbreviation of manuscript.abbreviations.all) {
      for (const use of avoidedUses(abbreviation, journal, manuscript, options)) {
        if (use.file.uri !== uri) continue;
        yield {
          span: use.source,
          message: `${journal.name} asks for ${PLACE[use.scope]} without ${journal.avoids[use.scope] === 'all' ? '' : 'uncommon '}abbreviations; “${abbreviation.short}” is one.`,
          ...(use.scope !== 'title' && { level: 'hint' as const }),
          fixes: writeOut(use, abbreviation, manuscript),
        };
      }
    }
  },
} as const satisfies Rule;

const PLACE: { readonly [S in Scope]?: string } = { title: 'a title', abstract: 'an abstract', heading: 'headings' };

/**
 * The first use in each scope that the journal keeps free of the short form. One that comes once in the abstract is left to
 * `abbreviation/undefined`, which writes it out.
 */
function* avoidedUses(
  abbreviation: Abbreviation,
  { avoids }: JournalProfile,
  manuscript: Manuscript,
  options: RuleOptions,
): Iterable<Use> {
  const { short, uses } = abbreviation;
  if (isAccepted(short, manuscript, options) || isIgnored(abbreviation, manuscript, options)) return;
  const isUnusual = manuscript.catalogue.entriesForShort(short).length === 0;
  for (const [scope, which] of Object.entries(avoids)) {
    if (which === 'unusual' && !isUnusual) continue;
    const read = uses.filter((use) => isReadAsShortForm(use, short, [scope as Scope], manuscript));
    const isForUndefined = scope === 'abstract' && read.length + definitionsIn(abbreviation, scope).length < 2;
    if (read[0] && !isForUndefined) yield read[0];
  }
}

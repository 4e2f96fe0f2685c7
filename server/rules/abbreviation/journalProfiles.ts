import type { Scope } from '../../manuscript/scope';

/** What the instructions of a journal or publisher say about abbreviations. What they leave open is absent. */
export interface JournalProfile {
  /** For messages: “… asks for”. */
  readonly name: string;
  /** Where short forms are to be avoided: all of them, or those that few readers know. */
  readonly avoids: { readonly [S in Scope]?: 'all' | 'unusual' };
  /** Short forms that need no definition. */
  readonly accepted: readonly string[];
  /** Where that was read. */
  readonly source: string;
}

/** The journals that a project file may name. Publishers whose instructions could not be read are missing. */
export const JOURNAL_PROFILES = {
  acs: {
    name: 'ACS',
    avoids: { title: 'unusual' },
    accepted: [],
    source: 'ACS Energy Letters, Manuscript Submission Requirements Checklist: “Manuscript Title”',
  },
  elsevier: {
    name: 'Elsevier',
    avoids: { title: 'all', abstract: 'unusual' },
    accepted: [],
    source:
      'Elsevier, guides for authors: “Essential title page information” and “Abstract”, the same in many journals',
  },
  ieee: {
    name: 'IEEE',
    avoids: { title: 'all', heading: 'all' },
    accepted: ['IEEE', 'SI', 'MKS', 'CGS', 'ac', 'dc', 'rms'],
    source: 'IEEE conference template: “Abbreviations and Acronyms”',
  },
  nature: {
    name: 'Nature',
    avoids: { title: 'all', abstract: 'all' },
    accepted: [],
    source: 'Nature, guide to authors, manuscript formatting: 1 (summary) and 5.1 (titles)',
  },
  rsc: {
    name: 'RSC',
    avoids: { title: 'unusual' },
    accepted: [],
    source:
      'https://rsc.org/journals-books-databases/author-and-reviewer-hub/authors-information/prepare-and-format/article-content',
  },
} as const satisfies Record<string, JournalProfile>;

export type JournalId = keyof typeof JOURNAL_PROFILES;

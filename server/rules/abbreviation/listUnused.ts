import { standsInText } from '../editing/listEntries';
import { listsOf, removeRow } from '../editing/listRows';
import type { Rule } from '../rule';
import { wordsOf } from './wordsOfText';

/** A row of the list of abbreviations whose short form the text does not use. */
export const listUnused = {
  code: 'abbreviation/list-unused',
  title: 'In the list of abbreviations and nowhere in the text',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: '# Introduction\n\nThe SEI grows.\n\n# Abbreviations\n\n- «CEI»: cathode electrolyte interphase\n- SEI: solid electrolyte interphase\n',
        fixed: '# Introduction\n\nThe SEI grows.\n\n# Abbreviations\n\n- SEI: solid electrolyte interphase\n',
      },
    ],
    good: ['# Introduction\n\nThe SEI grows.\n\n# Abbreviations\n\n- SEI: solid electrolyte interphase\n'],
  },
  *check({ uri }, manuscript) {
    const list = listsOf('list', manuscript).find((l) => l.uri === uri);
    if (!list || !manuscript.files.some(({ parsed }) => parsed.prose.blocks.some(({ part }) => part === 'body')))
      return;
    const words = wordsOf(manuscript);
    for (const { short, shortSpan } of list.rows) {
      const abbreviation = manuscript.abbreviations.of(short);
      if (!abbreviation || standsInText(abbreviation) || words.hasHidden(abbreviation)) continue;
      const removed = removeRow(list, short);
      yield {
        span: shortSpan,
        message: `“${short}” is in the list of abbreviations and nowhere in the text.`,
        unnecessary: true,
        fixes: removed ? [{ title: `Remove “${short}” from the list`, edits: [removed], safe: false }] : [],
      };
    }
  },
} as const satisfies Rule;

import { entryOf } from '../editing/listEntries';
import { addRow, type ExistingList, listsOf } from '../editing/listRows';
import type { Rule } from '../rule';
import { isAccepted } from './accepted';
import { definitionsIn, isWord } from './occurrences';

/** Defined and used in the text, but not in the list of abbreviations, where there is one. */
export const listMissing = {
  code: 'abbreviation/list-missing',
  title: 'Defined in the text and not in the list of abbreviations',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: '# Introduction\n\nThe state of charge («SOC») is set. The SOC falls; the SEI and the CEI grow.\n\n# Abbreviations\n\n- CEI: cathode electrolyte interphase\n- SEI: solid electrolyte interphase\n',
        fixed:
          '# Introduction\n\nThe state of charge (SOC) is set. The SOC falls; the SEI and the CEI grow.\n\n# Abbreviations\n\n- CEI: cathode electrolyte interphase\n- SEI: solid electrolyte interphase\n- SOC: state of charge\n',
      },
    ],
    good: [
      '# Introduction\n\nThe state of charge (SOC) is set. The SOC falls.',
      '# Introduction\n\nIn the separator ($\\text{sep}$) $c_\\text{sep}$ is set.\n\n# Abbreviations\n\n- CEI: cathode electrolyte interphase\n- SEI: solid electrolyte interphase\n',
    ],
  },
  *check({ uri }, manuscript, options) {
    const [list] = listsOf('list', manuscript);
    if (!list || list.rows.length < ROWS_OF_LIST) return;
    for (const abbreviation of manuscript.abbreviations.all) {
      const { short, definitions, uses } = abbreviation;
      const definition = definitionsIn(abbreviation, 'body')[0];
      if (definition?.file.uri !== uri || uses.length === 0 || !isWord(definition)) continue;
      if (definitions.some((d) => d.definition.form === 'list')) continue;
      if (isAccepted(short, manuscript, options, definition.definition.long)) continue;
      yield {
        span: definition.definition.source.short,
        message: `“${short}” is not in the list of abbreviations.`,
        related: [{ uri: list.uri, span: firstRow(list), message: 'The list of abbreviations' }],
        fixes: [
          {
            title: `Add “${short}” to the list of abbreviations`,
            edits: addRow(list, entryOf(definition, manuscript)),
            safe: false,
          },
        ],
      };
    }
  },
} as const satisfies Rule;

/** One row may be anything. */
const ROWS_OF_LIST = 2;

const firstRow = ({ rows }: ExistingList) => rows[0]!.shortSpan;

import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { languageOfBlock } from '../../manuscript/language';
import type { Manuscript } from '../../manuscript/manuscript';
import { ABSTRACTS } from '../../manuscript/scope';
import { shortenDefinition } from '../editing/shortenDefinition';
import type { Fix, Rule } from '../rule';
import { whereIs } from '../whereIs';
import { DEFINING_SCOPES, definitionsIn } from './occurrences';

/** A second definition in one scope. Abstract and body are defined apart; captions, tables and footnotes may stand alone. */
export const definedAgain = {
  code: 'abbreviation/defined-again',
  title: 'Short form defined a second time',
  defaultLevel: 'warning',
  examples: {
    bad: [
      {
        text: 'We add fluoroethylene carbonate (FEC). The «fluoroethylene carbonate (FEC)» is reduced first.',
        fixed: 'We add fluoroethylene carbonate (FEC). The FEC is reduced first.',
      },
    ],
    good: [
      '# Abstract\n\nWe add fluoroethylene carbonate (FEC).\n\n# Introduction\n\nOften fluoroethylene carbonate (FEC) is added.',
      '本项目以机器学习方法预测电池的寿命，基于 Gaussian process regression (GPR) 模型，并与实验结果进行比较。\n\nThis project predicts the life of cells by Gaussian process regression (GPR) and compares it with what was measured.',
      '## A work\n\n**Abstract:** Rare earth elements (REE) are scarce, and REE are costly.\n\n## Another work\n\n**Abstract:** We recover rare earth elements (REE) from magnets. REE last.',
    ],
  },
  *check(file, manuscript) {
    const { abbreviations } = manuscript;
    for (const abbreviation of abbreviations.all) {
      for (const scope of DEFINING_SCOPES) {
        const [first, ...later] = definitionsIn(abbreviation, scope);
        for (const again of later) {
          if (again.file.uri !== file.uri) continue;
          if (!abbreviations.isSameExpansion(again, first!) || areReadApart(first!, again)) continue;
          const { uri } = first!.file;
          const { whole, short } = again.definition.source;
          // A macro that says both forms at each use has been written to do so.
          if (short.start === whole.start && short.end === whole.end) continue;
          yield {
            span: whole,
            message: `“${abbreviation.short}” is defined already in ${whereIs(first!, file.uri)}.`,
            related: [{ uri, span: first!.source, message: `First definition of “${abbreviation.short}”` }],
            fixes: useShortForm(again, manuscript),
          };
        }
      }
    }
  },
} as const satisfies Rule;

/** A text that is there in two languages, paragraph after paragraph, defines in each, and so do abstracts under headings of their own. */
function areReadApart(first: PlacedDefinition, again: PlacedDefinition): boolean {
  const [one, other] = [first, again].map(({ file: { parsed }, prose: { start } }) => {
    const block = parsed.prose.blockAt(start);
    return block && languageOfBlock(parsed.prose, block);
  });
  if (one !== undefined && other !== undefined && one !== other) return true;
  return ABSTRACTS.includes(again.scope) && isHeadingBetween(first, again);
}

const isHeadingBetween = (first: PlacedDefinition, again: PlacedDefinition): boolean =>
  first.file !== again.file ||
  first.file.parsed.prose.blocks.some(
    ({ kind, start }) => kind === 'heading' && start > first.prose.start && start < again.prose.start,
  );

function useShortForm(again: PlacedDefinition, manuscript: Manuscript): Fix[] {
  const shortened = shortenDefinition(again, manuscript);
  if (!shortened) return [];
  return [{ title: `Use “${again.definition.short}” only`, edits: [shortened.edit], safe: shortened.sure }];
}

import type { ProseSpan } from '../../base/span';
import { scriptsOf } from '../../chemistry/typeset';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Markup } from '../../text/format';
import type { Prose } from '../../text/prose';
import { formulaMarkup, isFlat } from '../editing/formulaMarkup';
import { inMarkup } from '../editing/markup';
import { isRunningText } from '../editing/runningText';
import type { Fix, Rule } from '../rule';

/** A formula with its indices on the line, in a manuscript that lowers them. */
export const typeset = {
  code: 'chemistry/typeset',
  title: 'Formula without the subscripts that the others have',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; «LiPF6» is not.',
        fixed: 'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; LiPF~6~ is not.',
      },
    ],
    good: [
      'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; the keys cmpd:Cl4Br and cmpd:2MeOA4Br3 are not.',
      'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; the atoms Cl1 and Cl2, the molecules H1F1 and H2F2 and vdW-DF2 are not.',
      'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; graphs were compared by *VF2*.',
      'LiPF6, LiBF4, Li2O, Li2CO3 and CO2 are all flat, as one LiPF~6~ is not.',
      'LiPF~6~, LiBF~4~, Li~2~O, Li~2~CO~3~ and CO~2~ are set; a torn HfO2- and- word and GaAs115 are not.',
    ],
  },
  *check(file, manuscript) {
    const { candidates } = file;
    const used = markupUsed(manuscript);
    const flat = used ? candidates.formulas.filter((formula) => isFlat(formula, candidates)) : [];
    const isLabel = labelsIn(flat.length > 0 ? file.parsed.prose.text : '');
    for (const { prose: at, formula } of flat) {
      const { prose, format } = file.parsed;
      const span = prose.toSource(at);
      const text = prose.slice(at);
      if (isLabel(text) || formula.composition?.D !== undefined || isSetApart(prose, at)) continue;
      if (KEY.test(prose.text.slice(Math.max(0, at.start - LONGEST_KEY), at.start))) continue;
      const runs =
        isRunningText(candidates, at) && file.parsed.source.slice(span.start, span.end) === text && scriptsOf(text);
      const newText = runs ? inMarkup(runs, used!.markup, format) : undefined;
      if (!runs || newText === undefined || runs.some((run) => run.script === 'normal' && /\d/.test(run.text)))
        continue;
      const fix: Fix = { title: `Set as ${newText}`, edits: [{ uri: file.uri, span, newText }], safe: used!.only };
      yield { span, message: `${text} stands on the line; this manuscript lowers indices elsewhere.`, fixes: [fix] };
    }
  },
} as const satisfies Rule;

/** `\\textit{VF2}`, `*VF2*`: a word in italics by itself is a name, or one that the sentence is about. */
const isSetApart = (prose: Prose, at: ProseSpan): boolean =>
  prose
    .markupAround(at)
    .some(
      ({ start, end, source }) =>
        start === at.start &&
        end === at.end &&
        /^(?:\\(?:textit|emph|textsl)\b|[*_](?![*_])|#emph\b)/.test(prose.source.slice(source.start, source.end)),
    );

/** How the manuscript sets most formulas, and whether it sets nearly all of those in one way; undefined where many are flat. */
function markupUsed(manuscript: Manuscript): { markup: Markup; only: boolean } | undefined {
  const { most, count, set, flat } = formulaMarkup(manuscript);
  if (!most || set < FEWEST || flat * 3 > set) return undefined;
  return { markup: most, only: count >= 0.9 * set };
}

const FEWEST = 5;

/** A colon between letters, and no space since: a key of a command that is not known (`\compound{cmpd:2MeOA4Br}`). */
const KEY = /\p{L}:[^\s:]*$/u;
const LONGEST_KEY = 40;

/**
 * What counts rather than lowers: an index of one (`Mn1`, `H1F1`), and what is beside it (`Cl1 and Cl2`). Nobody writes an index of one in
 * a formula. `D` is a letter of a name (`vdW-DF2`) more often than heavy hydrogen.
 */
function labelsIn(text: string): (formula: string) => boolean {
  const counted = new Set(
    [...text.matchAll(/(?<![\p{L}\d])(?:\p{Lu}\p{Ll}?)+1(?:(?:\p{Lu}\p{Ll}?)+1)*(?![\p{L}\d.])/gu)].map(
      ([word]) => word,
    ),
  );
  return (formula) => /\p{L}1(?![\d.])/u.test(formula) || counted.has(formula.replace(/\d+/g, '1'));
}

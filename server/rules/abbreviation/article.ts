import { span } from '../../base/span';
import type { Occurrence, Use } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { articleBefore, articleOf } from '../editing/article';
import { isEnglish } from '../editing/english';
import { neighboursOf } from '../editing/neighbours';
import { isPlain } from '../editing/runningText';
import type { Finding, Rule } from '../rule';
import { formsShown } from './formsShown';

/** `a` or `an` that does not suit how the short form is read aloud, or the long form that a macro prints in its place. */
export const article = {
  code: 'abbreviation/article',
  title: 'Article that does not suit the short form',
  defaultLevel: 'information',
  examples: {
    bad: [
      {
        text: 'The solid electrolyte interphase (SEI) grows. It takes «a» SEI to stop it; the SEI is thin.',
        fixed: 'The solid electrolyte interphase (SEI) grows. It takes an SEI to stop it; the SEI is thin.',
      },
      {
        text: 'The open-circuit voltage (OCV) rests. «A» OCV that falls tells of a short.',
        fixed: 'The open-circuit voltage (OCV) rests. An OCV that falls tells of a short.',
      },
    ],
    good: [
      'The solid electrolyte interphase (SEI) grows. An SEI is thin, and a CEI is thinner.',
      'The area A SEI is that of the interphase, with A SEI = 2 A CEI: the solid electrolyte interphase (SEI) is thin.',
      'We show a SEM image and an SEM image: both are said.',
      'The open-circuit voltage (OCV) rests; see Fig. A OCV.',
    ],
  },
  *check({ candidates: file }, manuscript) {
    if (!isEnglish(file.parsed.prose)) return;
    const shown = formsShown(manuscript);
    for (const { uses } of manuscript.abbreviations.all) {
      for (const use of uses) {
        if (use.file !== file) continue;
        const words = use.managed ? shown(use) : readAloud(use, manuscript);
        const finding = words === undefined ? undefined : misfit(use, words);
        if (finding) yield finding;
      }
    }
  },
} as const satisfies Rule;

/** The word itself, where it is an abbreviation and not a formula. */
function readAloud({ file, prose: at }: Use, manuscript: Manuscript): string | undefined {
  const mentions = manuscript.analysis(file.uri)!.mentionsIn(at);
  const word = file.parsed.prose.slice(at);
  const isSpelled = mentions.some(({ kind }) => kind === 'abbreviation') && /\p{Lu}.*\p{Lu}/u.test(word);
  return isSpelled ? word : undefined;
}

function misfit({ file, prose: at }: Occurrence, words: string): Finding | undefined {
  const { prose } = file.parsed;
  const { before } = neighboursOf(prose, at);
  const written = articleBefore(before);
  const wanted = articleOf(words);
  if (!written || !wanted || written.toLowerCase() === wanted || isLabel(before)) return undefined;
  const place = span(at.start - written.length - 1, at.start - 1);
  const source = prose.toSource(place);
  if (!isPlain(prose, place) || file.parsed.source.slice(source.start, source.end) !== written) return undefined;
  const newText = written[0] === 'A' ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted;
  return {
    span: source,
    message: `“${newText}” suits “${firstWord(words)}”, as it is read aloud.`,
    fixes: [{ title: `Write “${newText}”`, edits: [{ uri: file.uri, span: source, newText }], safe: true }],
  };
}

/** The letter of a panel: `Figure 2: a SEM image; b …`, `(a SEM, b TEM)`; a capital inside a sentence, which is a symbol: `the area A SE`. */
const isLabel = (before: string): boolean =>
  /(?:[:;(\uFFFC\d]|^|\.) ?a $/.test(before) || (/A $/.test(before) && !BEGINS_SENTENCE.test(before));

/** After a word of small letters and its stop, which is not that of `Fig.`: there A is a word. */
const BEGINS_SENTENCE = /(?:^|(?<!(?:^|\P{L})(?:figs?|refs?|eqs?|vs|ca|cf|no|vol))(?<=\p{Ll}|[)%\uFFFC])[.!?] )A $/iu;

const firstWord = (words: string): string => /^\S+/.exec(words)?.[0] ?? words;

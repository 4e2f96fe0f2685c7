import type { Language } from '../../base/language';
import type { Span } from '../../base/span';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { languageOfBlock } from '../../manuscript/language';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Prose } from '../../text/prose';
import { articleBefore } from './article';
import { type BareDefinition, bareDefinition, isMarkedUp } from './bareDefinition';
import {
  completesWord,
  explains,
  isInName,
  type Neighbours,
  neighboursOf,
  sharesWords,
  standsAlone,
  startsSentence,
} from './neighbours';
import { type Replacement, withArticle } from './replacement';

/** Writes the short form alone in the place of its definition; undefined where something would be lost. */
export function shortenDefinition(placed: PlacedDefinition, manuscript: Manuscript): Replacement | undefined {
  const bare = bareDefinition(placed, manuscript);
  // The markup would go with it.
  return bare && !isMarkedUp(bare.long) ? withoutLongForm(bare, manuscript) : undefined;
}

/** The same for a long form that goes to another place, with its markup. */
export function withoutLongForm(bare: BareDefinition, manuscript: Manuscript): Replacement | undefined {
  const { file, at, source, short, definition } = bare;
  const { prose } = file.parsed;
  const around = neighboursOf(prose, at);
  if (completesWord(around) || explains(around, short) || isCutOff(around, prose, at)) return undefined;
  if (isInName(around, prose.slice(definition.prose!.long))) return undefined;
  const takesCapital = startsSentence(prose, at.start) && /^\p{Ll}/u.test(short);
  const sure = standsAlone(around) && !sharesWords(around) && !takesCapital;
  return withArticle(
    { edit: { uri: file.uri, span: source, newText: short }, sure },
    { file, before: around.before, words: prose.slice(definition.prose!.short) },
    usualArticle(definition.short, manuscript),
  );
}

/** Where adjectives follow their noun, the word before a long form may be its noun: `Si cristalino (c-Si)`. */
function isCutOff({ before }: Neighbours, prose: Prose, at: Span): boolean {
  if (!/(?:\p{L}{5,}|\p{Lu}\p{L}*) $/u.test(before)) return false;
  const language = languageOfBlock(prose, prose.blockAt(at.start)!);
  return language !== undefined && ADJECTIVES_LAST.has(language);
}

const ADJECTIVES_LAST: ReadonlySet<Language> = new Set<Language>(['es', 'fr', 'it', 'pt']);

/** The article that the manuscript itself writes before the short form, where it always writes the same. */
export function usualArticle(short: string, { abbreviations }: Manuscript): 'a' | 'an' | undefined {
  const written = new Set<'a' | 'an'>();
  for (const { file, prose } of (abbreviations.of(short)?.uses ?? []).slice(0, MOST_USES)) {
    const text = file.parsed.prose.text;
    const article = articleBefore(text.slice(Math.max(0, prose.start - 5), prose.start))?.toLowerCase();
    if (article) written.add(article as 'a' | 'an');
  }
  const [article, another] = written;
  return another === undefined ? article : undefined;
}

/** Who writes one article so often writes it always. */
const MOST_USES = 30;

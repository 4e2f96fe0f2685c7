import type { Project } from '../../paper/project';
import type { PlacedDefinition } from '../../paper/register';
import { articleBefore } from './article';
import { type BareDefinition, bareDefinition } from './bareDefinition';
import { completesWord, explains, neighboursOf, sharesWords, standsAlone, startsSentence } from './neighbours';
import { type Replacement, withArticle } from './replacement';

/** Writes the short form alone in the place of its definition; undefined where something would be lost. */
export function shortenDefinition(placed: PlacedDefinition, project: Project): Replacement | undefined {
  const bare = bareDefinition(placed, project);
  return bare && !isMarkedUp(bare) ? withoutLongForm(bare, project) : undefined;
}

/** `\emph{lithium titanate}`, whose markup would go with it. */
const isMarkedUp = ({ long }: BareDefinition): boolean => /[\\*_#{}[\]<>]/.test(long.replace(/\\[ ,]/g, ' '));

/** The same for a long form that goes to another place, with its markup. */
export function withoutLongForm(bare: BareDefinition, project: Project): Replacement | undefined {
  const { reading, at, source, short, definition } = bare;
  const { prose } = reading.manuscript;
  const around = neighboursOf(prose, at);
  if (completesWord(around) || explains(around)) return undefined;
  const takesCapital = startsSentence(prose, at.start) && /^\p{Ll}/u.test(short);
  const sure = standsAlone(around) && !sharesWords(around) && !takesCapital;
  return withArticle(
    { edit: { uri: reading.uri, span: source, newText: short }, sure },
    { reading, before: around.before, words: prose.slice(definition.prose!.short) },
    usualArticle(definition.short, project),
  );
}

/** The article that the manuscript itself writes before the short form, where it always writes the same. */
function usualArticle(short: string, { readings, register }: Project): 'a' | 'an' | undefined {
  const written = new Set<'a' | 'an'>();
  for (const { file, prose } of (register.of(short)?.uses ?? []).slice(0, MOST_USES)) {
    const text = readings[file]!.manuscript.prose.text;
    const article = articleBefore(text.slice(Math.max(0, prose.start - 5), prose.start))?.toLowerCase();
    if (article) written.add(article as 'a' | 'an');
  }
  const [article, another] = written;
  return another === undefined ? article : undefined;
}

/** Who writes one article so often writes it always. */
const MOST_USES = 30;

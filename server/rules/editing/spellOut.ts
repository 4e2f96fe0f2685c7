import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { bareDefinition } from './bareDefinition';
import { neighboursOf, sharesWords, standsAlone } from './neighbours';
import type { Replacement } from './replacement';

/** Writes the long form alone in the place of its definition; undefined where something would be lost. */
export function spellOut(placed: PlacedDefinition, manuscript: Manuscript): Replacement | undefined {
  const bare = bareDefinition(placed, manuscript);
  if (!bare?.longFirst) return undefined;
  const { file, source, long, at } = bare;
  const around = neighboursOf(file.parsed.prose, at);
  return {
    edit: { uri: file.uri, span: source, newText: long },
    sure: standsAlone(around) && !sharesWords(around),
  };
}

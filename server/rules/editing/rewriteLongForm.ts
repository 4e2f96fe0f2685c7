import type { Edit } from '../../base/edit';
import { pluralOf } from '../../base/plural';
import { overlaps } from '../../base/span';
import type { PlacedDefinition } from '../../manuscript/abbreviationIndex';
import { FORMATS } from '../../text';
import { neighboursOf, startsSentence } from './neighbours';
import { withArticle } from './replacement';
import { isPlain, isRunningText } from './runningText';
import { capitalised } from './spelling';

/** A long form, and whether it is one of several things. */
export interface LongForm {
  readonly text: string;
  readonly plural: boolean;
}

/**
 * Writes another long form in a definition, in the number and with the capital that its place needs. Undefined where the
 * place is neither running text nor a row of a list, where a formula would be lost, or where the number does not fit.
 */
export function rewriteLongForm({ file, definition }: PlacedDefinition, { text, plural }: LongForm): Edit | undefined {
  const { prose, format } = file.parsed;
  if (!definition.prose || definition.joint || (plural && !definition.shortPlural)) return undefined;
  const { long: at } = definition.prose;
  const block = prose.blockAt(at.start)!;
  const isRow = definition.form === 'list' && at.end <= block.end && isPlain(prose, at) && prose.isWhole(at);
  if (!isRow && !isRunningText(file, at)) return undefined;
  if (prose.slice(at) !== definition.long || file.formulas.some((formula) => overlaps(formula.prose, at)))
    return undefined;
  const inNumber = definition.shortPlural && !plural ? pluralOf(text) : text;
  const words = !isRow && startsSentence(prose, at.start) ? capitalised(inNumber).text : inNumber;
  const edit = { uri: file.uri, span: definition.source.long, newText: FORMATS[format].escape(words) };
  return withArticle({ edit, sure: false }, { file, before: neighboursOf(prose, at).before, words }).edit;
}

import type { Edit } from '../../base/edit';
import { span } from '../../base/span';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import { articleBefore, articleOf } from './article';
import { isEnglish } from './english';
import type { Neighbours } from './neighbours';

/** Words in the place of others. */
export interface Replacement {
  readonly edit: Edit;
  /** The sentence is certain to be right with them, without being read again. */
  readonly sure: boolean;
}

/**
 * The edit, with the article before the place where that must change: `an SEI` → `a solid electrolyte interphase (SEI)`. `usual` is
 * the one that the manuscript writes where letters do not tell.
 */
export function withArticle(
  { edit, sure }: Replacement,
  { file: { parsed }, before, words }: { file: FileCandidates; before: Neighbours['before']; words: string },
  usual?: 'a' | 'an',
): Replacement {
  const article = articleBefore(before);
  if (!article || !isEnglish(parsed.prose)) return { edit, sure };
  const wanted = articleOf(words) ?? usual;
  if (wanted === undefined) return { edit, sure: false };
  if (article.toLowerCase() === wanted) return { edit, sure };
  const { start, end } = edit.span;
  const typed = new RegExp(`${article}([\\s~]+)$`).exec(parsed.source.slice(0, start).slice(-LONGEST_BLANK));
  if (!typed) return { edit, sure: false };
  const newArticle = article[0] === 'A' ? wanted[0]!.toUpperCase() + wanted.slice(1) : wanted;
  const newText = newArticle + typed[1] + edit.newText;
  return { edit: { ...edit, span: span(start - typed[0].length, end), newText }, sure };
}

/** An article, and what may part it from its noun. */
const LONGEST_BLANK = 20;

import { once } from '../../base/once';
import type { Prose } from '../../text/prose';

/**
 * True for a text in English, where words look the same in every sentence and the catalogue's long forms fit. Told by
 * the small words of its first pages.
 */
export const isEnglish = once(({ text }: Prose): boolean => {
  const start = text.slice(0, FIRST_PAGES);
  return count(start, ENGLISH) >= count(start, OTHERS);
});

const count = (text: string, words: RegExp): number => text.match(words)?.length ?? 0;

const FIRST_PAGES = 20_000;
const ENGLISH = /(?<!\p{L})(?:the|of|and|is|are|was|were|with|by|for|we)(?!\p{L})/giu;
const OTHERS =
  /(?<!\p{L})(?:der|das|und|ist|wird|im|mit|von|le|les|des|du|est|et|une|el|los|las|una|del|es|il|gli|che|di|della|het|een|van|o|os|um|uma|é|och|är|og|er)(?!\p{L})|[\p{Script=Han}\p{Script=Cyrillic}]{2}/giu;

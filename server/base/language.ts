/** Languages that texts are told apart by. */
export const LANGUAGES = ['en', 'de', 'nl', 'fr', 'es', 'it', 'pt', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of a text by its small words; undefined where they do not tell. */
export function languageOf(text: string): Language | undefined {
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 5) return 'zh';
  const words =
    text
      .slice(0, ENOUGH)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best: Language | undefined;
  let most = 0;
  let isTie = false;
  for (const [language, small] of SMALL_WORDS) {
    const count = words.filter((word) => small.has(word)).length;
    isTie = count === most ? count > 0 : isTie && count < most;
    if (count > most) [best, most] = [language, count];
  }
  return most > 0 && !isTie ? best : undefined;
}

/** UTF-16 units that tell a language. */
const ENOUGH = 2_000;

const SMALL_WORDS: readonly (readonly [Language, ReadonlySet<string>])[] = (
  [
    ['en', 'the of and to in is that for with as was were are by on from this which be at an'],
    ['de', 'der die das und ist in von mit den des dem ein eine nicht auf werden wird im für als zu sich durch bei'],
    ['nl', 'de het een van en in is op te dat die voor met zijn aan niet worden wordt door bij als uit ook naar'],
    ['fr', 'le la les des de et est une un dans du que qui pour par sur au aux avec ce cette nous on'],
    ['es', 'el la los las de y es una un en del que por para con se no al lo como su más'],
    ['it', 'il lo gli di è una del che per con non della sono nel alla più'],
    ['pt', 'os é uma um em do da que por para com não ao são foi pela'],
  ] as const
).map(([language, words]) => [language, new Set(words.split(' '))]);

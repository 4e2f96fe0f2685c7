/**
 * True for a line that names a published work, as lists of references do without a heading and footnotes do anywhere:
 * `[1] B. Writer, "A title", J. Cells 2, 3 (2012).` It begins with a number or its authors, ends with numbers or an
 * address, and gives a year with volume and page or with a title in quotes.
 */
export function isCitedWork(paragraph: string): boolean {
  if (paragraph.length > LONGEST) return false;
  const [number = ''] = NUMBER.exec(paragraph) ?? [];
  const line = paragraph.slice(number.length).trimEnd();
  if (!YEAR.test(line)) return false;
  if (MARKED.test(line)) return true;
  if (!ENDS_AS_WORK.test(line.slice(-ENDING))) return false;
  const title = BEGINS_WITH_TITLE.exec(line)?.[0];
  const placed = VOLUME_AND_PAGE.test(line.slice(title?.length ?? 0));
  if (BEGINS_WITH_AUTHOR.test(line)) return placed || (QUOTED.test(line) && !SAYS_SOMETHING.test(withoutQuotes(line)));
  return title !== undefined && placed && !SAYS_SOMETHING.test(withoutQuotes(line));
}

/** The mark that Chinese lists give each kind of work after its title (GB/T 7714): `题名[J].`, `题名[EB/OL].` */
const MARKED = /(?<=\p{L}{2} ?)\[(?:[JMDCPRNSGZA]|DB|CP|EB)(?:\/(?:OL|CD|DK|MT))?\] ?(?:[.．,，:：]|\/\/|$)/u;

const LONGEST = 1_500;
const ENDING = 120;

/** `[1]`, also as a mark of the prose, `1.`, `(1)`, `•` */
const NUMBER = /^[\s\uFFFC]*(?:[-*•–] )?(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])?[\s\uFFFC]*/;

const YEAR = /(?<!\d)(?:1[89]|20)\d\d(?!\d)/;

/** `… 23 (2011)`, `… 2012, 3, 4.`, `… doi:10.1000/1` */
const ENDS_AS_WORK = /(?:\d[a-z]?|\d[\])]|\bpress)[.;,]?$|\bdoi\b|https?:\/\/\S+$|\uFFFC[.;]?$/i;

const INITIALS = '(?:\\p{Lu}\\p{L}?\\.[- ]?){1,4}';
const SURNAME = "(?:(?:van|von|de|der|den|la|da|di|del|le) ){0,2}\\p{Lu}[\\p{L}'’‐-]+";
const NEXT = '(?:,|;|:|\\.| and | & | et al)';

/** `王明, 李华, 等.` */
const CHINESE_AUTHORS = '\\p{Script=Han}{2,4}(?:[,，、] ?\\p{Script=Han}{1,4}){0,8}[.．,，] ?(?=[\\p{L}\\p{N}])';

/** `A. Writer,`, `Writer, A. and`, `Writer AB,`, `Ada Writer,` */
const BEGINS_WITH_AUTHOR = new RegExp(
  `^(?:${CHINESE_AUTHORS}|${INITIALS} ?${SURNAME}${NEXT}|${SURNAME}, ?${INITIALS}|${SURNAME} \\p{Lu}{1,3}${NEXT}|${SURNAME}(?: ${INITIALS}| \\p{Lu}\\p{Ll}+)? ${SURNAME}(?:,| et al)|${SURNAME},? et al[.,]{1,2} )`,
  'u',
);

const BEGINS_WITH_TITLE = /^["“„«‘][^"”“»’]{8,300}["”“»’][,.]?/;
const QUOTED = /["“„«‘][^"”“»]{8,300}["”“»’]/;
const withoutQuotes = (line: string): string => line.replace(new RegExp(QUOTED, 'g'), '');

/** `1, 23 (2011)`, `126 (12), 2047–2051`, `2012, 3, 4`, `126:2047`, `vol. 3`, `pp. 23` */
const VOLUME_AND_PAGE =
  /(?<![\d.])\d{1,4} ?(?:\(\d{1,3}(?:[-–]\d{1,3})?\))? ?[,:] ?(?:pp?\. ?|Art(?:icle|\.) ?(?:No\. ?)?)?[A-Za-z]{0,2}\d{1,7}(?: ?[-–—]+ ?[A-Za-z]{0,2}\d{1,7})?(?= ?[,.;(]|$)|\b(?:vol\.|pp?\.|no\.) ?\d/i;

/** Words of a sentence about the work, which the work alone does not hold. */
const SAYS_SOMETHING =
  /\b(?:is|are|was|were|has|have|we|our|show(?:s|ed|n)?|reported|proposed|introduced|called|describes?d?)\b/i;

import { partOfHeading } from './parts';
import type { DocumentPart } from './prose';

/*
 * What the shape of a line says where no markup does: plain text, and Markdown made from a PDF.
 * Each function takes one line or paragraph without the white space around it, and looks at its beginning only.
 */

/**
 * Level of a heading that stands alone on its line: `2.1. Formation of the film` (2), `Abbreviations` (1);
 * undefined for a line that reads like a sentence, a list item or a name.
 */
export function plainHeadingLevel(line: string): number | undefined {
  if (line.length > LONGEST_HEADING || line.length < 3) return undefined;
  const numbered = /^(\d{1,2}(?:\.\d{1,2}){0,3})\.? +/.exec(line);
  if (numbered) {
    const text = line.slice(numbered[0].length);
    if (!/^[\p{Lu}(]/u.test(text) || /[.;,]$|\d{5}/.test(text)) return undefined;
    return numbered[1]!.split('.').length;
  }
  const name = line.toLowerCase().replace(/[:.]$/, '');
  return BODY_HEADINGS.has(name) || (/^\p{Lu}/u.test(line) && partOfHeading(line) !== undefined) ? 1 : undefined;
}

/** A label that opens a part within its line: `Keywords: lithium metal · …`, `Abstract: …`. */
export function labelledPart(paragraph: string): { readonly part: DocumentPart; readonly end: number } | undefined {
  const colon = paragraph.slice(0, LONGEST_LABEL).search(/:/);
  if (colon < 0) return undefined;
  const part = partOfHeading(paragraph.slice(0, colon));
  return part && /\S/.test(paragraph.slice(colon + 1, colon + 9)) ? { part, end: colon + 1 } : undefined;
}

/**
 * `Figure 3. …`, `Fig. 1 | …`, `FIG. 2 Growth …`, `TABLE II: …`, `Scheme S1 …`; without a number where panels or a permission
 * tell: `a) … b) …`. Not `Figure 3 shows …`.
 */
export const isCaption = (paragraph: string): boolean =>
  NUMBERED_CAPTION.test(paragraph.slice(0, 120)) || isPanelCaption(paragraph.slice(0, 600));

const NUMBERED_CAPTION =
  /^(?:Supplementary |Supporting |Extended Data )?(?:Figure|FIGURE|Fig\.?|FIG\.?|Table|TABLE|Scheme|SCHEME|Chart|CHART) ?(?:S[-. ]?)?(?:\d{1,3}(?:\.\d{1,3})?[a-z]?|[IVX]{1,5})(?:[.:|)]| \|| {2}|[—–](?= ?\p{Lu}(?!\d))| (?=\p{Lu}(?!.{0,40} (?:shows?|lists?|illustrates?|presents?|reveals?|displays?|compares?|gives?) )))/u;

function isPanelCaption(start: string): boolean {
  if (!start.includes('b) ')) return false;
  const a = start.search(/(?:^|[ (])a\) /);
  const b = start.search(/[ (]b\) /);
  return a >= 0 && b > a && (a === 0 || /Reproduced (?:with permission|from)|Copyright \d{4}/.test(start));
}

/** One entry of a reference list: `- [1] M. Armand, …`, `[12] …`, `3. Kamaya, N. et al. … (2011).` */
export function isBibliographyItem(line: string): boolean {
  const number = /^(?:[-*] )?(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}\.) ?/.exec(line);
  return number !== null && /(?:^|\D)(?:1[89]|20)\d\d(?:\D|$)/.test(line.slice(number[0].length, LONGEST_ITEM));
}

/** Affiliation, e-mail, dates, licence, biography: about the authors and the journal, not about the matter. */
export function isFrontMatter(paragraph: string): boolean {
  const start = paragraph.slice(0, 300);
  return (
    FRONT_MATTER_BEGINNINGS.test(start) ||
    (start.includes('@') && /\be-?mail: ?\S+@|^[\w.+-]+@[\w-]+\.[\w.]+$/i.test(start)) ||
    /©|\([cC]\) 20\d\d|[cC]reative[cC]ommons\.org/.test(start) ||
    (isAffiliation(start) && !isBibliographyItem(start)) ||
    isBiography(start)
  );
}

/** Names between commas, with affiliation marks: `A. Smith,^[a] B. Jones*^[b] and C.-D. Li`. At least two people. */
export function isAuthorLine(line: string): boolean {
  if (line.length > LONGEST_AUTHOR_LINE || !BEGINS_LIKE_NAME.test(line) || /[:;?!]/.test(line)) return false;
  const names = line
    .replace(/\^?\{[^{}]*\}|\^?\[[^[\]]*\]|\^[^ ,]*|[*†‡§+]|[¹²³⁴⁵⁶⁷⁸⁹⁰⁺⁻]/g, ' ')
    .split(/,|&amp;|&| and /)
    .map((name) => name.replace(/(?:^|\s)\d+/g, '').trim())
    .filter((name) => name.length > 0);
  return names.length > 1 && names.every(isPersonName);
}

/** Two to five words that begin with capitals: `Ying Shirley Meng`, `J.-M. Tarascon`, `R. van der Berg`. */
function isPersonName(name: string): boolean {
  const words = name.split(/\s+/);
  if (words.length < 2 || words.length > 5) return false;
  return words.every((word) => /^\p{Lu}[\p{L}.'’‐-]*$/u.test(word) || NAME_PARTICLES.has(word));
}

/** A place of work: `[a] Institute of …`, `1 Department of …, University of …, 20742, USA.` */
function isAffiliation(start: string): boolean {
  const text = start.replace(/^(?:[-*] )?(?:\[[^\]]{1,4}\] ?\+?|\d{1,2} )/, '');
  const marked = text.length < start.length;
  if (marked && /^(?:Dr\.|Prof\.|[A-Z]\.)[ -]/.test(text)) return true;
  return (
    WORKPLACES.test(text.slice(0, 60)) &&
    (/^(?:The )?(?:Department|School|Institute|Faculty|College|Laboratory|Division|Centre|Center|Key|State|National)\b/.test(
      text,
    )
      ? /,|University|\d{5}/.test(text) || text.length < 80
      : text.length < 80 && !/\b(?:is|are|was|were|we|have|has|at the)\b/.test(text))
  );
}

/** `Jane Doe received her PhD in chemistry from …`: a name, then a verb of careers, then a degree or a post. */
function isBiography(start: string): boolean {
  if (!BEGINS_LIKE_NAME.test(start)) return false;
  const name = BEFORE_CAREER_VERB.exec(start)?.[0];
  if (name === undefined || !isPersonName(name)) return false;
  return /\b(?:degree|Ph\.? ?D|doctorate|Doctor|Professor|professor|Bachelor|Master|B\.? ?Sc|M\.? ?Sc|postdoc\w*|student|researcher|fellow)\b/.test(
    start,
  );
}

const LONGEST_HEADING = 120;
const LONGEST_LABEL = 50;
const LONGEST_ITEM = 2000;
const LONGEST_AUTHOR_LINE = 1500;

const BODY_HEADINGS: ReadonlySet<string> = new Set([
  'introduction',
  'background',
  'theory',
  'methods',
  'method',
  'methodology',
  'experimental',
  'experimental section',
  'experimental methods',
  'experimental procedures',
  'materials and methods',
  'computational details',
  'computational methods',
  'results',
  'results and discussion',
  'discussion',
  'conclusion',
  'conclusions',
  'conclusion and outlook',
  'conclusions and outlook',
  'summary',
  'summary and outlook',
  'outlook',
  'perspective',
  'perspectives',
]);

const FRONT_MATTER_BEGINNINGS =
  /^(?:- )?(?:(?:Manuscript |Revised manuscript |Accepted manuscript |Version of record )?(?:received|revised|accepted|published|online)\b[^.]{0,20}:|E-?mail:|DOI:|https?:\/\/doi\.org|doi:|How to cite\b|Cite this\b|Correspondence\b|\*? ?Corresponding author|The ORCID|ORCID\b|(?:\[.{1,4}\] ?)?These authors contributed|Supporting information (?:for this article|is available)|Check for updates|Downloaded from)/i;

const WORKPLACES =
  /\b(?:University|Universität|Université|Universidad|Universiteit|Institute|Institut|Department|School of|Faculty of|College of|Laboratory|Laboratories|Academy of Sciences|Research Cent(?:er|re))\b/;

const BEFORE_CAREER_VERB = /^\S+(?: \S+){1,5}?(?= (?:obtained|received|earned|completed|studied|is|was) )/;

const PARTICLES = ['van', 'von', 'de', 'der', 'den', 'la', 'da', 'di', 'del', 'dos', 'el', 'al'];
const NAME_PARTICLES: ReadonlySet<string> = new Set(PARTICLES);

/** A capital, and a second word that a sentence would not have there; or a mark, which may be before a name. */
const BEGINS_LIKE_NAME = new RegExp(`^(?:\\P{L}|\\p{Lu}\\S*\\s+(?:\\P{Ll}|(?:${PARTICLES.join('|')})\\s))`, 'u');

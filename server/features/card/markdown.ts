import { md, raw } from '../../base/markdown';
import { shortLabel } from '../../bibliography/format';
import { typesetFormula } from '../../chemistry/typeset';
import type { Catalogue } from '../../knowledge/catalogue';
import type { Species } from '../../knowledge/species';
import { foldName } from '../../knowledge/spelling';
import { type Card, cardOf, remarksOf, type Statement } from './card';
import { identifiersOf } from './identifiers';
import { image } from './image';
import { printMarks } from './marks';
import { typesetText } from './typesetText';
import { type CardWork, isPartial } from './works';

export interface CardOptions {
  /** The structure drawing, as `image` says. */
  readonly drawing: boolean;
  readonly references: boolean;
  /** How the text writes the species: the first line begins with it. */
  readonly written?: WrittenForm;
  /** Markdown to be below the first line. */
  readonly note?: string;
  /** Target of the link that cites a reference; undefined where the reader cannot follow it. */
  readonly citeLink?: (key: string) => string | undefined;
  /** Target of the link that opens the whole card; undefined where the reader cannot follow it. */
  readonly openLink?: (id: string) => string;
}

/** A name, a short form or a formula, as a reader sees it. */
export interface WrittenForm {
  readonly text: string;
  readonly isFormula: boolean;
}

/** The card of a species as Markdown. */
export function cardMarkdown(species: Species, catalogue: Catalogue, options: CardOptions): string {
  const card = cardOf(species, catalogue);
  const first = `${options.drawing ? drawing(species.id, catalogue) : ''}${firstLine(card, options.written)}`;
  return [
    options.note === undefined ? first : `${first}  \n${options.note}`,
    card.statements.map(statement).join(' '),
    table(card),
    [options.references ? worksLine(card.works, options) : '', pages(species, options)]
      .filter((line) => line !== '')
      .join(' · '),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function firstLine({ heading, species }: Card, written?: WrittenForm): string {
  const set = (part: string) => (part === species.formula ? typesetFormula(part) : part);
  const own = written && (written.isFormula ? typesetFormula(written.text) : written.text);
  const rest = written ? heading.filter((part) => !isSame(part, written.text)).map(set) : heading.map(set);
  const [first = species.id, ...others] = own === undefined ? rest : [own, ...rest];
  return [md`**${first}**`, ...others.map((part) => md`${part}`)].join(' · ');
}

const isSame = (a: string, b: string): boolean => foldName(a) === foldName(b);

function drawing(id: string, catalogue: Catalogue): string {
  const svg = catalogue.drawing(id);
  return svg ? image(svg, { alt: 'structure', height: Math.min(HIGHEST, heightOf(svg)) }) : '';
}

/** px of a drawing beside a card. */
const HIGHEST = 84;

const heightOf = (svg: string): number => Number(/ height="(\d+)"/.exec(svg)![1]);

const statement = ({ text, cites }: Statement): string => md`${typesetText(text)}${raw(marks(cites))}`;

/** The whole card, which has all pages; where it cannot be opened, the pages. */
const pages = (species: Species, { openLink }: CardOptions): string =>
  openLink
    ? md`[Open card](${raw(openLink(species.id))})`
    : identifiersOf(species)
        .filter(({ url, label }) => url && !label.startsWith('EMMO'))
        .map(({ label, url }) => md`[${label}](${raw(url!)})`)
        .join(' · ');

/** ` [1–4]` in one line, with the brackets escaped so that they are not a link. */
const marks = (cites: readonly number[]): string =>
  cites.length > 0 ? ` \\[${printMarks(cites).replaceAll(' ', '\u00a0')}\\]` : '';

function table({ rows }: Card): string {
  if (rows.length === 0) return '';
  const lines = rows.map((row) => {
    const value = md`${row.value}${raw(marks(row.cites))}`;
    const isShort = row.value.length <= LONGEST_LINE;
    return md`| ${raw(inOneLine(md`${row.label}`))} | ${raw(isShort ? inOneLine(value) : value)} | ${typesetText(remarksOf(row))} |`;
  });
  return ['| | | |', '|---|---|---|', ...lines].join('\n');
}

/** Characters of a value that is not broken: every line more makes the row higher. */
const LONGEST_LINE = 26;

/** A line may break at spaces and after dashes. */
const inOneLine = (markdown: string): string => markdown.replaceAll(' ', '\u00a0').replaceAll('–', '–\u2060');

/**
 * `[1] Peled 1979 (cite) · [2] …`: short labels of the works, each with a link that cites it; where it cannot be printed, one that
 * cites what says the same, unless that is among the works itself.
 * Which entries are incomplete is said on the card, or here where it cannot be opened.
 */
export const worksLine = (
  works: readonly CardWork[],
  { citeLink, openLink }: Pick<CardOptions, 'citeLink' | 'openLink'>,
): string =>
  works
    .map((work, i) => {
      const label = work.reference ? shortLabel(work.reference) : work.key;
      const partial = isPartial(work) && !openLink ? [md`entry incomplete`] : [];
      const isElse = work.citable?.key !== work.key && works.some(({ key }) => key === work.citable?.key);
      const remarks = [...partial, ...(isElse ? [] : cite(work, citeLink))].join('; ');
      return md`\\[${i + 1}\\] ${label}${raw(remarks && ` (${remarks})`)}`;
    })
    .join(' · ');

function cite({ key, citable }: CardWork, citeLink: CardOptions['citeLink']): string[] {
  const link = citable && citeLink?.(citable.key);
  if (!link) return [];
  return [md`[${citable.key === key ? 'cite' : `cite ${shortLabel(citable)} instead`}](${raw(link)})`];
}

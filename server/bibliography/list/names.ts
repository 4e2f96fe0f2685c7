import { initialsOf } from '../initials';
import type { Author } from '../reference';

/** How the names of authors are written in a list of references. */
export interface NameForm {
  /** `A. Ahn`, not `Ahn, A.` */
  readonly initialsFirst: boolean;
  /** Between the parts of one name. */
  readonly within: string;
  /** `.` or nothing. */
  readonly stop: string;
  readonly between: string;
  readonly beforeLast: string;
}

const INITIALS = String.raw`(?:\p{Lu}\.[-~ ]?)+`;
const FAMILY = String.raw`(?:\p{Ll}+[~ ])*\p{Lu}[\p{L}'’-]+`;
const GLUE = String.raw`(?:(?:[,;])?[~ ](?:and|&|\\&)[~ ]|[,;][~ ])`;
const FIRST = new RegExp(`^(${INITIALS})([~ ]?)${FAMILY}(?:(${GLUE})${INITIALS}[~ ]?${FAMILY})*`, 'u');
const LAST = new RegExp(
  `^${FAMILY}(,?[~ ])(?:${INITIALS}|\\p{Lu}{1,3}(?=[,;. ]))(?:(${GLUE})${FAMILY},?[~ ](?:${INITIALS}|\\p{Lu}{1,3}(?=[,;. ])))*`,
  'u',
);

/** In place of more names: `, et al.`, ` \emph{et al.}` */
const ET_AL = /^,?[\s~]+(?:\\(?:emph|textit)\{|\*)?et[\s~]+al\.?(?:\}|\*)?/;

/** The names at the start of an item, and how they are written. */
export function readNames(item: string): { length: number; form: NameForm } | undefined {
  const first = FIRST.exec(item);
  const found = first ?? LAST.exec(item);
  if (!found) return undefined;
  const [names] = found;
  const glue = [...names.matchAll(new RegExp(GLUE, 'gu'))].map(([text]) => text);
  const joined = first ? glue : glue.filter((text) => text !== found[1]);
  const conjunction = joined.find((text) => /and|&/.test(text));
  const between = joined.find((text) => !/and|&/.test(text)) ?? (first || found[1]!.trim() === '' ? ', ' : '; ');
  return {
    length: names.trimEnd().length + (ET_AL.exec(item.slice(names.trimEnd().length))?.[0].length ?? 0),
    form: {
      initialsFirst: first !== null,
      within: first ? (first[1]!.endsWith('~') ? '~' : ' ') : found[1]!,
      stop: first || /\p{Lu}\./u.test(names) ? '.' : '',
      between,
      beforeLast: conjunction ?? between,
    },
  };
}

/** The authors at the start of an item. */
export function namesIn(item: string): Author[] {
  const found = readNames(item);
  if (!found) return [];
  const { initialsFirst, within, between } = found.form;
  const names = item.slice(0, found.length);
  // `Ahn, A., Beck, B.`: the comma within a name is the one between names.
  const parts = names.split(initialsFirst || within.trim() !== between.trim() ? ANY_GLUE : AFTER_INITIALS);
  return parts.flatMap((name): Author[] => {
    const given = GIVEN.exec(name);
    const family = name
      .replace(GIVEN, '')
      .replace(/[,\s]+$/, '')
      .trim();
    return family === '' ? [] : [{ family, ...(given && { given: given[0].trim() }) }];
  });
}

const ANY_GLUE = new RegExp(GLUE, 'u');
const AFTER_INITIALS = new RegExp(`(?<=\\p{Lu}\\.?)${GLUE}`, 'u');
const GIVEN = new RegExp(`^${INITIALS}(?=\\p{L})|(?<=[\\s~,])(?:${INITIALS}|\\p{Lu}{1,3})$`, 'u');

const MOST_NAMES = 10;

export function writeNames(
  authors: readonly Author[],
  more: boolean | undefined,
  form: NameForm,
  tex: (text: string) => string,
): string {
  const names = authors.slice(0, MOST_NAMES).map((author) => oneName(author, form, tex));
  if (more || authors.length > MOST_NAMES) return `${names.join(form.between)}${form.between}et al.`;
  const last = names.pop() ?? '';
  // `A. Ahn, B. Beck, and C. Cho` has a comma that two names do not need.
  const conjunction =
    names.length === 1 && form.initialsFirst ? form.beforeLast.replace(/^,(?=.*(?:and|&))/, '') : form.beforeLast;
  return names.length === 0 ? last : names.join(form.between) + conjunction + last;
}

function oneName(
  { family, given, suffix }: Author,
  { initialsFirst, within, stop }: NameForm,
  tex: (text: string) => string,
): string {
  const name = tex([family, suffix].filter(Boolean).join(' '));
  if (!given) return name;
  const initials = initialsOf(given)
    .map((letters) => letters.map((letter) => letter + stop).join(stop === '' ? '' : '-'))
    .join(stop === '' ? '' : within === '~' ? '~' : ' ');
  return initialsFirst ? `${tex(initials)}${within}${name}` : `${name}${within}${tex(initials)}`;
}

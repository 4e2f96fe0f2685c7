import type { Refusal } from '../../../base/refusal';
import { span } from '../../../base/span';
import type { PlainKeys } from '../../citing/citing';
import { type Begun, type CitationForm, type CitedWork, noPrefix } from '../../citing/form';
import type { ParsedFile } from '../../parsedFile';
import { typstEscape } from '../escape';

/** `@a @b`. Marks that follow each other are one group in print, so that none is joined. */
export const typstForm = ({ source }: ParsedFile): CitationForm => ({
  marks: (works) => unprefixed(works) ?? works.map(mark),
  textual: (works) => unprefixed(works) ?? works.map((work) => call(work, ', form: "prose"')),
  joined: () => undefined,
  isBracketed: ({ span: { start, end } }) => !/form: "(?:prose|author|year|full)"/.test(source.slice(start, end)),
  begun: (caret, works) => begun(source, caret, works),
});

function unprefixed(works: readonly CitedWork[]): Refusal | undefined {
  const prefix = works.find((work) => work.prefix !== undefined)?.prefix;
  return prefix === undefined ? undefined : noPrefix('Typst', prefix);
}

/** `@‸`, `#cite(<‸>)`, `#cite(‸)` */
function begun(source: string, caret: number, works: readonly CitedWork[]): Begun | undefined {
  if (unprefixed(works)) return undefined;
  const [first, ...others] = works as readonly [CitedWork, ...CitedWork[]];
  const [before, after] = [source.slice(Math.max(0, caret - 10), caret), source.slice(caret, caret + 2)];
  const more = others.map((work) => ` ${mark(work)}`).join('');
  const hasLocator = first.locator !== undefined;
  if (/(?:^|\s)@$/.test(before) && !/^[\p{L}\p{N}_[]/u.test(after) && isLabel(first.key)) {
    const locator = hasLocator ? `[${content(first.locator)}]` : '';
    return { at: caret, text: first.key + locator + more, whole: span(caret - 1, caret) };
  }
  const open = /#cite\((<?)$/.exec(before);
  const isClosed = open?.[1] ? /^>[,)]/.test(after) && isLabel(first.key) && !hasLocator : after.startsWith(')');
  if (!open || !isClosed || others.length > 0) return undefined;
  const text = open[1] ? first.key : argumentsOf(first);
  return { at: caret, text, whole: span(caret - open[0].length, source.indexOf(')', caret) + 1) };
}

const mark = (work: CitedWork): string =>
  isLabel(work.key) && work.locator === undefined ? `@${work.key}` : call(work);

const call = (work: CitedWork, more = ''): string => `#cite(${argumentsOf(work)}${more})`;

/** `<a>, supplement: [p. 3]` */
const argumentsOf = ({ key, locator }: CitedWork): string =>
  label(key) + (locator === undefined ? '' : `, supplement: [${content(locator)}]`);

/** Text that reads as itself between brackets, where a line may begin a list or a heading. A tie that was typed stays one. */
const content = (text: string): string =>
  text
    .replace(/[ \u00A0]?~/g, '\u00A0')
    .split('\\')
    .map(typstEscape)
    .join('\\\\')
    .replace(/\/(?=[/*])|^[-+=/]|(?<=^\d+)\./g, '\\$&')
    .replaceAll('\u00A0', '~');

/** A key that is not a label in Typst's syntax is quoted. */
const label = (key: string): string => (isLabel(key) ? `<${key}>` : `label("${key.replace(/["\\]/g, '\\$&')}")`);

const isLabel = (key: string): boolean => LABEL.test(key);
const LABEL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.:-]*[\p{L}\p{N}_-])?$/u;

export const typstKeys: PlainKeys = { has: isLabel, words: 'in Typst: letters, digits, “_”, “-”, “.” and “:” only' };

import { contains, type ProseSpan, type Span } from '../../base/span';
import type { Use } from '../../manuscript/abbreviationIndex';
import type { FileCandidates } from '../../manuscript/fileCandidates';
import { findComposites } from '../../manuscript/recognise/composites';
import type { Prose } from '../../text/prose';
import { isMarkedUp } from './bareDefinition';
import { isEnglish } from './english';
import {
  followsSymbol,
  isBracketed,
  isCompound,
  keepsForm,
  type Neighbours,
  neighboursOf,
  standsAlone,
  startsSentence,
} from './neighbours';
import { type Replacement, withArticle } from './replacement';
import { isRunningText } from './runningText';
import { capitalised, type Spelling } from './spelling';

/** A definition to be written: its long form as it goes inside a sentence, and how the two forms are put together. */
export interface Wording {
  readonly long: Spelling;
  readonly whole: (long: string) => string;
}

/**
 * Writes a definition in the place of the short form. Undefined where that is not running text, or where the short form
 * is a part of something: `LTO|Li`, `@HSE06`, `EIS (see below)`. Never sure in a compound.
 */
export function defineAt({ file, prose: at, source }: Use, { long, whole }: Wording): Replacement | undefined {
  const { prose, source: typed } = file.parsed;
  if (!isRunningText(file, at) || typed.slice(source.start, source.end) !== prose.slice(at)) return undefined;
  const around = neighboursOf(prose, at);
  if ((!standsAlone(around) && !isCompound(around)) || followsSymbol(around)) return undefined;
  if (!standsAlone(around) && isPartOfMaterial(file, at)) return undefined;
  if (/^\s?\(/.test(around.after) || repeats(long.text, around)) return undefined;
  if (isInBox(prose, at) || (isMarkedUp(whole(long.text)) && isEmphasised(prose, at))) return undefined;
  const spelled = startsSentence(prose, at.start) ? capitalised(long.text) : long;
  const sure =
    long.sure && spelled.sure && standsAlone(around) && !isBracketed(around) && (isEnglish(prose) || keepsForm(around));
  return withArticle(
    { edit: { uri: file.uri, span: source, newText: whole(spelled.text) }, sure },
    { file, before: around.before, words: spelled.text },
  );
}

/** `\mbox{SEI}`, which no line can end in. */
const isInBox = (prose: Prose, at: ProseSpan): boolean =>
  prose.markupAround(at).some(({ source: { start } }) => BOX.test(prose.source.slice(start, start + 12)));
const BOX = /^\\(?:[mf]box|(?:make|frame)box)(?![A-Za-z])/;

/** `\emph{SEI}`: emphasis within emphasis would undo it. */
const isEmphasised = (prose: Prose, at: ProseSpan): boolean =>
  prose.markupAround(at).some(({ start, end }) => start === at.start && end === at.end);

/** `PEO` of `SnO2-PEO`, which is read as one material. */
const isPartOfMaterial = ({ parsed, formulas }: FileCandidates, at: Span): boolean =>
  findComposites(parsed.prose, formulas).some(({ prose }) => contains(prose, at));

/** `in the NVT ensemble`, where the long form ends with the word that comes: the ending of a definition before its head noun. */
export const headNoun = (long: string, { after }: Neighbours): string | undefined => {
  const next = /^ (\p{L}+)/u.exec(after)?.[1];
  const last = /\p{L}+$/u.exec(long)?.[0];
  return next !== undefined && last !== undefined && stem(next) === stem(last) ? last : undefined;
};

/** After the first word of the long form, or all of it: `in the scanning SEM`, `scanning electron microscopy SEM`. */
const repeats = (long: string, around: Neighbours): boolean => {
  const previous = /(\p{L}+) $/u.exec(around.before)?.[1];
  const ends = [/^\p{L}+/u, /\p{L}+$/u].flatMap((end) => end.exec(long) ?? []);
  return (
    headNoun(long, around) !== undefined ||
    (previous !== undefined && ends.some((word) => stem(previous) === stem(word)))
  );
};

const stem = (word: string): string => word.toLowerCase().replace(/(?:ies|y|es|s)$/, '');

import { readTexFragment } from '../../text/latex/latex';
import { ACCENTS } from '../../text/latex/symbols';
import { HAS_HTML, htmlToTex } from './htmlToTex';
import { LETTERS, level, lowered, raised, SYMBOLS } from './texSymbols';

/**
 * A BibTeX value as a reader sees it: Unicode, one line, free of TeX.
 * `{L}i$_7${L}a$_3$` → `Li₇La₃`, `M{\"u}ller` → `Müller`, `2047--2051` → `2047–2051`, `\ce{LiPF6}` → `LiPF₆`.
 * Unknown commands vanish and leave their arguments; in math their names stay, since a formula without them is another one. Exporters that escape twice, `\{APS\}`, are read twice, so that
 * neither brace nor backslash is ever left. Linear; never throws.
 */
export function detex(value: string): string {
  if (!NEEDS_READING.test(value)) return value;
  const tex = value.replace(OTHER_THAN_MATH, '$1').replace(QUANTITY, asPrinted);
  const once = read(HAS_HTML.test(tex) ? htmlToTex(tex) : tex);
  return oneLine(/[\\{}]/.test(once) ? read(once).replace(/[\\{}]/g, '') : once);
}

/** Exports of the APS write each accent twice; group 1 is the one for text. */
const OTHER_THAN_MATH = /\\ifmmode[^$]{0,100}?\\else\s*([^$]{0,100}?)\s*\\fi(?:\{\})?/g;

/** Numbers and units of siunitx: `\SI{25}{\celsius}`. */
const QUANTITY = /\\(?:SI|si|qty|unit|num|ang)(?:\[[^\][]{0,100}\])?(?:\{[^{}]{0,100}\}){1,2}/g;

/** As the manuscript's own quantities are read, so that every unit is known here too. */
function asPrinted(tex: string): string {
  const prose = readTexFragment(tex);
  const characters = [...prose.text.trimEnd()];
  return characters.map((character, at) => (prose.scriptAt(at) === 'super' ? raised(character) : character)).join('');
}

const read = (value: string): string => new TexReader(value).read();
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Anything that does not stand for itself, or a space too many. */
const NEEDS_READING = /[\\{}$~`<&\t\n\r\v\f]|--|''| {2}|^ | $/;

type Action = (text: string) => string;

interface Group {
  /** What was read before the group began. */
  readonly before: string;
  readonly action: Action | undefined;
  readonly chemical: boolean;
}

/** Deeper nesting is flattened, which keeps hostile input linear. */
const MAX_DEPTH = 40;

const keep: Action = (text) => text;
const drop: Action = () => '';

class TexReader {
  private at = 0;
  private out = '';
  private math = false;
  private readonly groups: Group[] = [];
  /** Waits for its argument: the next group, command or character. */
  private pending: Action[] = [];
  private chemical = false;

  constructor(private readonly source: string) {}

  read(): string {
    while (this.at < this.source.length) this.step();
    while (this.groups.length > 0) this.close();
    return this.out;
  }

  private step(): void {
    const character = this.source[this.at]!;
    if (character === '\\') this.command();
    else if (character === '{') this.open();
    else if (character === '}') this.endGroup();
    else if (character === '$') this.toggleMath();
    else if ((this.math || this.chemical) && (character === '_' || character === '^')) this.script(character);
    else if (!LIGATURE_START.has(character) || !this.ligature()) this.plain();
  }

  private open(): void {
    this.at++;
    const action = this.takePending();
    const deep = this.groups.length >= MAX_DEPTH;
    this.groups.push({ before: this.out, action: deep ? undefined : action, chemical: this.chemical });
    this.out = '';
  }

  private endGroup(): void {
    this.at++;
    if (this.groups.length > 0) this.close();
  }

  private close(): void {
    const group = this.groups.pop()!;
    this.chemical = group.chemical;
    this.pending = [];
    this.out = group.before + (group.action ? group.action(this.out) : this.out);
  }

  private toggleMath(): void {
    this.at++;
    this.math = !this.math;
  }

  private script(character: string): void {
    this.at++;
    this.pending.push(character === '_' ? lowered : raised);
  }

  /** Characters that stand for themselves, as many as there are; only one where a command waits for its argument. */
  private plain(): void {
    if (this.pending.length > 0) {
      const character = String.fromCodePoint(this.source.codePointAt(this.at)!);
      this.at += character.length;
      if (!/\s/.test(character)) this.emit(character);
      return;
    }
    const start = this.at++;
    SPECIAL.lastIndex = this.at;
    this.at = SPECIAL.test(this.source) ? SPECIAL.lastIndex - 1 : this.source.length;
    this.out += this.source.slice(start, this.at);
  }

  /** `--`, quotation marks and ties; true where there was one. */
  private ligature(): boolean {
    if (this.pending.length > 0) return false;
    for (const [written, read] of this.math ? TIE : LIGATURES) {
      if (!this.source.startsWith(written, this.at)) continue;
      this.at += written.length;
      this.out += read;
      return true;
    }
    return false;
  }

  private command(): void {
    const name = this.commandName();
    this.at += 1 + name.length;
    const isWord = /^[A-Za-z]/.test(name);
    if (isWord) while (this.source[this.at] === ' ' || this.source[this.at] === '\n') this.at++;
    const accent = ACCENTS.get(name);
    const character = LETTERS.get(name) ?? SYMBOLS.get(name);
    if (accent !== undefined && !(isWord && this.math)) this.pending.push((text) => accented(text, accent));
    else if (character !== undefined) this.emit(character);
    else if (!isWord) this.emit(CONTROL_SYMBOLS.get(name) ?? name);
    else this.commandWithArgument(name);
  }

  /** Letters, or the one character after the backslash. */
  private commandName(): string {
    let end = this.at + 1;
    while (isLetter(this.source.charCodeAt(end))) end++;
    return this.source.slice(this.at + 1, Math.max(end, this.at + 2));
  }

  private commandWithArgument(name: string): void {
    if (this.source[this.at] !== '{' && name !== 'textsubscript' && name !== 'textsuperscript') {
      if (this.math && !SILENT.has(name)) this.emit(this.source[this.at - 1] === ' ' ? `${name} ` : name);
      return;
    }
    if (name === 'textsubscript') this.pending.push(lowered);
    else if (name === 'textsuperscript') this.pending.push(raised);
    else if (name === 'ce' || name === 'ch') {
      this.pending.push(chemicalScripts);
      this.open();
      this.chemical = true;
    } else if (DROPPED.has(name)) this.pending.push(drop);
  }

  private emit(text: string): void {
    const action = this.takePending();
    this.out += action ? action(text) : text;
  }

  private takePending(): Action | undefined {
    const actions = this.pending.slice(-3);
    this.pending = [];
    return actions.length === 0
      ? undefined
      : actions.reduceRight<Action>((inner, outer) => (text) => outer(inner(text)), keep);
  }
}

/** Where a run of plain characters ends. */
const SPECIAL = /[\\{}$_^~`'-]/g;

const LIGATURE_START: ReadonlySet<string> = new Set([..."~-`'"]);
const TIE: readonly (readonly [string, string])[] = [['~', ' ']];
const LIGATURES: readonly (readonly [string, string])[] = [
  ...TIE,
  ['---', '—'],
  ['--', '–'],
  ['``', '“'],
  ["''", '”'],
  ['`', '‘'],
];

/** `\&` and the like stand for themselves; these do not. */
const CONTROL_SYMBOLS: ReadonlyMap<string, string> = new Map([
  [' ', ' '],
  ['\n', ' '],
  ['\\', ' '],
  [',', ' '],
  [':', ' '],
  [';', ' '],
  ['!', ''],
  ['-', ''],
  ['/', ''],
  ['(', ''],
  [')', ''],
  ['[', ''],
  [']', ''],
]);

/** Their first argument is nothing to read. */
const DROPPED: ReadonlySet<string> = new Set(
  'href hspace vspace color textcolor fontsize label index phantom hphantom vphantom thanks foreignlanguage'.split(' '),
);

/** Fonts, sizes and spacing: there is nothing to read of them in math either. */
const SILENT: ReadonlySet<string> = new Set(
  'left right big Big bigl bigr Bigl Bigr middle limits nolimits displaystyle textstyle scriptstyle rm bf it sf tt sl em cal mit boldmath unboldmath mathrm mathbf mathit mathsf mathtt text textrm mbox ensuremath protect relax nobreak null hfill noindent nobreakspace thinspace'.split(
    ' ',
  ),
);

const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

function accented(text: string, accent: string): string {
  const first = text[0] === 'ı' ? 'i' : text[0] === 'ȷ' ? 'j' : text[0];
  return first === undefined ? '' : (first + accent).normalize('NFC') + text.slice(1);
}

/** Inside `\ce{…}`: digits after a letter or bracket are indices, a sign at the end is a charge. A fraction has no lowered form, and then none is lowered. */
const chemicalScripts: Action = (text) =>
  (/\d\/\d/.test(text) ? level(text) : text.replace(/(?<=[A-Za-z)\]])\d+(?:\.\d+)?/g, lowered))
    .replace(/(?<=[A-Za-z)\]₀-₉])[+-](?=$|[\s,;)])/g, raised)
    .replace(/->/g, '→');

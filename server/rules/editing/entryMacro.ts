import type { Span } from '../../base/span';
import type { Manuscript } from '../../manuscript/manuscript';
import type { GlossaryUse, ParsedFile } from '../../text/parsedFile';

/** The form of an entry that its use needs. */
export interface EntryForm {
  readonly plural: boolean;
  /** The first letter of a long form is a capital. */
  readonly capital: boolean;
}

/** How a manuscript uses its glossary in a way that defines at the first use. */
export interface EntryMacros {
  /** Keys that are used so. */
  readonly keys: ReadonlySet<string>;
  /** The use of an entry as the manuscript writes others; undefined where it has none to follow. */
  write(key: string, form: EntryForm): string | undefined;
}

interface Model {
  readonly typed: string;
  readonly key: string;
  readonly command: string;
  readonly form: EntryForm;
}

/** Undefined where the manuscript uses no entry in a way that defines at the first use. */
export function entryMacros(manuscript: Manuscript): EntryMacros | undefined {
  const models = modelsIn(manuscript);
  if (models.length === 0) return undefined;
  return {
    keys: new Set(models.map(({ key }) => key)),
    write(key, form) {
      const same = models.find((model) => isSame(model.form, form));
      const typed = same ?? models.map((model) => varied(model, form)).find((model) => model !== undefined);
      return typed?.typed.replace(typed.key, () => key);
    },
  };
}

const isSame = (a: EntryForm, b: EntryForm): boolean => a.plural === b.plural && a.capital === b.capital;

const modelsIn = ({ files }: Manuscript): Model[] =>
  files.flatMap(({ parsed }) =>
    parsed.glossaryUses
      .filter(({ shows }) => shows === 'first-full')
      .flatMap((use): Model[] => {
        const typed = typedUse(use, parsed);
        const form = formOf(use.command, typed);
        const isClear = typed.split(use.key).length === 2 && form !== undefined;
        return isClear ? [{ typed, key: use.key, command: use.command, form }] : [];
      }),
  );

/** `[+sei]`, of which the use is `+sei`. */
function typedUse({ span: { start, end } }: GlossaryUse, { source }: ParsedFile): string {
  const isBracketed =
    source[start - 1] === '[' && source[end] === ']' && source[start] === '+' && source[end + 1] !== '{';
  return isBracketed ? source.slice(start - 1, end + 1) : source.slice(start, end);
}

/** Commands that show one form, then its plural, with a capital, and both. */
const FAMILIES: readonly (readonly (string | undefined)[])[] = [
  ['\\gls', '\\glspl', '\\Gls', '\\Glspl'],
  ['\\ac', '\\acp', '\\Ac', '\\Acp'],
  ['\\ab', '\\abp', '\\Ab', '\\Abp'],
  ['\\acr', '\\acrs'],
  ['#gls', '#glspl', '#Gls', '#Glspl'],
  ['#acr', '#acrpl', '#acrcap'],
  ['#ac', '#acp'],
  ['#abbr.a', '#abbr.pla'],
];

/** The form that a use shows as it is typed; undefined of one that is not known. */
export function formOf(command: string, typed: string): EntryForm | undefined {
  for (const family of FAMILIES) {
    const i = family.indexOf(command);
    if (i >= 0) return { plural: i % 2 === 1, capital: i > 1 };
  }
  if (command === '@') return { plural: /:pl/.test(typed), capital: /^@\p{Lu}\p{Ll}/u.test(typed) };
  if (command === '+') return /\{/.test(typed) ? undefined : { plural: false, capital: false };
  return command === 'acr' ? { plural: typed.includes('plural=true'), capital: false } : undefined;
}

/** Another form in the command that belongs to the one of the model. */
function varied({ typed, key, command, form }: Model, wanted: EntryForm): Model | undefined {
  if (form.plural || form.capital) return undefined;
  const family = FAMILIES.find((names) => names[0] === command);
  const name = family?.[(wanted.plural ? 1 : 0) + (wanted.capital ? 2 : 0)];
  if (name && typed.startsWith(command) && !/^\w/.test(typed.slice(command.length)))
    return { typed: name + typed.slice(command.length), key, command, form: wanted };
  if (wanted.capital) return undefined;
  if (command === '@' && !typed.includes(':')) return { typed: `${typed}:pl`, key, command, form: wanted };
  if (command === '+') return { typed: `[+${key}]{.plural}`, key, command, form: wanted };
  if (command === 'acr') return { typed: typed.replace(key, `${key} plural=true`), key, command, form: wanted };
  return undefined;
}

/** False where letters or brackets around the place would be read as parts of the macro: `@sei-based`, `@sei[1]`, `#gls("sei")(see)`. */
export function fits(macro: string, source: string, { start, end }: Span): boolean {
  const after = source.slice(end, end + 20);
  if (/^[@+]/.test(macro))
    return (
      !/[\p{L}\p{N}\])}]$/u.test(source.slice(Math.max(0, start - 1), start)) &&
      !/^(?:\[|[:.-]*[\p{L}\p{N}_-])/u.test(after)
    );
  return !macro.startsWith('#') || !/^(?:[([]|\.[\p{L}_])/u.test(after);
}

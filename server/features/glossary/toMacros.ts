import type { Edit, Plan } from '../../base/edit';
import { withoutPluralS } from '../../base/plural';
import type { Refusal } from '../../base/refusal';
import type { Abbreviation, PlacedDefinition, Use } from '../../manuscript/abbreviationIndex';
import { entryOf } from '../../manuscript/entries';
import type { Manuscript } from '../../manuscript/manuscript';
import { definitionsIn, isBefore, usesIn } from '../../rules/abbreviation/occurrences';
import { isTyped } from '../../rules/abbreviation/plainInsteadOfMacro';
import { bareDefinition } from '../../rules/editing/bareDefinition';
import { type EntryMacros, entryMacros, fits } from '../../rules/editing/entryMacro';
import { definesAtFirstUse, isReset } from '../../rules/editing/firstForm';
import { addEntry, type ExistingList, listsOf } from '../../rules/editing/listRows';
import { startsSentence } from '../../rules/editing/neighbours';
import { isRunningText } from '../../rules/editing/runningText';
import { uncapitalised } from '../../rules/editing/spelling';

/**
 * Declares an abbreviation that the text defines, and writes the macros of the glossary in the place of its definition and its uses.
 * What is read stays the same: the abstract, headings, captions, tables and footnotes, where a package would count otherwise, keep
 * their words.
 */
export function planMacros(short: string, manuscript: Manuscript): Plan | Refusal {
  const abbreviation = manuscript.abbreviations.of(short);
  const macros = entryMacros(manuscript);
  if (!abbreviation || !macros)
    return { refused: 'The manuscript uses no entry of a glossary that could be followed.' };
  if (isReset(manuscript))
    return { refused: 'A command resets the glossary: where it prints the long form is not known.' };
  const [definition, ...again] = definitionsIn(abbreviation, 'body');
  if (!definition) return { refused: `The text does not define “${short}”.` };
  if (again.length > 0) return { refused: `The text defines “${short}” more than once: keep one definition first.` };
  const long = longForm(definition, manuscript);
  if (typeof long !== 'string') return long;
  const declared = declare(short, long, macros, manuscript);
  if ('refused' in declared) return declared;
  const first = firstUse(definition, declared.key, macros, manuscript);
  if ('refused' in first) return first;
  const early = usesIn(abbreviation, 'body').find((use) => isBefore(use, definition));
  if (early) return { refused: `“${short}” is used before it is defined: move its definition first.` };
  return { edits: [...declared.edits, first, ...laterUses(abbreviation, declared.key, macros)], creates: [] };
}

/** In the singular and as inside a sentence, which is how a glossary has it. */
function longForm(placed: PlacedDefinition, manuscript: Manuscript): string | Refusal {
  const bare = bareDefinition(placed, manuscript);
  const { short, shortPlural } = placed.definition;
  if (!bare?.longFirst || bare.short.trim() !== (shortPlural ? `${short}s` : short))
    return { refused: `The definition of “${short}” holds more than its two forms.` };
  const { prose } = placed.file.parsed;
  const typed = bare.long.replace(/\s+/g, ' ');
  const inside = startsSentence(prose, bare.at.start) ? uncapitalised(typed, prose, manuscript) : undefined;
  if (inside && !inside.sure) return { refused: `It is not certain how “${typed}” is written inside a sentence.` };
  const long = inside?.text ?? typed;
  const singular = shortPlural ? withoutPluralS(long) : long;
  return singular ?? { refused: `The plural “${long}” is not one that a glossary makes by itself.` };
}

interface Declared {
  readonly key: string;
  readonly edits: readonly Edit[];
}

/** In the first list that the text works with and that shows how an entry is written. */
function declare(short: string, long: string, { keys }: EntryMacros, manuscript: Manuscript): Declared | Refusal {
  const known = manuscript.files.flatMap(({ parsed }) => parsed.declarations).find((d) => d.short === short);
  if (known && !definesAtFirstUse(known, manuscript))
    return { refused: 'The style of the glossary prints another first form.' };
  if (known)
    return known.long === long ? { key: known.key, edits: [] } : { refused: `The glossary says “${known.long}”.` };
  const isUsed = ({ parsed }: ExistingList): boolean =>
    parsed.declarations.some((entry) => keys.has(entry.key) && definesAtFirstUse(entry, manuscript));
  const taken = (key: string): boolean =>
    entryOf(key, manuscript) !== undefined || manuscript.files.some(({ parsed }) => parsed.termKeys.has(key));
  for (const list of listsOf('declaration', manuscript).filter(isUsed)) {
    const added = addEntry(list, { short, long }, taken);
    if (added) return added;
  }
  return { refused: `No entry of the glossary shows how one for “${short}” is to be written.` };
}

function firstUse(placed: PlacedDefinition, key: string, macros: EntryMacros, manuscript: Manuscript): Edit | Refusal {
  const { file, prose, source, definition } = placed;
  const { long } = bareDefinition(placed, manuscript)!;
  const capital = startsSentence(file.parsed.prose, prose.start) && /^\p{Lu}\p{Ll}/u.test(long);
  const newText = macros.write(key, { plural: definition.shortPlural, capital });
  if (newText === undefined || !fits(newText, file.parsed.source, source))
    return { refused: `The macros of the manuscript have no form that fits the definition of “${definition.short}”.` };
  return { uri: file.uri, span: source, newText };
}

const laterUses = (abbreviation: Abbreviation, key: string, macros: EntryMacros): Edit[] =>
  usesIn(abbreviation, 'body').flatMap((use: Use) => {
    const { file, prose, source, plural, managed } = use;
    const newText = macros.write(key, { plural, capital: false });
    if (managed || newText === undefined || !isRunningText(file, prose) || !isTyped(use)) return [];
    return fits(newText, file.parsed.source, source) ? [{ uri: file.uri, span: source, newText }] : [];
  });

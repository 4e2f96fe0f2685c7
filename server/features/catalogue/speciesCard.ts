import { doiUrl } from '../../bibliography/doi';
import { formatReference, shortLabel } from '../../bibliography/format';
import { typesetFormula } from '../../chemistry/typeset';
import type { Catalogue } from '../../knowledge/catalogue';
import type { SpeciesClass } from '../../knowledge/species';
import { cardOf, type Statement } from '../card/card';
import { identifiersOf } from '../card/identifiers';
import { typesetText } from '../card/typesetText';
import { type CardWork, isPartial } from '../card/works';
import { bundledId } from '../citations/workIds';

/** The whole card of a species as plain texts, for a client that sets them itself. Formulas have Unicode indices. */
export interface SpeciesCard {
  readonly id: string;
  readonly class: SpeciesClass;
  /** Abbreviation, name, formula, molar mass, as far as they are known. */
  readonly heading: readonly string[];
  readonly otherNames: readonly string[];
  readonly statements: readonly Statement[];
  readonly rows: readonly CardRow[];
  readonly identifiers: readonly { readonly label: string; readonly url?: string }[];
  /** In the order of the numbers that statements and rows cite, from 1. */
  readonly references: readonly CardReference[];
  /** SVG without script, link or style sheet. */
  readonly drawing?: string;
}

export interface CardRow {
  readonly label: string;
  readonly value: string;
  readonly conflict: boolean;
  readonly conditions: string;
  readonly cites: readonly number[];
}

export interface CardReference {
  /** Cites it: an id for `interphase/insertCitation`. Absent where there is nothing that can be printed. */
  readonly id?: string;
  /** The work that `id` cites, where that is another one that says the same. */
  readonly instead?: string;
  /** A list of references could not print all of it. */
  readonly incomplete?: true;
  readonly label: string;
  readonly text: string;
  readonly url?: string;
}

export function speciesCard(id: string, catalogue: Catalogue): SpeciesCard | undefined {
  const species = catalogue.byId(id);
  if (!species) return undefined;
  const card = cardOf(species, catalogue, { all: true });
  const drawing = catalogue.drawing(id);
  return {
    id,
    class: species.class,
    heading: card.heading.map((part) => (part === species.formula ? typesetFormula(part) : part)),
    otherNames: card.otherNames,
    statements: card.statements.map(({ text, cites }) => ({ text: typesetText(text), cites })),
    rows: card.rows.map(({ label, value, conflict, conditions, cites }) => {
      return { label, value, conflict, conditions: typesetText(conditions), cites };
    }),
    identifiers: identifiersOf(species),
    references: card.works.map(referenceOf),
    ...(drawing !== undefined && { drawing }),
  };
}

function referenceOf(work: CardWork): CardReference {
  const { key, reference, citable } = work;
  if (!reference) return { label: key, text: key };
  const url = reference.doi ? doiUrl(reference.doi) : reference.url;
  return {
    ...(citable && { id: bundledId(citable.key) }),
    ...(citable && citable.key !== key && { instead: shortLabel(citable) }),
    ...(isPartial(work) && { incomplete: true }),
    label: shortLabel(reference),
    text: formatReference(reference),
    ...(url !== undefined && { url }),
  };
}

import { once } from '../../base/once';
import { flat } from '../../base/script';
import { type Composition, compositionKey } from '../../chemistry/composition';
import { parseFormula } from '../../chemistry/formula';
import { chargeBalance } from '../../chemistry/oxidation';
import { slipBetween } from '../../chemistry/slips';
import type { Catalogue } from '../../knowledge/catalogue';
import type { Manuscript } from '../../manuscript/manuscript';
import { flatText } from './written';

/** A formula that can be trusted to be right. */
export interface KnownFormula {
  /** In flat text. */
  readonly text: string;
  readonly key: string;
  /** Written in this manuscript. */
  readonly where: boolean;
  readonly isElectrode: boolean;
  /** The catalogue knows it, or its charges cancel. Of alloys and organic molecules that cannot be said. */
  readonly isSure: boolean;
}

/** Formulas of neutral compounds that the catalogue or the manuscript knows. */
export class KnownFormulas {
  readonly all: readonly KnownFormula[];
  private readonly counts = new Map<string, number>();
  /** Formulas that hold an element. */
  private readonly elements = new Map<string, number>();

  constructor(manuscript: Manuscript) {
    const own = new Map<string, KnownFormula>();
    for (const { formulas, parsed } of manuscript.files) {
      for (const { formula, prose } of formulas) {
        const { composition, charge } = formula;
        if (!composition || charge !== 0) continue;
        const key = compositionKey(composition);
        this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
        const elements = Object.keys(composition);
        for (const element of elements) this.elements.set(element, (this.elements.get(element) ?? 0) + 1);
        const text = flatText(parsed.prose.slice(prose));
        if (elements.length < 2 || own.has(text)) continue;
        const isKnown = manuscript.catalogue.byComposition(composition).length > 0;
        const balance = chargeBalance(composition);
        if (isKnown || balance?.balanced !== false)
          own.set(text, { text, key, where: true, isElectrode: false, isSure: isKnown || balance !== undefined });
      }
    }
    const bundled = catalogueFormulas(manuscript.catalogue).map((known) => ({ ...known, where: own.has(known.text) }));
    const texts = new Set(bundled.map(({ text }) => text));
    this.all = [...bundled, ...[...own.values()].filter(({ text }) => !texts.has(text))];
  }

  /** The electrode that the text is except for one small letter, where an element that this brings in comes nowhere else: LiNO2. */
  lostLetter(text: string, elements: readonly string[]): readonly KnownFormula[] | undefined {
    const meant = this.all.filter(
      (known) =>
        known.isElectrode && known.text.length === text.length + 1 && slipBetween(text, known.text) === 'letter',
    );
    const [only] = meant;
    const isStrange = elements.some((element) => this.elements.get(element) === 1);
    return only && isStrange && new Set(meant.map(({ key }) => key)).size === 1 ? [only] : undefined;
  }

  uses(composition: Composition): number {
    return this.counts.get(compositionKey(composition)) ?? 0;
  }

  find(text: string): KnownFormula | undefined {
    return this.all.find((known) => known.text === text);
  }

  byKey(key: string): KnownFormula | undefined {
    return this.all.find((known) => known.key === key);
  }
}

export const knownFormulas = once((manuscript: Manuscript) => new KnownFormulas(manuscript));

const catalogueFormulas = once((catalogue: Catalogue): readonly KnownFormula[] =>
  catalogue.allSpecies.flatMap(({ formula, formulas = [], class: of }) =>
    [...(formula ? [formula] : []), ...formulas].flatMap((text) => {
      const read = parseFormula(flat(text));
      if (!read.ok || !read.formula.composition || read.formula.charge !== 0) return [];
      if (Object.keys(read.formula.composition).length < 2) return [];
      return {
        text,
        key: compositionKey(read.formula.composition),
        where: false,
        isElectrode: of === 'positive-electrode',
        isSure: true,
      };
    }),
  ),
);

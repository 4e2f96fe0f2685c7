import { once } from '../../base/once';
import { lowerBound } from '../../base/span';
import { eachWord } from '../../base/words';
import type { Abbreviation } from '../../manuscript/abbreviationIndex';
import type { Manuscript } from '../../manuscript/manuscript';
import { type Scope, scopeOf } from '../../manuscript/scope';
import type { Prose } from '../../text/prose';

/** Words with a capital in the manuscript, those in math and tables too; not in references and lists of abbreviations. */
class Words {
  private readonly counts = new Map<string, number>();
  private readonly ordered: readonly string[];

  constructor({ files }: Manuscript) {
    for (const { parsed } of files) {
      const { prose } = parsed;
      for (const block of prose.blocks) {
        if (!isText(scopeOf(block))) continue;
        eachWord(prose.text, block.start, block.end, (from, to) => {
          this.add(prose.text.slice(from, to));
          const index = endOfSymbol(prose, from, to);
          if (index !== undefined) this.add(prose.text.slice(index, to));
        });
      }
    }
    this.ordered = [...this.counts.keys()].sort();
  }

  /** True where the short form occurs in places that do not count as a use: in math, in a longer word. */
  hasHidden({ short, definitions, uses }: Abbreviation): boolean {
    const known = [...uses, ...definitions.filter((d) => d.definition.prose)].filter((o) => isText(o.scope)).length;
    const asWord = (this.counts.get(short) ?? 0) + (this.counts.get(`${short}s`) ?? 0);
    if (asWord > known) return true;
    for (let i = lowerBound(this.ordered, (word) => word >= short); this.ordered[i]?.startsWith(short); i++) {
      if (/^[\p{Lu}\p{N}]/u.test(this.ordered[i]!.slice(short.length))) return true;
    }
    return false;
  }

  private add(word: string): void {
    if (/\p{Lu}/u.test(word)) this.counts.set(word, (this.counts.get(word) ?? 0) + 1);
  }
}

/** Where the index of a symbol begins: `OCP` of `$E_\mathrm{OCP}$`. */
function endOfSymbol(prose: Prose, from: number, to: number): number | undefined {
  if (prose.settingAt(from) !== 'math' || prose.scriptAt(to - 1) === prose.scriptAt(from)) return undefined;
  let at = from + 1;
  while (prose.scriptAt(at) === prose.scriptAt(from)) at++;
  return at;
}

const isText = (scope: Scope): boolean => scope !== 'outside' && scope !== 'list';

/** Manuscripts do not change, and several rules ask. */
export const wordsOf = once((manuscript: Manuscript) => new Words(manuscript));

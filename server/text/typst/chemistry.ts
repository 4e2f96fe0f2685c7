import { readTexChemistry } from '../latex/latex';
import { ProseBuilder } from '../proseBuilder';
import type { TypstReader } from './reader';

/**
 * Reads the formula of `#ce("…")`: typsium, whalogen and the like take what mhchem takes. Under a variable it is read
 * aside first, since all of it maps to the place of use.
 */
export function readChemistry(r: TypstReader, start: number, end: number): void {
  r.begin(start);
  if (!r.isPinned) {
    readTexChemistry(r.builder, r.source, start, end);
    return;
  }
  const aside = new ProseBuilder(r.source);
  aside.openBlock({ kind: 'paragraph', part: 'body' });
  readTexChemistry(aside, r.source, start, end);
  const prose = aside.build();
  const style = r.builder.restyle({ setting: 'chemistry' });
  for (const block of prose.blocks) {
    for (let at = block.start; at < block.end; at++) {
      r.builder.restyle({ script: prose.scriptAt(at) });
      r.put(prose.text[at]!, start, end);
    }
  }
  r.builder.restore(style);
}

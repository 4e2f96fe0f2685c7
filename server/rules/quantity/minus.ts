import { type ProseSpan, span } from '../../base/span';
import type { ScriptedRun } from '../../chemistry/typeset';
import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Markup } from '../../text/format';
import { inMarkup, markupOf } from '../editing/markup';
import type { Fix, Rule } from '../rule';
import { writtenQuantities } from './written';

/** An exponent of a unit on the line (`cm-2`), in a manuscript that raises them. */
export const minus = {
  code: 'quantity/minus',
  title: 'Exponent of a unit that is not raised',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'At 1 mA cm^−2^, 2 mA cm^−2^ and 160 mAh g^−1^, then at 3 mA «cm-2».',
        fixed: 'At 1 mA cm^−2^, 2 mA cm^−2^ and 160 mAh g^−1^, then at 3 mA cm^−2^.',
      },
    ],
    good: [
      'At 1 mA cm-2, 2 mA cm-2 and 160 mAh g-1 all exponents are flat.',
      'The 5 V-3 A supply.',
      'At 1 mA cm^−2^, 2 mA cm^−2^ and 160 mAh g^−1^ spectra were taken from 10 Hz–5 MHz.',
    ],
  },
  *check(file, manuscript) {
    const flat = flatExponents(file);
    const markup = flat.length > 0 ? markupUsed(manuscript) : undefined;
    if (!markup) return;
    const { prose, format, source } = file.parsed;
    for (const { at, symbol, digits } of flat) {
      const place = prose.toSource(at);
      const runs: ScriptedRun[] = [
        { text: symbol, script: 'normal' },
        { text: `${markup === 'dollars' || markup === 'upright' ? '-' : '−'}${digits}`, script: 'super' },
      ];
      const newText =
        source.slice(place.start, place.end) === prose.slice(at) ? inMarkup(runs, markup, format) : undefined;
      const fixes: Fix[] =
        newText === undefined
          ? []
          : [{ title: `Write ${newText}`, edits: [{ uri: file.uri, span: place, newText }], safe: true }];
      yield { span: place, message: 'The exponent is not raised, as it is elsewhere in this manuscript.', fixes };
    }
  },
} as const satisfies Rule;

interface FlatExponent {
  readonly at: ProseSpan;
  readonly symbol: string;
  readonly digits: string;
}

function flatExponents(file: FileAnalysis): FlatExponent[] {
  const { prose } = file.parsed;
  return writtenQuantities(file).flatMap(({ unit }) =>
    [...prose.slice(unit).matchAll(FLAT)].flatMap((match) => {
      const start = unit.start + match.index;
      const at = span(start, start + match[0].length);
      const isFlat = !/[^n]/.test(prose.scripts(at)) && prose.settingAt(start) === 'text';
      return isFlat ? [{ at, symbol: match[1]!, digits: match[2]! }] : [];
    }),
  );
}

const FLAT = /([A-Za-zµμΩÅ]+)[-−–]{1,2}(\d)(?!\d)/g;

/** How this manuscript raises most exponents of units; undefined where it does not. */
function markupUsed({ files }: Manuscript): Markup | undefined {
  const counts = new Map<Markup, number>();
  let flat = 0;
  for (const { quantities, parsed } of files) {
    for (const { prose: at } of quantities) {
      const { start, end } = parsed.prose.toSource(at);
      const markup = parsed.prose.scripts(at).includes('S') ? markupOf(parsed.source.slice(start, end)) : undefined;
      if (markup) counts.set(markup, (counts.get(markup) ?? 0) + 1);
      else if (/[A-Za-z][-−]\d/.test(parsed.prose.slice(at)) && !parsed.prose.scripts(at).includes('S')) flat++;
    }
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most && most[1] >= 3 && most[1] > flat ? most[0] : undefined;
}

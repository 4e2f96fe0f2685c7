import type { FileAnalysis } from '../../manuscript/fileAnalysis';
import type { Manuscript } from '../../manuscript/manuscript';
import type { Prose } from '../../text/prose';
import type { Rule } from '../rule';
import { type WrittenQuantity, writtenQuantities } from './written';

/** A unit glued to its number, in a manuscript that separates them. */
export const spacing = {
  code: 'quantity/spacing',
  title: 'No space between number and unit',
  defaultLevel: 'hint',
  examples: {
    bad: [
      {
        text: 'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; then at «7mA».',
        fixed: 'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; then at 7 mA.',
      },
    ],
    good: [
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran at 0.5C, 50% and a 400-cycle test.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran, with a conductivity σ 300K.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran, at 4 mA too, with LAGP-650-56MPa.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran, N/A for 2N/A; the mean of all is 6N/N.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; lithium is 2s^1^.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; the rotation is given in °10^−1^cm^2^g^−1^, the sum to 2m−1.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran; the conductivity is 5–13∙10^−4^ S cm^−1^ or 10^−3^ Ω−1cm−1, the symmetry 3m1 with 8A1g + 17E1g.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran, before a Pilatus 100K detector.',
      'At 5 mA, 2 V, 20 mL, 30 nm and 3 h it ran, with 0.44+/−0.01 eV, n ≥ 2(2s/T)², $2K\\tau$ and films that were 1200K-quenched.',
      'At 5mA, 2V, 20mL and 3h.',
    ],
  },
  *check(file, manuscript) {
    const quantities = writtenQuantities(file).filter(hasLetters);
    if (!quantities.some(isGlued) || !partsMost(manuscript)) return;
    const { prose, source } = file.parsed;
    for (const quantity of quantities) {
      if (!isGlued(quantity) || isLabel(quantity, prose) || isLength(quantity, file)) continue;
      const at = prose.toSource({ start: quantity.unit.start, end: quantity.unit.start + 1 }).start;
      const isText = prose.settingAt(quantity.unit.start) === 'text' && /[\d.]/.test(source[at - 1] ?? '');
      const edit = { uri: file.uri, span: { start: at, end: at }, newText: ' ' };
      yield {
        span: quantity.mention.source,
        message: 'A space belongs between number and unit, as elsewhere in this manuscript.',
        ...(isText && { fixes: [{ title: 'Insert a space', edits: [edit], safe: true }] }),
      };
    }
  },
} as const satisfies Rule;

/**
 * Percent, degrees and C-rates have customs of their own; a number with one small letter may be a label (`19d`), a term (`2m−1`, `2s/T`) or an
 * orbital (`2s$^1$`), one with a letter and a digit a symmetry (`3m1`, `17E1g`), `N/A` is “not available”,
 * and N below a stroke a number of things.
 */
const hasLetters = ({ mention, text }: WrittenQuantity): boolean =>
  !/^(?:%|\{|Cel|deg|\[)/.test(mention.unit) &&
  !/^[\d.–-]+(?:[CDMka-z]|[spdfg]\d+)$/.test(text) &&
  !/^\d+(?:[a-z][-−]\d|[a-z]1|E\d[a-z]|[A-Za-z]\/[A-Za-z])$/.test(text) &&
  !/N\/A$|\/N$/.test(text);

/**
 * `Pilatus 100K detector`; `1200K-quenched`, an adjective; `2Kτ`, a letter of math; `σ 300K`, a lowered label that a PDF set on the line; `LAGP-650-56MPa`, the name of a sample; `Ω−1cm−1`, a power; `°10⁻¹cm²g⁻¹`, where the power of ten
 * is a part of the unit.
 */
const isLabel = ({ mention: { prose: at }, unit }: WrittenQuantity, prose: Prose): boolean => {
  const { text } = prose;
  return (
    /^(?: (?:area )?detector|[-–‐]\p{Ll}{3})/u.test(text.slice(at.end, at.end + 14)) ||
    (unit.end - unit.start === 1 && prose.settingAt(unit.start) === 'math' && !/[Å℃Ω°µ]/.test(text[unit.start]!)) ||
    /(?:^|\s)\p{L} $|[\p{L}\p{N}][-–−_]$|[°∘] ?$/u.test(text.slice(Math.max(0, at.start - 3), at.start))
  );
};

/** A length for TeX, which wants it glued: `\\parbox{125mm}`, `left=5mm,`. */
function isLength({ mention }: WrittenQuantity, { parsed: { format, source } }: FileAnalysis): boolean {
  const { start, end } = mention.source;
  return format === 'latex' && /[={[]/.test(source[start - 1] ?? '') && /[,}\]]/.test(source[end] ?? '');
}

const isGlued = ({ gap }: WrittenQuantity): boolean => gap === '';

function partsMost({ files }: Manuscript): boolean {
  let parted = 0;
  let glued = 0;
  for (const { parsed, quantities } of files) {
    for (const { prose, unit } of quantities) {
      if (/^(?:%|\{|Cel|deg|\[)/.test(unit)) continue;
      const text = parsed.prose.slice(prose);
      if (/\d[A-Za-zµμΩÅ]/.test(text)) glued++;
      else if (/\d\s/.test(text)) parted++;
    }
  }
  return parted >= 5 && parted > 3 * glued;
}

import type { Name } from './species';

const DASHES = /[‐‑‒–—−]/g;
const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ϵ: 'epsilon',
  η: 'eta',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  π: 'pi',
  σ: 'sigma',
  ω: 'omega',
};
/** British ↔ American spellings inside names. */
const SPELLINGS: readonly (readonly [string, string])[] = [
  ['sulph', 'sulf'],
  ['aluminium', 'aluminum'],
  ['caesium', 'cesium'],
];

/** True for short forms, which are found in their exact case: `FEC`, `2-MeTHF`, `NMC811`, `Pyr14TFSI`; not for words. */
export function isShortForm(text: string, kind: Name['kind']): boolean {
  if (kind === 'abbreviation') return true;
  if (kind === 'common' || kind === 'iupac') return false;
  return !text.includes(' ') && /[A-Z].*[A-Z0-9]|[0-9].*[A-Z]/.test(text) && !/[a-z]{4}/.test(text);
}

/**
 * Spellings under which a short form is found: as written, with the hyphens left out or blank,
 * with or without a hyphen or blank between letters and digits. `NMC811` → `NMC811`, `NMC-811`, `NMC 811`.
 */
export function shortKeys(short: string): readonly string[] {
  const plain = short.normalize('NFC').replace(DASHES, '-').replaceAll('\u00A0', ' ');
  const joints = plain.split(/[- ]|(?<=[A-Z]{2})(?=\d{2})/);
  if (joints.length === 1 || joints.length > 4) return [plain];
  return [...new Set([plain, joints.join(''), joints.join('-'), joints.join(' ')])];
}

/** Letters and digits of a name in lower case, without what separates them: `bis(oxalato)borate` → `bisoxalatoborate`. */
export const foldName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+]/gu, '');

/** Keys under which a name is found: Greek letters as letters and as words, British and American spelling. */
export function nameKeys(name: string): readonly string[] {
  const keys = new Set([foldName(name)]);
  const addReplaced = (from: string, to: string): void => {
    for (const key of [...keys]) if (key.includes(from)) keys.add(key.replaceAll(from, to));
  };
  for (const [british, american] of SPELLINGS) {
    addReplaced(british, american);
    addReplaced(american, british);
  }
  for (const [letter, word] of Object.entries(GREEK)) {
    addReplaced(letter, word);
    if (new RegExp(`(^|[^\\p{L}])${word}(?=[^\\p{L}]|$)`, 'u').test(name.toLowerCase())) addReplaced(word, letter);
  }
  return [...keys];
}

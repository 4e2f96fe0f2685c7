/** `12 %`; a dash where there is nothing to count. */
export const percent = (part: number, of: number): string => (of === 0 ? '–' : `${Math.round((100 * part) / of)} %`);

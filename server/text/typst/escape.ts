/** Text that reads as itself in Typst. */
export const typstEscape = (text: string): string => text.replace(/[*_#$@<>`~[\]]/g, '\\$&');

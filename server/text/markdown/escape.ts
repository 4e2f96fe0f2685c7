/** Text that reads as itself in Markdown. */
export const markdownEscape = (text: string): string => text.replace(/[*_[\]<>`~^|$@]/g, '\\$&');

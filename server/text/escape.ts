/** Text that must read as itself in the markup. */
export function escapeFor(language: 'latex' | 'markdown' | 'typst' | 'plaintext', text: string): string {
  switch (language) {
    case 'latex':
      return text.replace(/[&%#_$]/g, '\\$&');
    case 'markdown':
      return text.replace(/[*_[\]<>`~^|]/g, '\\$&');
    case 'typst':
      return text.replace(/[*_#$@<>`[\]]/g, '\\$&');
    default:
      return text;
  }
}

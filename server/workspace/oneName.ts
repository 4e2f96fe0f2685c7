import { canonicalUri } from '../base/uris';

/**
 * The name of each file, where the disk does not tell capitals from small letters (`\input{Chapters/One}` of `chapters/one.tex`):
 * the one that an editor has it open under, else the one that was met first.
 */
export class OneName {
  private readonly names = new Map<string, string>();

  constructor(private readonly ignoresCase: boolean) {}

  of(spelling: string): string {
    const uri = canonicalUri(spelling);
    if (!this.ignoresCase) return uri;
    const key = folded(uri);
    const known = this.names.get(key);
    if (known !== undefined) return known;
    this.names.set(key, uri);
    return uri;
  }

  /** The editor's name counts from now on. */
  opened(spelling: string): string {
    const uri = canonicalUri(spelling);
    if (this.ignoresCase) this.names.set(folded(uri), uri);
    return uri;
  }

  keepOnly(isKept: (uri: string) => boolean): void {
    for (const [key, uri] of this.names) if (!isKept(uri)) this.names.delete(key);
  }
}

function folded(uri: string): string {
  try {
    return decodeURIComponent(uri).toLowerCase();
  } catch {
    return uri.toLowerCase();
  }
}

import type { EntryKeys } from '../format';

export const typstEntryKeys: EntryKeys = {
  start(before) {
    const [, quoted, bracketed] = USE.exec(before) ?? [];
    const typed = quoted ?? bracketed;
    return typed === undefined ? undefined : before.length - typed.length;
  },
  startOfReference(before) {
    const typed = /(?:^|[^\p{L}\p{N}])@([\p{L}\p{N}_-]*)$/u.exec(before)?.[1];
    return typed === undefined ? undefined : before.length - typed.length;
  },
  namedBy(reference) {
    const { key } = entryReference(reference);
    return [key, key.slice(0, 1).toLowerCase() + key.slice(1)];
  },
};

/** The parts of `an:sei:pl`: an article that glossy prints, the key, and which form of the entry is shown. */
export function entryReference(reference: string): {
  readonly article: string;
  readonly key: string;
  readonly modifiers: readonly string[];
} {
  const article = /^an?:/.exec(reference)?.[0] ?? '';
  const [key = '', ...modifiers] = reference.slice(article.length).split(':');
  return { article, key, modifiers };
}

/** `#acr("`, `#gls("`, `#abbr.pla("`, `#abbr.a[` */
const USE =
  /#(?:abbr\.[\w-]+|(?:r|ra)?ac[\w-]*|[aA]?[gG]ls[\w-]*|display-[\w-]+|reset-acronym|pla|[aslf])(?:\("([^"\n]*)|\[([^\][\n]*))$/;

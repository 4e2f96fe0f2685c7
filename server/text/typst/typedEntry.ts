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
};

/** `#acr("`, `#gls("`, `#abbr.pla("`, `#abbr.a[` */
const USE =
  /#(?:abbr\.[\w-]+|(?:r|ra)?ac[\w-]*|[aA]?[gG]ls[\w-]*|display-[\w-]+|reset-acronym|pla|[aslf])(?:\("([^"\n]*)|\[([^\][\n]*))$/;

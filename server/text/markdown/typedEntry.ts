import type { EntryKeys } from '../format';

/** `[+fe`, `{{< acr fe`, `\acr{fe`, `\gls[…]{fe` */
export const markdownEntryKeys: EntryKeys = {
  start(before) {
    const [, ...typed] = USE.exec(before) ?? [];
    const key = typed.find((one) => one !== undefined);
    return key === undefined ? undefined : before.length - key.length;
  },
};

const USE =
  /(?:(?:^|[\s([])\+\*?([\w-]*)|\{\{< ?acr(?:onyms?)? ([\w-]*)|\\(?:acr|gls|ac)[a-z]*(?:\[[^\][{}]*\])?\{([\w-]*))$/i;

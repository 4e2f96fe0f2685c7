import type { Citing } from '../../citing/citing';
import { bareKey } from '../../citing/form';

/** `@Peled`, `[see @a; @Peled`, `@{Peled 19`; `` {cite:p}`a,Peled `` */
export const keyStart: Citing['keyStart'] = (before) => {
  const role = /\{(?:[a-z]{0,8})cite(?::[a-z]{1,8})?\}`([^`\n]{0,400})$/.exec(before);
  if (role) {
    const typed = /[^,;]*$/.exec(role[1]!)![0].trimStart();
    return before.length - typed.length;
  }
  const braced = /(?:^|[^\p{L}\p{N}])@\{([^{}\n]{0,200})$/u.exec(before);
  if (braced) return before.length - braced[1]!.length;
  return bareKey(before);
};

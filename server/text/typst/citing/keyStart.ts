import type { Citing } from '../../citing/citing';
import { bareKey } from '../../citing/form';

/** `#cite(<Peled`, `#cite(form: "prose", <Peled`, `#cite(label("Peled`; `@Peled` */
export const keyStart: Citing['keyStart'] = (before) => {
  const label = /#?\b(?:cite|citet|citep|prose)\([^()<>\n]{0,200}(?:<|\blabel\(")([^<>"()\n]{0,200})$/.exec(before);
  return label ? before.length - label[1]!.length : bareKey(before);
};

import { lineAtEnd } from '../../../base/edit';
import { folderOf, relativePath } from '../../../base/uris';
import { TIE_BONDS } from '../../citing/bond';
import type { Citing } from '../../citing/citing';
import { LABELS } from '../../citing/labels';
import { isMarkupAt } from '../outline';
import { typstForm, typstKeys } from './form';
import { keyStart } from './keyStart';

export const typstCiting: Citing = {
  worksBy: 'key',
  labels: LABELS,
  form: typstForm,
  keyStart,
  plainKeys: typstKeys,
  lead: ' ',
  needsLead: true,
  needsEmptyLines: false,
  bonds: TIE_BONDS,
  takes: (source, { at }) => isMarkupAt(source, at),
  nameBibliography: (_, { uri: main, parsed }, uri) => [
    lineAtEnd(main, parsed.source, `\n#bibliography("${relativePath(folderOf(main), uri)}")\n`),
  ],
};

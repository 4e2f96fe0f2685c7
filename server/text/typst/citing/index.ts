import { lineAtEnd } from '../../../base/edit';
import { folderOf, relativePath } from '../../../base/uris';
import { type Bond, TIE_BONDS } from '../../citing/bond';
import type { Citing } from '../../citing/citing';
import { LABELS } from '../../citing/labels';
import { isMarkupAt } from '../outline';
import { typstForm, typstKeys } from './form';
import { keyStart } from './keyStart';

const VALUE: Bond = {
  id: 'one word in brackets, which may be a value',
  before: /#(?!footnote)[\p{L}][\p{L}\p{N}.-]*(?:\([^()]*\))*\[[^\s[\]]*$/u,
  after: /^[^\s[\]]*\]/,
  holds: ['a gap of #ev[1.05eV‸] here', 'grown #emph[wide‸] and'],
  parts: ['a note#footnote[Words‸] here', 'grown #emph[very wide‸] and', 'a gap of #ev[1.05eV]‸ here'],
};

export const typstCiting: Citing = {
  worksBy: 'key',
  labels: LABELS,
  form: typstForm,
  keyStart,
  plainKeys: typstKeys,
  lead: ' ',
  needsLead: true,
  needsEmptyLines: false,
  bonds: [VALUE, ...TIE_BONDS],
  takes: (source, { at }) => isMarkupAt(source, at),
  nameBibliography: (_, { uri: main, parsed }, uri) => [
    lineAtEnd(main, parsed.source, `\n#bibliography("${relativePath(folderOf(main), uri)}")\n`),
  ],
};

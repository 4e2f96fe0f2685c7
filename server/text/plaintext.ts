import type { Manuscript } from './manuscript';
import { ProseBuilder } from './prose';

export function readPlainText(source: string): Manuscript {
  const prose = new ProseBuilder(source);
  prose.openBlock({ kind: 'paragraph', part: 'body' });
  prose.copy(0, source.length);
  return {
    language: 'plaintext',
    source,
    prose: prose.build(),
    comments: [],
    citations: [],
    declarations: [],
    glossaryUses: [],
    includes: [],
    bibliographies: [],
    packages: new Set(),
    bibitems: [],
  };
}

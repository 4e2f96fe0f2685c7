import assert from 'node:assert/strict';
import { partOfHeading } from '../../server/text/parts';

suite('the part that a heading opens', () => {
  for (const [heading, part] of [
    ['7. Author Contributions:', 'back-matter'],
    ['Literaturverzeichnis', 'references'],
    ['Schlagwörter', 'keywords'],
    ['Liste des abréviations', 'abbreviations'],
    ['Palabras clave', 'keywords'],
    ['参 考 文 献', 'references'],
    ['六、致谢', 'acknowledgements'],
    ['摘要：', 'abstract'],
    ['2.3.5Ion exchange', undefined],
    ['Glossar', 'abbreviations'],
    ['List of Figures', 'front-matter'],
    ['Abbildungsverzeichnis', 'front-matter'],
    ['Contents of lithium in the films', undefined],
    ['结果与讨论', undefined],
    ['References to the film and what they say of it', undefined],
  ] as const)
    test(`${heading}: ${part ?? 'none of its own'}`, () => assert.equal(partOfHeading(heading), part));
});

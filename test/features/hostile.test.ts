import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { md } from '../../server/base/markdown';
import { describeCitable } from '../../server/features/completion/citations';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { load } from '../support/loaded';

const SHOWN = { ...DEFAULTS.hover, drawing: false };

const PIECES = [
  '![x](http://evil.example/a.png)',
  '[click](command:evil)',
  '<img src=http://evil.example>',
  '<script>',
  '&lt;b&gt;',
  '$(sync~spin)',
  'http://evil.example/',
  '`code`',
  '\\',
  '](',
  '|',
  '**',
  '_',
  '#',
  '"',
  ' ',
  'SEI',
  'title',
];

const hostile = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(''));

/** Links and images as CommonMark reads them, HTML, icons and bare addresses that no backslash or entity disarms. */
function markupIn(markdown: string): string[] {
  const bare = markdown.replace(/\\[!-/:-@[-`{-~]/g, '·');
  return bare.match(/!?\[[^\]]*\]\([^)]*\)|<[a-zA-Z/!][^>]*>?|\$\(|https?:\/\/\S+/g) ?? [];
}

/** What we put into a hover ourselves. */
const OURS = /^\[(?:line \d+)\]\(file:\/\/\/paper\/a\.\w+#L\d+\)$|^\[[^\]]*\]\(https:\/\/doi\.org\/[^()\s]*\)$/;

suite('no text of a manuscript or bibliography becomes markup', () => {
  test('the check itself sees markup', () => {
    deepEqual(markupIn('![a](b) <img> $(sync) http://a').length, 4);
    deepEqual(markupIn(md`${'![a](b) <img> $(sync) http://a'}`), []);
  });

  test('title, author, journal and DOI of a reference', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const field = text.replace(/[{}\\"]/g, '');
        const bib = `@article{K, title = {${field}}, author = {${field}}, journal = {${field}}, doi = {10.1/${field}}}`;
        const source = 'As known [@K].';
        const context = await load({ 'a.md': source, 'refs.bib': bib }, 'a.md');
        const hover = hoverAt({ context, offset: source.indexOf('K'), options: SHOWN });
        ok(hover);
        deepEqual(
          markupIn(hover.markdown).filter((found) => !OURS.test(found)),
          [],
        );
        deepEqual(markupIn(md`${describeCitable(context, 'own:K') ?? ''}`), []);
      }),
      { numRuns: 200 },
    );
  });

  test('the long form of an abbreviation and the text around it', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, fc.constantFrom('a.md', 'a.tex', 'a.txt'), async (text, name) => {
        const source = `A solid ${text} interphase (SEI) and ${text} Li||Cu.\n\nSEI: solid ${text} interphase.\n\nThe SEI.`;
        const context = await load({ [name]: source }, name);
        for (const { source: at } of context.file.mentions) {
          const hover = hoverAt({ context, offset: at.start, options: SHOWN });
          const found = hover ? markupIn(hover.markdown).filter((m) => !OURS.test(m) && !isKnown(m)) : [];
          deepEqual(found, []);
        }
      }),
      { numRuns: 200 },
    );
  });
});

/** Pages with more about a species, on the card. */
const isKnown = (markup: string): boolean =>
  /^\[[^\]]*\]\(https:\/\/(?:pubchem\.ncbi\.nlm\.nih\.gov|www\.wikidata\.org|materialsproject\.org)\//.test(markup);

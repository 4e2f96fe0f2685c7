import { deepEqual, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { planCitation } from '../../server/features/citations/insert';
import { bundledId } from '../../server/features/citations/workIds';
import { hoverAt } from '../../server/features/hover/hover';
import { DEFAULTS } from '../../server/protocol/settings';
import { check } from '../../server/rules';
import { after, load } from '../support/loaded';

const ROOT = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

suite('walkthrough', () => {
  const { commands, walkthroughs } = JSON.parse(read('package.json')).contributes;
  const texts: Readonly<Record<string, string>> = JSON.parse(read('package.nls.json'));
  const files = { 'paper.tex': read('walkthrough/paper.tex'), 'references.bib': read('walkthrough/references.bib') };

  test('has four steps, each with a picture in every theme and a command that is there', () => {
    const [{ steps }] = walkthroughs;
    deepEqual(
      steps.map(({ id }: { id: string }) => id),
      ['hover', 'fix', 'cite', 'catalogue'],
    );
    const known = commands.map(({ command }: { command: string }) => command);
    for (const { id, media } of steps) {
      for (const theme of ['light', 'dark', 'hc', 'hcLight'])
        ok(existsSync(join(ROOT, media.image[theme])), media.image[theme]);
      const command = /\(command:([^)]*)\)/.exec(texts[`walkthrough.${id}.description`]!)?.[1];
      ok(known.includes(command), `${id}: ${command}`);
    }
  });

  test('its paper shows what the steps say: hovers', async () => {
    const context = await load(files, 'paper.tex');
    const over = (word: string, add = 1) =>
      hoverAt({ context, offset: files['paper.tex'].indexOf(word) + add, options: DEFAULTS.hover })?.markdown ?? '';
    match(over('FEC)'), /fluoroethylene carbonate/);
    match(over('\\ce{LiPF6} in', 6), /lithium hexafluorophosphate/);
    match(over('||graphite', 2), /<img[^>]*alt="cell: positive electrode LiFePO₄, negative electrode graphite"/);
  });

  test('two findings, one of them with a safe fix', async () => {
    const { file, manuscript } = await load(files, 'paper.tex');
    const found = check(file, manuscript, {}, { accepted: new Set() });
    deepEqual(
      found.map(({ code }) => code),
      ['abbreviation/defined-again', 'abbreviation/undefined'],
    );
    ok(found[0]?.fixes?.some(({ safe }) => safe));
  });

  test('a citation with its entry', async () => {
    const context = await load(files, 'paper.tex');
    const offset = files['paper.tex'].indexOf('the interphase.') + 'the interphase'.length;
    const changed = after(planCitation(context, offset, [bundledId('Peled1979')], 'auto'), files);
    match(changed['paper.tex']!, /of the interphase~\\cite\{Peled1979\}\./);
    match(changed['references.bib']!, /@article\{Peled1979,/);
  });
});

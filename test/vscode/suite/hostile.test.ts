import { includes, ok } from './assert';
import { closeAll, select, show } from './manuscripts';
import { panel, seesPage } from './panel';
import { hoverAtCaret, type Rendered } from './rendered';

/** Manuscripts and bibliographies come from others: whatever is written in them is shown as text. */
suite('Markup in', () => {
  setup(closeAll);
  suiteSetup(function () {
    if (!seesPage) this.skip();
  });

  test('the title of a reference is shown as it is written', async () => {
    select(await show('hostile/hostile.tex'), /Hostile2020/);
    const hover = await hoverAtCaret('Nobody, A.');
    await panel('screenshot', 'hostile-citation');
    checkHarmless(hover);
  });

  test('the long form of an abbreviation is shown as it is written', async () => {
    select(await show('hostile/hostile.tex'), /\bHST\b/);
    const hover = await hoverAtCaret('defined in');
    await panel('screenshot', 'hostile-abbreviation');
    checkHarmless(hover);
  });
});

function checkHarmless({ html, text, images, links }: Rendered): void {
  for (const part of ['![x]', '[click](command:workbench.action.closeWindow)', '<img src=x', '<script>', '$(sync)'])
    includes(text, part, 'the visible text');
  ok(images.length === 0, `images: ${JSON.stringify(images)}`);
  for (const link of links) ok(!/^command:|example\.invalid/.test(link), `link: ${link}`);
  ok(!/<(?:script|img|iframe)|codicon-sync/i.test(html), `elements: ${html}`);
}

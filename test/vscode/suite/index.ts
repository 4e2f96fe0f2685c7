import { runTests } from './runner';

/** Called by VS Code in its extension host. */
export const run = () =>
  runTests(async () => {
    await import('./manifest.test');
    await import('./hover.test');
    await import('./cards.test');
    await import('./heights.test');
    await import('./hostile.test');
    await import('./diagnostics.test');
    await import('./problems.test');
    await import('./citation.test');
    await import('./citationPicker.test');
    await import('./citationMessage.test');
    await import('./zotero.test');
    await import('./references.test');
    await import('./species.test');
    await import('./decoration.test');
    await import('./commands.test');
    await import('./walkthrough.test');
    await import('./server.test');
    await import('./catalogue.test');
  });

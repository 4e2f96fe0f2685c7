import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../..');
const LANGUAGES = ['de', 'es', 'fr', 'zh-cn'];

type Texts = Readonly<Record<string, string>>;
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const texts = (path: string): Texts => JSON.parse(read(path));

suite('translations', () => {
  const english = texts('package.nls.json');
  const messages = messagesOfClient();

  test('the manifest names each of its texts, and only those are there', () => {
    const named = [...read('package.json').matchAll(/"%([^%"]+)%"/g)].map(([, name]) => name!);
    sameNames(new Set(named), english, 'package.nls.json');
  });

  test('are there in the languages that the client has them in', () => {
    const languagesOf = (folder: string, name: RegExp) =>
      readdirSync(join(ROOT, folder)).flatMap((file) => name.exec(file)?.[1] ?? []);
    deepEqual(languagesOf('.', /^package\.nls\.(.+)\.json$/), LANGUAGES);
    deepEqual(languagesOf('l10n', /^bundle\.l10n\.(.+)\.json$/), LANGUAGES);
    equal(JSON.parse(read('package.json')).l10n, './l10n');
  });

  for (const language of LANGUAGES) {
    test(`of the manifest into ${language} are complete and keep what is not language`, () => {
      const path = `package.nls.${language}.json`;
      const translated = texts(path);
      sameNames(new Set(Object.keys(english)), translated, path);
      for (const [name, text] of Object.entries(english)) keepsSigns(text, translated[name]!, `${path}: ${name}`);
    });

    test(`of the client’s messages into ${language} are complete and keep their placeholders`, () => {
      const path = `l10n/bundle.l10n.${language}.json`;
      const translated = texts(path);
      sameNames(messages, translated, path);
      for (const message of messages) keepsSigns(message, translated[message]!, `${path}: ${message}`);
    });
  }

  test('messages of the client go through them', () => {
    // A sentence that is shown and not translated: the first argument of a message, a title, a placeholder.
    const shown =
      /\b(?:inform|warn|setStatusBarMessage|show\w+Message)\(\s*['"`]|\b(?:title|placeHolder|placeholder|tooltip)(?::| =) ['"`]/;
    for (const { path, text } of clientFiles()) equal(shown.exec(text)?.[0], undefined, path);
  });
});

function sameNames(wanted: ReadonlySet<string>, there: Texts, path: string): void {
  const missing = [...wanted].filter((name) => !(name in there));
  const leftOver = Object.keys(there).filter((name) => !wanted.has(name));
  deepEqual(
    { missing, leftOver },
    { missing: [], leftOver: [] },
    `${path}\nmissing:\n  ${missing.join('\n  ')}\nleft over:\n  ${leftOver.join('\n  ')}`,
  );
}

/** Placeholders, code, levels and commands are the same in each language. */
function keepsSigns(text: string, translated: string, where: string): void {
  const signs = (of: string) =>
    (of.match(/\{\d\}|`[^`]*`|\\\w+|\((?:command|https?):[^)]*\)|\$\([\w-]+\)/g) ?? []).sort();
  ok(translated.trim() !== '', where);
  deepEqual(signs(translated), signs(text), where);
  const level = /\((off|hint|information|warning|error)\)$/.exec(text)?.[1];
  if (level !== undefined) ok(translated.slice(-level.length - 1, -1) === level, `${where} says another level`);
}

/** What is in `l10n.t(…)` throughout the client. */
function messagesOfClient(): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { path, text } of clientFiles()) {
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && node.expression.getText() === 'l10n.t') {
        const [message] = node.arguments;
        ok(message && ts.isStringLiteralLike(message), `${path}: l10n.t takes a text that is written there`);
        found.add(message.text);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  }
  return found;
}

function* clientFiles(): Generator<{ path: string; text: string }> {
  for (const name of readdirSync(join(ROOT, 'client'), { recursive: true, encoding: 'utf8' })) {
    // The page of the catalogue has no part in the editor's translations.
    if (name.endsWith('.ts') && !/^catalogue[\\/]webview/.test(name))
      yield { path: name, text: read(join('client', name)) };
  }
}

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRefusal } from '../../server/base/refusal';
import { FORMATS, formatOfLanguage, formatOfPath } from '../../server/text';
import { citedKeys } from '../../server/text/citing/form';
import type { Format } from '../../server/text/format';
import { scripted } from './support';

const formats: readonly Format[] = Object.values(FORMATS);

suite('formats', () => {
  test('are told by the language of the editor and by the ending of the file, whatever its case', () => {
    equal(formatOfLanguage('quarto'), 'markdown');
    equal(formatOfPath('file:///a/Thesis.TEX'), 'latex');
    equal(formatOfPath('file:///a/figure.png'), undefined);
  });

  test('no language and no ending belongs to two of them', () => {
    for (const all of [formats.flatMap((f) => f.languageIds), formats.flatMap((f) => f.extensions)])
      equal(new Set(all).size, all.length);
  });

  test('start the extension, bring its commands and set the defaults of the editor', () => {
    const manifest = readFileSync(join(__dirname, '../../package.json'), 'utf8');
    const { activationEvents, contributes } = JSON.parse(manifest);
    for (const { startedBy, languageIds } of formats)
      for (const language of startedBy) {
        ok(languageIds.includes(language));
        ok(activationEvents.includes(`onLanguage:${language}`));
        ok(`[${language}]` in contributes.configurationDefaults);
        match(manifest, new RegExp(`editorLangId =~ [^"]*[(|]${language}[|)]`));
      }
  });

  for (const [id, format] of Object.entries<Format>(FORMATS)) {
    test(`${id}: escaped text is read as itself`, () => {
      const text = 'A & B 5 % for 5 $ #1 a_b *c* [d] <e> {f} ~g ^h @i';
      equal(format.parse(format.escape(text), '').prose.text.trim(), text);
    });

    test(`${id}: what Unicode raises or lowers is read so, and its other letters as themselves`, () => {
      equal(
        scripted(format.parse('A Mnᴵᴵᴵ, NH₃ˢ and 10⁻⁵ at λᵢ.', '')).trim(),
        'A Mn^{III}, NH_{3}^{s} and 10^{−5} at λ_{i}.',
      );
      const others = 'ᴀᴁᵄᵆᵊʱʴ';
      equal(format.parse(others, '').prose.text.trim(), others);
    });

    test(`${id}: a citation that it writes is read as one of these works`, () => {
      const empty = format.parse('', '');
      const marks = format.citing.form(empty, 'auto').marks([{ key: '1' }, { key: '2' }]);
      ok(!isRefusal(marks));
      const text = `As seen${format.citing.lead}${marks.join(' ')}.`;
      const { citations, source } = format.parse(text, '');
      deepEqual(
        citations.flatMap((use) => citedKeys(use, source)),
        ['1', '2'],
      );
    });

    const { comments: form } = format;
    if (form)
      test(`${id}: a comment is not read as text`, () => {
        const { prose, comments } = format.parse(`${form.write('note')}\n`, '');
        equal(prose.text.trim(), '');
        equal(comments[0]?.text.trim(), 'note');
      });
  }
});

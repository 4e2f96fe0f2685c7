import { deepEqual, equal, match } from 'node:assert/strict';
import { YamlText } from '../../server/base/yaml';

/** Deeper than any stack that a library could recurse on. */
const DEEP = 100_000;

suite('YAML', () => {
  for (const [what, text] of Object.entries({
    'lists in brackets': '['.repeat(DEEP),
    'maps in braces': '{a: '.repeat(DEEP),
    'lists of lists': `${'- '.repeat(DEEP)}a`,
    'keys of keys': `${'? '.repeat(DEEP)}a`,
    'indented maps': Array.from({ length: 500 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
  })) {
    test(`nested too deep is a problem at its place: ${what}`, () => {
      const yaml = new YamlText(text);
      match(yaml.problems[0]?.message ?? '', /^Nested more than 100 levels deep/);
      equal(yaml.content(), undefined);
    });
  }

  test('long texts that are not deep are read', () => {
    const rule = '-'.repeat(500);
    const yaml = new YamlText(`rule: |\n  ${rule}\nlist:\n${'  - [{a: 1}]\n'.repeat(300)}`);
    deepEqual(yaml.problems, []);
    equal((yaml.content() as { rule: string }).rule, `${rule}\n`);
  });
});

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { completionsAt } from '../../server/features/completion/completion';
import { definitionAt } from '../../server/features/definition';
import { referencesAt } from '../../server/features/references';
import { renameAt } from '../../server/features/rename';
import { renameEntry } from '../../server/features/renameEntry';
import { check } from '../../server/rules';
import { after, load, nameOf } from '../support/loaded';

type Texts = Readonly<Record<string, string>>;

const LATEX: Texts = {
  'main.tex':
    '\\documentclass{article}\n\\usepackage{glossaries}\n\\loadglsentries{list}\n\\newcommand{\\film}{\\gls{sei}}\n\\begin{document}\nThe \\gls{sei} grows.\n\\input{two}\n\\end{document}\n',
  'list.tex':
    '\\newacronym{sei}{SEI}{solid electrolyte interphase}\n\\newacronym[see={sei}]{cei}{CEI}{cathode electrolyte interphase}\n',
  'two.tex': 'A \\glspl{sei} and \\film{} age; \\glsreset{sei}\\acrshort{cei}. The \\gls{sie} stays.\n',
};

/** What is found at the key that is after `before`, in each format. */
const MANUSCRIPTS: readonly (readonly [name: string, texts: Texts, before: string])[] = [
  ['two.tex', LATEX, '\\glspl{'],
  [
    'a.qmd',
    {
      'a.qmd': 'The {{< acr sei >}} and the {{< acr sei >}} grow.',
      '_quarto.yml':
        'acronyms:\n  keys:\n    - key: sei\n      shortname: SEI\n      longname: solid electrolyte interphase\n',
    },
    'the {{< acr ',
  ],
  [
    'a.md',
    {
      'a.md':
        '---\nacronyms:\n  sei:\n    short: SEI\n    long: solid electrolyte interphase\n---\n\nThe +sei and the [+sei]{.short} grow.',
    },
    'the [+',
  ],
  [
    'a.typ',
    {
      'a.typ': '#import "g.typ": list\n#register-glossary(list)\n@Sei grows. The #gls("sei") and @sei:pl age.',
      'g.typ': '#let list = ((key: "sei", short: "SEI", long: "solid electrolyte interphase"),)\n',
    },
    '#gls("',
  ],
];

/** The texts with `sei` as a key written `to`. */
const renamed: Readonly<Record<string, Texts>> = {
  'two.tex': {
    'main.tex': LATEX['main.tex']!.replaceAll('{sei}', '{film}'),
    'list.tex': LATEX['list.tex']!.replace('m{sei}', 'm{film}').replace('{sei}]', '{film}]'),
    'two.tex': LATEX['two.tex']!.replaceAll('{sei}', '{film}'),
  },
  'a.qmd': {
    'a.qmd': 'The {{< acr film >}} and the {{< acr film >}} grow.',
    '_quarto.yml':
      'acronyms:\n  keys:\n    - key: film\n      shortname: SEI\n      longname: solid electrolyte interphase\n',
  },
  'a.md': {
    'a.md':
      '---\nacronyms:\n  film:\n    short: SEI\n    long: solid electrolyte interphase\n---\n\nThe +film and the [+film]{.short} grow.',
  },
  'a.typ': {
    'a.typ': '#import "g.typ": list\n#register-glossary(list)\n@Film grows. The #gls("film") and @film:pl age.',
    'g.typ': '#let list = ((key: "film", short: "SEI", long: "solid electrolyte interphase"),)\n',
  },
};

suite('keys of a glossary', () => {
  for (const [name, texts, before] of MANUSCRIPTS) {
    test(`definition, references and rename in ${name}`, async () => {
      const context = await load(texts, name);
      const offset = texts[name]!.indexOf(before) + before.length + 1;
      const found = definitionAt(context, offset);
      const { uri, span } = found!.target;
      match(texts[nameOf(uri)]!.slice(span.start, span.end), /SEI[\s\S]*solid electrolyte interphase/);
      const uses = referencesAt(context, offset, false);
      ok(
        uses.length >= 2 && uses.every((use) => !texts[nameOf(use.uri)]!.slice(0, use.span.start).endsWith('short: ')),
      );
      deepEqual(after(renameEntry('sei', 'film', context.manuscript), texts), renamed[name]);
    });
  }

  test('a new key that the format cannot hold, or that is there, is refused', async () => {
    const { manuscript } = await load(LATEX, 'main.tex');
    const refused = (to: string, of = manuscript, key = 'sei') => {
      const plan = renameEntry(key, to, of);
      return isRefusal(plan) ? plan.refused : '';
    };
    match(refused('cei'), /is the key of “cathode electrolyte interphase” already/);
    for (const bad of ['a,b', 'a b', 'a_b', '', '{']) match(refused(bad), /cannot be a key/, bad);
    const typst = await load(MANUSCRIPTS[3]![1], 'a.typ');
    match(refused('a:b', typst.manuscript), /cannot be a key: letters, digits/);
  });

  test('a key that is the short form as well leaves the short form', async () => {
    const texts = {
      'a.tex': '\\begin{acronym}\\acro{SEI}{solid electrolyte interphase}\\end{acronym}\nThe \\ac{SEI}.',
    };
    const { manuscript } = await load(texts, 'a.tex');
    deepEqual(after(renameEntry('SEI', 'sei', manuscript), texts), {
      'a.tex': '\\begin{acronym}\\acro{sei}[SEI]{solid electrolyte interphase}\\end{acronym}\nThe \\ac{sei}.',
    });
  });

  test('a short form that commands of one’s own declare is renamed with its uses', async () => {
    const preamble = '\\newcommand{\\abk}[2]{\\newacronym{#1}{#1}{#2}}\n';
    const text = `${preamble}\\abk{SEI}{solid electrolyte interphase}\nThe \\gls{SEI} and the SEI.`;
    const plan = renameAt(await load({ 'a.tex': text }, 'a.tex'), text.length - 2, 'SEL');
    equal(after(plan, { 'a.tex': text })['a.tex'], text.replaceAll('SEI', 'SEL'));
  });

  test('an unknown key is reported, with the nearest that is known', async () => {
    const { file, manuscript } = await load(LATEX, 'two.tex');
    const [found, ...rest] = check(file, manuscript, {}, { accepted: new Set() }).filter(
      ({ code }) => code === 'abbreviation/undefined-key',
    );
    deepEqual(rest, []);
    equal(found!.message, 'No entry of the glossary has the key “sie”.');
    equal(found!.fixes![0]!.title, 'Write “sei”');
  });

  test('no key is unknown where a file is missing or an unknown command may declare it', async () => {
    const codes = async (texts: Texts) => {
      const { file, manuscript } = await load(texts, 'two.tex');
      return check(file, manuscript, {}, { accepted: new Set() }).map(({ code }) => code);
    };
    const main = LATEX['main.tex']!;
    for (const more of ['\\loadglsentries{other}', '\\newterm{sie}', '\\GlsXtrLoadResources[src={terms}]']) {
      const texts = { ...LATEX, 'main.tex': main.replace('\\begin{document}', `${more}\n\\begin{document}`) };
      ok(!(await codes(texts)).includes('abbreviation/undefined-key'), more);
    }
  });

  test('completion in the functions of Typst and the macros of Markdown', async () => {
    const typst = '#abbr.make(("SEI", "solid electrolyte interphase"),)\n';
    const quarto =
      '---\nacronyms:\n  keys:\n    - shortname: SEI\n      longname: solid electrolyte interphase\n---\n\n';
    for (const [name, head, typed] of [
      ['a.typ', typst, '#abbr.a['],
      ['a.typ', typst, '#abbr.pla("S'],
      ['a.typ', typst, '@S'],
      ['a.qmd', quarto, '\\acrs[style=x]{S'],
      ['a.qmd', quarto, '{{< acr '],
    ] as const) {
      const text = `${head}The ${typed}`;
      const found = completionsAt(await load({ [name]: text }, name), text.length, {
        abbreviations: true,
        citations: true,
        species: true,
      });
      equal(found[0]?.label, 'SEI', typed);
    }
  });
});

import { deepEqual, equal } from 'node:assert/strict';
import { definitionAt } from '../../server/features/definition';
import { doiLinks } from '../../server/features/doiLinks';
import { highlightsAt } from '../../server/features/highlights';
import { referencesAt } from '../../server/features/references';
import { load, nameOf } from '../support/loaded';
import { marked } from '../support/marked';

/** `name: text` of the target, or undefined. */
async function target(texts: Record<string, string>, name: string, offset: number): Promise<string | undefined> {
  const found = definitionAt(await load(texts, name), offset);
  if (!found) return undefined;
  const of = nameOf(found.target.uri);
  return `${of}: ${texts[of]!.slice(found.target.span.start, found.target.span.end)}`;
}

suite('go to definition', () => {
  test('a short form leads to the words that explain it, also from another file', async () => {
    const main =
      '\\documentclass{article}\\begin{document}\nA solid electrolyte interphase (SEI).\n\\input{two}\n\\end{document}';
    const two = marked('The «SEI» is thin.');
    const texts = { 'main.tex': main, 'two.tex': two.text };
    equal(await target(texts, 'two.tex', two.span('SEI').start), 'main.tex: solid electrolyte interphase (SEI)');
  });

  test('a citation key leads to its entry, an include to its file', async () => {
    const doc = marked(
      '\\documentclass{article}\\begin{document}\nAs known \\cite{A2000,«B2001»}.\n\\input{«two»}\\bibliography{«refs»}\n\\end{document}',
    );
    const bib = '@article{A2000, title = {One}}\n@article{B2001, title = {Two}}\n';
    const texts = { 'main.tex': doc.text, 'two.tex': 'Text.', 'refs.bib': bib };
    equal(await target(texts, 'main.tex', doc.span('B2001').end), 'refs.bib: B2001');
    equal(await target(texts, 'main.tex', doc.span('two').start), 'two.tex: ');
    equal(await target(texts, 'main.tex', doc.span('refs').start), 'refs.bib: ');
  });

  test('an include leads to its file by a macro in its path and from the root of a project', async () => {
    const tex = marked(
      '\\documentclass{article}\\newcommand{\\parts}{text}\\begin{document}\n\\input{«\\parts/two»}\n\\end{document}',
    );
    const texts = { 'main.tex': tex.text, 'text/two.tex': 'Text.' };
    equal(await target(texts, 'main.tex', tex.spans[0]!.start), 'text/two.tex: ');
    const typ = marked('= Films\n\n#include "«/text/two.typ»"\n');
    equal(
      await target({ 'main.typ': typ.text, 'text/two.typ': 'Text.' }, 'main.typ', typ.spans[0]!.start),
      'text/two.typ: ',
    );
  });

  test('a number leads to the work of the list, and from there to where it is cited', async () => {
    const doc = marked(
      'Films grow^1^ and thin.^«2–3»^ Others^«2»^ say so.\n\nReferences\n\n1. Ahn, *Films* (2020).\n«2». Beck, *Films* (2021).\n3. Cho, *Films* (2022).\n',
    );
    const texts = { 'a.md': doc.text };
    const [range, single, item] = doc.spans;
    equal(await target(texts, 'a.md', single!.start), 'a.md: 2');
    equal(await target(texts, 'a.md', range!.end), 'a.md: 2');
    const places = referencesAt(await load(texts, 'a.md'), item!.start, true);
    deepEqual(
      places.map(({ span }) => span),
      doc.spans,
    );
  });

  test('what nobody defines leads nowhere', async () => {
    equal(await target({ 'a.tex': 'The AFM shows a word.' }, 'a.tex', 5), undefined);
    equal(await target({ 'a.tex': 'The AFM shows a word.' }, 'a.tex', 18), undefined);
  });
});

suite('find references', () => {
  const main = marked(
    '\\documentclass{article}\\begin{document}\nFluoroethylene carbonate (FEC) helps. «FEC» reacts.\n\\input{two}\n' +
      '\\section*{Abbreviations}\n\\begin{description}\\item[FEC] fluoroethylene carbonate\\end{description}\n' +
      '\\begin{thebibliography}{9}\\bibitem{X} On FEC\\end{thebibliography}\n\\end{document}',
  );
  const texts = { 'main.tex': main.text, 'two.tex': 'We mix FECs and FEC-free cells in the LiF-FEC blend (LFB).' };

  test('every use in the project; definition and list where asked for; cited titles never', async () => {
    const context = await load(texts, 'main.tex');
    const at = main.span('FEC').start;
    const found = (declarations: boolean) =>
      referencesAt(context, at, declarations).map(
        ({ uri, span }) => `${nameOf(uri)}: ${texts[nameOf(uri) as 'main.tex'].slice(span.start - 1, span.end + 1)}`,
      );
    deepEqual(found(false), ['main.tex:  FEC ', 'two.tex:  FECs ', 'two.tex:  FEC-', 'two.tex: -FEC ']);
    deepEqual(
      found(true).filter((place) => !found(false).includes(place)),
      ['main.tex: (FEC)', 'main.tex: [FEC]'],
    );
  });

  test('of a citation key, with its entry', async () => {
    const doc = marked('A \\cite{«K»} and \\citep{J, K}.\\bibliography{refs}');
    const context = await load({ 'a.tex': doc.text, 'refs.bib': '@book{K, title = {T}}' }, 'a.tex');
    const places = referencesAt(context, doc.span('K').start, true).map(
      ({ uri, span }) => `${nameOf(uri)} ${span.start}`,
    );
    deepEqual(places, [`a.tex ${doc.span('K').start}`, `a.tex ${doc.text.indexOf('K}.')}`, 'refs.bib 6']);
  });
});

suite('highlights', () => {
  test('definition and uses of a short form', async () => {
    const doc = marked('A solid electrolyte interphase («d:SEI») grows. The «u:SEI» is thin.');
    const found = highlightsAt(await load({ 'a.tex': doc.text }, 'a.tex'), doc.span('u').start);
    deepEqual(found, [
      { span: doc.span('d'), defines: true },
      { span: doc.span('u'), defines: false },
    ]);
  });

  test('a species in whatever words', async () => {
    const doc = marked('The «a:\\ce{LiF}» and «b:LiF» and «c:lithium fluoride» film.');
    const found = highlightsAt(await load({ 'a.tex': doc.text }, 'a.tex'), doc.span('b').start);
    deepEqual(
      found.map(({ span }) => span),
      [doc.span('a'), doc.span('b'), doc.span('c')],
    );
  });
});

suite('links of the DOIs that a manuscript prints', () => {
  const linked = async (text: string, name = 'a.md'): Promise<[written: string, target: string][]> => {
    const context = await load({ [name]: text }, name);
    return doiLinks(context).map(({ span, target }) => [text.slice(span.start, span.end), target]);
  };

  test('with and without prefix, in brackets and at the end of a sentence', async () =>
    deepEqual(await linked('See doi:10.1149/1.2128859, (10.1021/cr030203g) and 10.1016/S0378-7753(01)00594-5.\n'), [
      ['10.1149/1.2128859', 'https://doi.org/10.1149/1.2128859'],
      ['10.1021/cr030203g', 'https://doi.org/10.1021/cr030203g'],
      ['10.1016/S0378-7753(01)00594-5', 'https://doi.org/10.1016/S0378-7753(01)00594-5'],
    ]));

  test('in LaTeX, too; not within an address, which is a link already', async () => {
    deepEqual(await linked('See 10.1000/a\\_b.\n', 'a.tex'), [['10.1000/a\\_b', 'https://doi.org/10.1000/a_b']]);
    deepEqual(await linked('See https://doi.org/10.1149/1.2128859 and 110.1149/5.\n'), []);
  });
});

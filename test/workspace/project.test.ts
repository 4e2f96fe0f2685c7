import { deepEqual, equal } from 'node:assert/strict';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import { nodeFiles } from '../../server/nodeFiles';
import { check } from '../../server/rules';
import { type ManuscriptContext, Workspace } from '../../server/workspace/workspace';
import { ALL_PLACES } from '../support/places';
import { type TempFolder, tempFolder } from '../support/temp';

for (const place of ALL_PLACES)
  suite(`a manuscript of several files${place.name}`, () => {
    let folder: TempFolder;
    let workspace: Workspace;
    const load = async (files: Parameters<typeof tempFolder>[0], name: string): Promise<ManuscriptContext> => {
      folder = await tempFolder(files, place);
      workspace = new Workspace(nodeFiles, bundledCatalogue());
      return (await workspace.load(folder.uri(name)))!;
    };
    teardown(() => folder.remove());

    const files = ({ manuscript }: ManuscriptContext) => manuscript.files.map(({ uri }) => folder.nameOf(uri));
    const proseOf = ({ manuscript }: ManuscriptContext, name: string) =>
      manuscript.files.find(({ uri }) => uri.endsWith(name))?.parsed.prose.text.trim();
    const findings = ({ file, manuscript }: ManuscriptContext) =>
      check(file, manuscript, {}, { accepted: new Set() }).map(({ code, message }) => `${code} ${message}`);

    const MAIN =
      '\\documentclass{book}\n\\input{header}\n\\begin{document}\n\\LFP{} first.\n\\include{chapters/one}\n\\include{chapters/two}\n\\end{document}\n';
    const HEADER =
      '\\usepackage{glossaries}\n\\newcommand{\\LFP}{LiFePO$_4$}\n\\newcommand{\\chem}[1]{\\ce{#1}}\n\\newacronym{dft}{DFT}{density functional theory}\n';

    test('macros and glossary entries of the preamble are known in the chapters and in the main file', async () => {
      const context = await load(
        {
          'main.tex': MAIN,
          'header.tex': HEADER,
          'chapters/one.tex': 'We use \\gls{dft} for \\LFP{} and \\chem{LiF}.\n',
          'chapters/two.tex': 'Nothing.\n',
        },
        'chapters/one.tex',
      );
      equal(proseOf(context, 'one.tex'), 'We use DFT for LiFePO4 and LiF.');
      equal(proseOf(context, 'main.tex'), 'LiFePO4 first.');
      deepEqual(
        context.file.mentions.map((m) => context.file.parsed.source.slice(m.source.start, m.source.end)),
        ['\\gls{dft}', '\\LFP', 'LiF'],
      );
      deepEqual(findings(context), []);
    });

    test('switches of the preamble choose what is read of a chapter', async () => {
      const given = {
        'main.tex':
          '\\documentclass{book}\n\\newif\\ifdraft\\drafttrue\n\\begin{document}\n\\draftfalse\\include{one}\n\\end{document}\n',
        'one.tex': 'A \\ifdraft NOTE \\else text \\fi stays.\n',
      };
      equal(proseOf(await load(given, 'one.tex'), 'one.tex'), 'A text stays.');
    });

    test('a switch counts as the file turns it that includes the others', async () => {
      const given = {
        'main.tex':
          '\\documentclass{book}\n\\input{pre}\\draftfalse\n\\begin{document}\n\\input{one}\n\\end{document}\n',
        'pre.tex': '\\newif\\ifdraft\\drafttrue\n',
        'one.tex': 'A \\ifdraft NOTE \\else text \\fi stays.\n',
      };
      equal(proseOf(await load(given, 'one.tex'), 'one.tex'), 'A text stays.');
    });

    test('what a chapter defines itself counts before what others define', async () => {
      const context = await load(
        {
          'main.tex': MAIN,
          'header.tex': HEADER,
          'chapters/one.tex': '\\renewcommand{\\LFP}{LiMnPO$_4$}\\LFP{} here.\n',
        },
        'main.tex',
      );
      equal(proseOf(context, 'one.tex'), 'LiMnPO4 here.');
    });

    test('citations in a macro of another file are placed where it is used', async () => {
      const context = await load(
        {
          'main.tex': MAIN,
          'header.tex': '\\newcommand{\\dft}{density functional theory~\\cite{Hohenberg1964} (DFT)}\n',
          'chapters/one.tex': 'We use \\dft{} here, and \\dft{} there.\n',
        },
        'chapters/one.tex',
      );
      const { citations, source } = context.file.parsed;
      deepEqual(
        citations.map(({ span, keys }) => `${source.slice(span.start, span.end)} ${keys.map((k) => k.key)}`),
        ['\\dft Hohenberg1964', '\\dft Hohenberg1964'],
      );
      deepEqual(findings(context), []);
    });

    test('a keystroke reads its own file only, a changed macro also those that see it', async () => {
      const given = {
        'main.tex': MAIN,
        'header.tex': HEADER,
        'chapters/one.tex': 'One \\LFP.\n',
        'chapters/two.tex': 'Two \\LFP.\n',
      };
      const before = (await load(given, 'chapters/one.tex')).manuscript.files;
      const changedBy = async (name: string, text: string) => {
        workspace.edit(folder.uri(name), 'latex', text);
        const after = (await workspace.load(folder.uri(name)))!;
        return files(after).filter((_, i) => after.manuscript.files[i] !== before[i]);
      };
      deepEqual(await changedBy('chapters/one.tex', 'One more \\LFP.\n'), ['chapters/one.tex']);
      deepEqual(await changedBy('header.tex', '\\newcommand{\\LFP}{LFP}\n'), [
        'main.tex',
        'header.tex',
        'chapters/one.tex',
        'chapters/two.tex',
      ]);
    });

    test('a package beside the main file is read for what it defines', async () => {
      const context = await load(
        {
          'main.tex':
            '\\documentclass{article}\\usepackage{species}\\begin{document}\\NMC{} by \\emph{you}.\\end{document}',
          'species.sty':
            '\\ProvidesPackage{species}\\newcommand{\\NMC}{\\ce{LiNi_{0.8}Mn_{0.1}Co_{0.1}O2}}\\renewcommand{\\emph}[1]{no}',
        },
        'main.tex',
      );
      equal(proseOf(context, 'main.tex'), 'LiNi0.8Mn0.1Co0.1O2 by you.');
    });

    test('a class beside the main file and a file of glossary entries declare abbreviations', async () => {
      const context = await load(
        {
          'main.tex':
            '\\documentclass{thesis}\\loadglsentries[main]{terms}\\begin{document}A \\gls{bms} and \\gls{soc}.\\end{document}',
          'thesis.cls': '\\LoadClass{book}\\RequirePackage{glossaries}\\newabbr{bms}{BMS}{battery management system}',
          'terms.tex': '\\longnewglossaryentry{soc}{name={SOC}, first={state of charge (SOC)}}{What is left.}',
        },
        'main.tex',
      );
      equal(proseOf(context, 'main.tex'), 'A BMS and SOC.');
      deepEqual(
        [...context.manuscript.abbreviations.all].map((a) => [a.short, a.definitions[0]?.definition.long]).sort(),
        [
          ['BMS', 'battery management system'],
          ['SOC', 'state of charge'],
        ],
      );
    });

    test('a glossary for bib2gls declares abbreviations, with their places', async () => {
      const context = await load(
        {
          'main.tex':
            '\\documentclass{article}\\GlsXtrLoadResources[src={terms}]\\begin{document}The \\gls{bms} and BMS.\\end{document}',
          'terms.bib': '@acronym{bms, short = {BMS}, long = {battery management system}}',
        },
        'main.tex',
      );
      equal(proseOf(context, 'main.tex'), 'The BMS and BMS.');
      const [definition] = context.manuscript.abbreviations.of('BMS')!.definitions;
      const { uri, parsed } = definition!.file;
      const { long } = definition!.definition.source;
      equal(
        `${uri.split('/').pop()} ${parsed.source.slice(long.start, long.end)}`,
        'terms.bib battery management system',
      );
      equal(await workspace.load(folder.uri('terms.bib')), undefined);
    });

    test('paths with macros, nested folders and quotes are followed', async () => {
      const context = await load(
        {
          'main.tex':
            '\\documentclass{book}\\newcommand*{\\parts}{text/parts}\\begin{document}\\input{\\parts/one}\\import{text/}{two}\\end{document}',
          'text/parts/one.tex': 'One.',
          'text/two.tex': 'Two. \\subimport{parts/}{three.tex}',
          'text/parts/three.tex': 'Three.',
        },
        'main.tex',
      );
      deepEqual(files(context), ['main.tex', 'text/parts/one.tex', 'text/two.tex', 'text/parts/three.tex']);
      deepEqual(context.problems, []);
    });

    test('missing drawings, tables and paths that nobody can resolve are passed over; a missing chapter is told once', async () => {
      const context = await load(
        {
          'main.tex': `\\documentclass{book}\\begin{document}
\\begin{figure}\\input{plots_a}\\caption{A}\\end{figure}
\\input{figures/cell} \\input{\\unknown/cell} \\input{tables/results.tex} \\input{sketch.tikz}
\\input{chapters/one} \\input{chapters/one}
\\end{document}`,
        },
        'main.tex',
      );
      deepEqual(
        context.problems.map(({ message }) => message),
        ['“chapters/one” was not found; its text is left out.'],
      );
    });

    test('a subfile belongs to the document that it names, a standalone drawing to the one that includes it', async () => {
      const given = {
        'main.tex': `\\documentclass{book}\n${HEADER}\\begin{document}\\subfile{chapters/one}\\input{chapters/sketch}\\end{document}`,
        'chapters/one.tex': '\\documentclass[../main]{subfiles}\n\\begin{document}\n\\LFP.\n\\end{document}',
        'chapters/sketch.tex': '\\documentclass{standalone}\n\\begin{document}\nA \\LFP{} cell.\n\\end{document}',
      };
      const context = await load(given, 'chapters/one.tex');
      deepEqual(files(context), ['main.tex', 'chapters/one.tex', 'chapters/sketch.tex']);
      equal(context.file.parsed.prose.text.trim(), 'LiFePO4.');
      const sketch = await workspace.load(folder.uri('chapters/sketch.tex'));
      equal(sketch!.file.parsed.prose.text.trim(), 'A LiFePO4 cell.');
    });

    test('a chapter that its named main file leaves out is read by itself', async () => {
      const given = {
        'main.tex': '\\documentclass{book}\n\\begin{document}\n%\\include{one}\n\\end{document}\n',
        'one.tex': '% !TEX root = main.tex\nThe XRD shows it. More XRD.\n',
      };
      const context = await load(given, 'one.tex');
      deepEqual(files(context), ['one.tex']);
      deepEqual(findings(context), ['abbreviation/undefined “XRD” is used 2 times but never defined.']);
    });

    test('Quarto and MyST follow includes from the folder of the file', async () => {
      const context = await load(
        {
          'paper.qmd': 'Start.\n\n{{< include parts/_one.qmd >}}\n\n```{include} parts/two.md\n```\n',
          'parts/_one.qmd': 'One.\n\n{{< include _deeper.qmd >}}\n',
          'parts/_deeper.qmd': 'Deeper.\n',
          'parts/two.md': 'Two.\n',
        },
        'paper.qmd',
      );
      deepEqual(files(context), ['paper.qmd', 'parts/_one.qmd', 'parts/_deeper.qmd', 'parts/two.md']);
    });

    test('a part that Quarto or R Markdown includes is read in the light of the whole', async () => {
      const given = {
        'paper.qmd': 'A solid electrolyte interphase (SEI) forms.\n\n{{< include _one.qmd >}}\n',
        '_one.qmd': 'The SEI.\n\n{{< include parts/_deeper.qmd >}}\n',
        'parts/_deeper.qmd': 'The SEI grows, the SEI stays.\n',
        'notes.qmd': 'A note.\n',
      };
      const context = await load(given, 'parts/_deeper.qmd');
      deepEqual(files(context), ['paper.qmd', '_one.qmd', 'parts/_deeper.qmd']);
      deepEqual(findings(context), []);
      deepEqual(files((await workspace.load(folder.uri('notes.qmd')))!), ['notes.qmd']);
      await folder.remove();
      const knitted = { 'a.Rmd': '```{r, child="b.Rmd"}\n```\n', 'b.Rmd': 'A part.\n' };
      deepEqual(files(await load(knitted, 'b.Rmd')), ['a.Rmd', 'b.Rmd']);
    });

    test('a file that does not lead to the part is not a main file of it', async () => {
      const given = {
        'main.qmd': '{{< include chapters/ch.qmd >}}\n',
        'chapters/ch.qmd': '{{< include /_part.qmd >}}\n',
        'chapters/_part.qmd': 'The part.\n',
      };
      const context = await load(given, 'chapters/_part.qmd');
      deepEqual(files(context), ['chapters/ch.qmd', 'chapters/_part.qmd']);
    });

    test('a book counts before a digest that includes its chapter', async () => {
      const given = {
        '_quarto.yml': 'book:\n  chapters: [index.qmd, one.qmd]\n',
        'index.qmd': 'Start.\n',
        'one.qmd': 'One.\n',
        'digest.qmd': '{{< include one.qmd >}}\n',
      };
      deepEqual(files(await load(given, 'one.qmd')), ['_quarto.yml', 'index.qmd', 'one.qmd']);
    });

    const CHAPTERS = {
      'index.md': 'A solid electrolyte interphase (SEI) forms.\n',
      'parts/one.md': '# One\n\nThe SEI and the CEI grow, the SEI and the CEI stay.\n',
    };
    const BOOKS: Readonly<Record<string, string>> = {
      '_quarto.yml':
        'project:\n  type: book\nbook:\n  title: "T"\n  chapters:\n    - index.md # first\n    - part: "Part"\n      chapters:\n        - parts/one.md\n        - data.ipynb\n',
      'myst.yml':
        'version: 1\nproject:\n  toc:\n    - file: index.md\n    - title: Part\n      children:\n        - file: parts/one.md\n',
      '_toc.yml':
        'format: jb-book\nroot: index\nparts:\n  - caption: Part\n    chapters:\n      - file: parts/one\n      - file: data\n',
      '_bookdown.yml': 'rmd_files: [\n  "index.md", # first\n  # "gone.md",\n  "parts/one.md"\n]\n',
    };
    for (const [name, book] of Object.entries(BOOKS)) {
      test(`the chapters in ${name} are one manuscript`, async () => {
        const context = await load({ ...CHAPTERS, [name]: book }, 'parts/one.md');
        deepEqual(files(context), [name, 'index.md', 'parts/one.md']);
        deepEqual(findings(context), ['abbreviation/undefined “CEI” is used 2 times but never defined.']);
        deepEqual(context.problems, []);
      });
    }

    test('a bookdown book that lists no files has those of its folder', async () => {
      const chapters = {
        'index.Rmd': CHAPTERS['index.md'],
        '02-more.Rmd': 'The SEI grows.\n',
        '01-one.Rmd': 'The SEI.\n',
        '_old.Rmd': 'Gone.\n',
      };
      const context = await load({ ...chapters, '_bookdown.yml': 'book_filename: "b"\n' }, '02-more.Rmd');
      deepEqual(files(context), ['_bookdown.yml', 'index.Rmd', '01-one.Rmd', '02-more.Rmd']);
      deepEqual(findings(context), []);
    });

    test('a book says what is abbreviated and cited in all its chapters', async () => {
      const book =
        'project:\n  bibliography: lit/a.bib\n  abbreviations:\n    CEI: cathode electrolyte interphase\n  toc:\n    - file: index.md\n    - file: parts/one.md\n    - file: gone.md\n';
      const bib = '@article{Peled1979, title = {The model}}\n';
      const context = await load({ ...CHAPTERS, 'myst.yml': book, 'lit/a.bib': bib }, 'parts/one.md');
      deepEqual(findings(context), []);
      equal(context.bibliography.entry('Peled1979')?.entry.reference.title, 'The model');
      deepEqual(
        context.problems.map(({ uri, span, message }) => [
          uri.endsWith('myst.yml'),
          book.slice(span.start, span.end),
          message,
        ]),
        [[true, 'gone.md', '“gone.md” was not found; its text is left out.']],
      );
    });

    test('Typst follows includes, and reads what imported files define', async () => {
      const given = {
        'main.typ':
          '#import "lib/defs.typ": LFP\n#import "@preview/unify:0.6.0": qty\n#LFP first.\n\n#include "parts/one.typ"\n',
        'lib/defs.typ': '#let LFP = [LiFePO#sub[4]]\n',
        'parts/one.typ': '#import "/lib/defs.typ": LFP\nThen #LFP again.\n',
      };
      const context = await load(given, 'parts/one.typ');
      deepEqual(files(context), ['main.typ', 'lib/defs.typ', 'parts/one.typ']);
      equal(proseOf(context, 'main.typ'), 'LiFePO4 first.');
      equal(proseOf(context, 'one.typ'), 'Then LiFePO4 again.');
      deepEqual(context.problems, []);
    });

    test('what two Typst modules call by one name is left open; an own name counts before an imported one', async () => {
      const given = {
        'main.typ':
          '#import "a.typ"\n#import "b.typ"\n#import "c.typ": (\n  LFP as lfp,\n  fec as f,\n)\n#let f = [mine]\n#a.name#b.name #lfp and #f.\n',
        'a.typ': '#let name = [FEC]\n',
        'b.typ': '#let name = [SEI]\n',
        'c.typ': '#let LFP = [LiFePO4]\n#let fec = [FEC]\n',
      };
      equal(proseOf(await load(given, 'main.typ'), 'main.typ'), 'LiFePO4 and mine.');
    });

    test('Typst modules are asked by their name, and what they hold by other names', async () => {
      const given = {
        'main.typ':
          '#import "lib/defs.typ"\n#import "lib/defs.typ" as d\n#import "lib/defs.typ": LFP as lfp\n#defs.LFP, #d.LFP. #lfp, $lfp$ and #other.LFP.\n',
        'lib/defs.typ': '#let LFP = [LiFePO#sub[4]]\n',
      };
      equal(proseOf(await load(given, 'main.typ'), 'main.typ'), 'LiFePO4, LiFePO4. LiFePO4, LiFePO4 and .');
    });
  });

import { deepEqual, equal } from 'node:assert/strict';
import { isRefusal } from '../../server/base/refusal';
import { planCitation } from '../../server/features/citations/insert';
import { after, load } from '../support/loaded';

const CITED = '@article{New2020, ids = {Old2020}, title = {T}}';
const NOT_HERE = 'A citation cannot go here: put the caret into a sentence, a caption or a note.';

/** Cites `New2020` at the `‸` of a text of the format; the text with the mark in it, or why there is none. */
async function cite(name: 'a.tex' | 'a.md' | 'a.typ' | 'a.txt', marked: string, textual = false): Promise<string> {
  const caret = marked.indexOf('‸');
  const texts = { [name]: marked.replace('‸', ''), 'refs.bib': CITED };
  const plan = planCitation(await load(texts, name), caret, ['own:New2020'], 'auto', { textual });
  return isRefusal(plan) ? plan.refused : after({ edits: plan.edits.slice(0, 1), creates: [] }, texts)[name]!;
}

const latex = (marked: string) => cite('a.tex', marked);
const markdown = (marked: string) => cite('a.md', marked);
const typst = (marked: string) => cite('a.typ', marked);

suite('a citation with the names in the sentence', () => {
  test('in the form of the manuscript or its packages', async () => {
    const natbib = '\\documentclass{article}\\usepackage{natbib}\\begin{document}';
    equal(await cite('a.tex', `${natbib}As ‸ says.`, true), `${natbib}As \\citet{New2020} says.`);
    const biblatex = natbib.replace('natbib', 'biblatex');
    equal(await cite('a.tex', `${biblatex}As ‸ says.`, true), `${biblatex}As \\textcite{New2020} says.`);
    equal(
      await cite('a.tex', `${biblatex}\\Textcite{A} and ‸ say.`, true),
      `${biblatex}\\Textcite{A} and \\textcite{New2020} say.`,
    );
    equal(await cite('a.md', 'As ‸ says.', true), 'As @New2020 says.');
    equal(await cite('a.md', 'Known {cite:p}`A`. As ‸ says.', true), 'Known {cite:p}`A`. As {cite:t}`New2020` says.');
    equal(await cite('a.typ', 'As ‸ says.', true), 'As #cite(<New2020>, form: "prose") says.');
  });

  test('as any other where there is none, or within a group', async () => {
    equal(await cite('a.tex', 'As ‸ says.', true), 'As \\cite{New2020} says.');
    equal(await cite('a.md', 'Known [@A‸].', true), 'Known [@A; @New2020].');
  });
});

suite('a citation goes to the end of', () => {
  test('the word that the caret is in or after', async () => {
    equal(await latex('An elec‸trolyte here.'), 'An electrolyte~\\cite{New2020} here.');
    equal(await latex('An electrolyte‸ here.'), 'An electrolyte~\\cite{New2020} here.');
    equal(await latex('An ‸electrolyte here.'), 'An~\\cite{New2020} electrolyte here.');
    equal(await latex('‸An electrolyte.'), 'An~\\cite{New2020} electrolyte.');
    equal(await markdown('A solid-‸state cell.'), 'A solid-state [@New2020] cell.');
    equal(await latex('A ‸\\emph{thin} film.'), 'A~\\cite{New2020} \\emph{thin} film.');
    equal(await markdown('A ‸**thin** film.'), 'A [@New2020] **thin** film.');
    equal(await typst('A ‸$x$ film.'), 'A @New2020 $x$ film.');
    equal(await typst('An elec‸trolyte.'), 'An electrolyte @New2020.');
  });

  test('a number, a formula, a cell, a name or a definition', async () => {
    equal(await latex('About 1.‸5 V is.'), 'About 1.5 V~\\cite{New2020} is.');
    equal(await latex('A LiPF‸$_6$ salt.'), 'A LiPF$_6$~\\cite{New2020} salt.');
    equal(await latex('A \\ce{LiPF‸6} salt.'), 'A \\ce{LiPF6}~\\cite{New2020} salt.');
    equal(await latex('All Li ‸| Cu cells.'), 'All Li | Cu~\\cite{New2020} cells.');
    equal(await markdown('Some ethylene ‸carbonate here.'), 'Some ethylene carbonate [@New2020] here.');
    equal(
      await latex('The solid electrolyte interphase ‸(SEI) is.'),
      'The solid electrolyte interphase (SEI)~\\cite{New2020} is.',
    );
  });

  test('mathematics', async () => {
    equal(await latex('So $x‸=1$ is.'), 'So $x=1$~\\cite{New2020} is.');
    equal(await markdown('So $x‸=1$ is.'), 'So $x=1$ [@New2020] is.');
    equal(await typst('So $x‸=1$ is.'), 'So $x=1$ @New2020 is.');
  });

  test('a note or a caption, inside it', async () => {
    equal(await latex('A\\footnote{Note‸} b.'), 'A\\footnote{Note~\\cite{New2020}} b.');
    equal(
      await latex('\\begin{figure}\\caption{Fil‸m}\\end{figure}'),
      '\\begin{figure}\\caption{Film~\\cite{New2020}}\\end{figure}',
    );
    equal(await latex('\\begin{figure}\\caption[Fil‸m]{Thin film}\\end{figure}'), NOT_HERE);
    equal(
      await latex('\\begin{description}\\item[Fi‸lm] Thin.\\end{description}'),
      '\\begin{description}\\item[Film]~\\cite{New2020} Thin.\\end{description}',
    );
  });

  test('nothing on an empty line, where a paragraph begins', async () => {
    equal(await markdown('One.\n\n‸'), 'One.\n\n[@New2020]');
    equal(await markdown('One.\n\n‸\n\nTwo.'), 'One.\n\n[@New2020]\n\nTwo.');
    equal(await markdown('One.\n\n‸\n# Two'), NOT_HERE);
    equal(await markdown('One.\n‸\nTwo.'), NOT_HERE);
    equal(await markdown('| A | B |\n|---|---|\n| a | b |\n‸\n: Films.\n'), NOT_HERE);
    equal(await markdown('One.\r\n\r‸\nTwo.\r\n'), NOT_HERE);
    equal(await markdown('One\r‸\ntwo.\r\n'), 'One [@New2020]\r\ntwo.\r\n');
  });

  test('a line, after the space that is typed there, before those that break the line', async () => {
    equal(await latex('A film ‸\n\nMore.'), 'A film \\cite{New2020}\n\nMore.');
    equal(await markdown('A film ‸'), 'A film [@New2020]');
    equal(await markdown('A film  ‸\nmore'), 'A film [@New2020]  \nmore');
    equal(await typst('A film ‸\n'), 'A film @New2020\n');
    equal(
      await latex('\\begin{itemize}\n\\item ‸\n\\end{itemize}'),
      '\\begin{itemize}\n\\item \\cite{New2020}\n\\end{itemize}',
    );
    equal(await markdown('| A | B |\n|---|---|\n| a | b | ‸\n'), NOT_HERE);
  });

  test('a macro with its empty braces, or into an empty note', async () => {
    equal(await latex('By \\LaTeX‸{} here.'), 'By \\LaTeX{}~\\cite{New2020} here.');
    equal(await latex('A\\footnote{‸} b.'), 'A\\footnote{\\cite{New2020}} b.');
  });

  test('the word at the caret where words are not parted by spaces', async () => {
    equal(await markdown('电解质界面很薄‸。'), '电解质界面很薄[@New2020]。');
    equal(await latex('界面‸很薄。'), '界面\\cite{New2020}很薄。');
    equal(await markdown('界面 [@a] 很薄‸，稳定。'), '界面 [@a] 很薄 [@New2020]，稳定。');
    equal(await typst('界面很薄‸。'), '界面很薄 @New2020。');
    equal(await markdown('カソード‸は薄い。'), 'カソード[@New2020]は薄い。');
  });
});

suite('a citation parts neither', () => {
  const goes = (what: string, cited: () => Promise<string>, text: string) =>
    test(what, async () => equal((await cited()).replace(/[ ~]?(?:\\cite\{New2020\}|\[?@New2020\]?)/, '[1]'), text));

  goes('a word and its accent', () => latex('The Stra\\ss ‸e.'), 'The Stra\\ss e[1].');
  goes('a backslash and what it escapes', () => markdown('A \\[bracket\\‸] here.'), 'A \\[bracket\\][1] here.');
  goes('a line and its break', () => markdown('A line\\‸\nbreaks.'), 'A line\\\nbreaks[1].');
  goes('signs that double', () => markdown('Grown **slowly*‸* here.'), 'Grown **slowly**[1] here.');
  goes('an ellipsis', () => markdown('And so on.‸.. here.'), 'And so on...[1] here.');
  goes('the end of a row and its space', () => latex('A line \\\\ [2p‸t] and more.'), 'A line \\\\ [2pt] and[1] more.');
  goes(
    'a protected command',
    () => latex('A film\\protect‸\\footnotemark{} grows.'),
    'A film\\protect\\footnotemark{}[1] grows.',
  );
  goes(
    'the words of a link',
    () => markdown('See [my da‸ta here](https://a.org).'),
    'See [my data here](https://a.org)[1].',
  );
  goes(
    'the words of a link in LaTeX',
    () => latex('See \\href{https://a.org}{my ‸data} here.'),
    'See \\href{https://a.org}{my data}[1] here.',
  );
  goes('a value in brackets', () => typst('A gap of #ev[1.‸05] here.'), 'A gap of #ev[1.05][1] here.');
  goes('a shortened word and its stop', () => latex('As in Fig‸. 3 here.'), 'As in Fig. 3[1] here.');
  goes('a name and its number', () => latex('By Eqs‸.~(\\ref{a}) here.'), 'By Eqs.~(\\ref{a})[1] here.');
  goes('the numbers of a mark', () => latex('As seen [7‸, 8] here.'), 'As seen [7, 8][1] here.');
  goes('what a tie holds together', () => latex('See Fig.~‸\\ref{a} here.'), 'See Fig.~\\ref{a}[1] here.');
  goes('a name in braces', () => latex('Text \\placed{lef‸t} goes on.'), 'Text \\placed{left}[1] goes on.');
  goes(
    'an overlay of slides',
    () => latex('\\begin{itemize}\n\\item<2-| alert@3> ‸A film.\n\\end{itemize}'),
    '\\begin{itemize}\n\\item<2-| alert@3> A[1] film.\n\\end{itemize}',
  );
  goes('a list item and its mark', () => markdown('Text.\n\n- ‸item one\n'), 'Text.\n\n- item[1] one\n');
  goes('an indented line and its space', () => markdown('- item\n  ‸goes on\n'), '- item[1]\n  goes on\n');
  goes('a heading and its text', () => latex('\\section{Films}\n‸They grow.'), '\\section{Films}\nThey[1] grow.');
  goes('a display and its text', () => latex('So\n\\[ a = b \\]\n‸holds here.'), 'So\n\\[ a = b \\]\nholds[1] here.');
  goes(
    'an image and the word before it',
    () => markdown('A film, ‸![seen](a.png) here.'),
    'A film,[1] ![seen](a.png) here.',
  );
  goes(
    'a word that is parted at the line end',
    () => markdown('The elec-\n‸trolyte dries.'),
    'The elec-\ntrolyte[1] dries.',
  );
  goes('a line and the spaces that break it', () => markdown('A film ‸ \nand more.'), 'A film[1]  \nand more.');
  goes(
    'a link by name',
    () => markdown('See [na‸me] here.\n\n[name]: https://a.org\n'),
    'See [name][1] here.\n\n[name]: https://a.org\n',
  );
  goes(
    'a term and its colon',
    () => typst('= Abbreviations\n/ FE‸C: the additive\n'),
    '= Abbreviations\n/ FEC: the additive[1]\n',
  );
  goes(
    'settings',
    () => latex('Text.\n\n\\boxset{\n  top=3c‸m,\n  left=2cm,\n}'),
    'Text.\n\n\\boxset{\n  top=3cm,\n  left=2cm,\n}[1]',
  );
  goes('marked words', () => latex('Some \\hl{marked ‸words} here.'), 'Some \\hl{marked words}[1] here.');
  goes('a number and its uncertainty', () => latex('It is 9.0(2‸) there.'), 'It is 9.0(2)[1] there.');
  goes('a word of Chinese', () => markdown('电‸解液很薄。'), '电解[1]液很薄。');
});

suite('a citation stays in the markup of Typst', () => {
  test('and goes into no code', async () => {
    equal(await typst('#figure(rect[x], caption: [Films‸])'), '#figure(rect[x], caption: [Films @New2020])');
    equal(await typst('#figure(rect[x], caption: [Films]‸)'), NOT_HERE);
    equal(await typst('#if true { [Films grow] ‸}'), NOT_HERE);
  });

  test('in the cell of the caret', async () => {
    equal(await typst('#grid([Left si‸de], [Right side])'), '#grid([Left side @New2020], [Right side])');
    equal(await typst('#list[first it‸em][second]'), '#list[first item @New2020][second]');
  });
});

suite('a citation is refused in', () => {
  const places: readonly [string, () => Promise<string>][] = [
    ['a comment', () => latex('Text % com‸ment\nmore')],
    ['a comment of Obsidian', () => markdown('Text %%hid‸den%% more')],
    ['a substitution', () => markdown('Text\n\n{{ wo‸rd }}')],
    ['a break of MyST', () => markdown('Text\n\n+++ {"pa‸rt": "abstract"}\n\nMore')],
    ['a grid table', () => markdown('+-----+-----+\n| a‸  | b   |\n+=====+=====+\n| c   | d   |\n+-----+-----+\n')],
    ['a simple table', () => markdown('Salt   Value\n-----  -----\nLi‸F    12\n')],
    ['a comment of Markdown', () => markdown('Text <!-- com‸ment --> more')],
    ['a preamble', () => latex('\\documentclass{article}\n\\usepack‸age{x}\n\\begin{document}A\\end{document}')],
    ['front matter', () => markdown('---\ntitle: A fi‸lm\n---\n\nText.')],
    ['a label', () => latex('\\section{A}\\label{sec:‸x} Text')],
    ['a label of Typst', () => typst('= A <sec-‸x>\n\nText')],
    ['a heading', () => latex('\\section{Sal‸ts}\nText')],
    ['the foot of a page', () => latex('\\fancyfoot[R]{The fi‸lm, page \\thepage}\nText')],
    ['the title of a slide', () => latex('\\begin{frame}<2->[t]{Sal‸ts}\nText\n\\end{frame}')],
    ['the width of a column', () => latex('\\begin{column}{0.5‸\\textwidth}\nText\n\\end{column}')],
    [
      'an address in a long tag',
      () => markdown(`A <img src="https://a.org/?${'x'.repeat(300)}&b" title="${'y '.repeat(300)} fi‸lm" /> B`),
    ],
    ['a heading of Markdown', () => markdown('# Sal‸ts\n\nText')],
    ['the list of references', () => markdown('Text.\n\n# References\n\nA. Writer, A fi‸lm, 2001.')],
    ['code', () => latex('\\begin{verbatim}\nco‸de\n\\end{verbatim}')],
    ['code of Markdown', () => markdown('```\nco‸de\n```\n')],
    ['code of Typst', () => typst('#let x = fi‸lm(2)\n\nText.')],
    ['metadata in TOML', () => markdown('+++\ntitle = "A fi‸lm"\n+++\n\nText.')],
    ['a list before its first item', () => latex('\\begin{itemize}\n‸\n\\item A\n\\end{itemize}')],
    ['a float between its parts', () => latex('\\begin{figure}\n‸\n\\caption{A}\n\\end{figure}')],
    ['rows of a table', () => latex('\\begin{tabular}{l}\na\\\\\n‸\n\\end{tabular}')],
    ['the definition of a macro', () => latex('\\newcommand{\\my}[1]{\\cite{#‸1}} Text \\my{a}.')],
    ['an address', () => latex('\\includegraphics{figures/fi‸lm.pdf}')],
  ];
  for (const [place, cited] of places) test(place, async () => equal(await cited(), NOT_HERE));

  test('a citation of the same work, by any of its keys', async () => {
    equal(await latex('Text \\cite{New2020‸}.'), 'New2020 is cited here already.');
    equal(await latex('Text \\cite{Old2020‸}.'), 'New2020 is cited here already.');
  });
});

suite('a citation at a citation joins', () => {
  test('its keys, whatever the caret cuts', async () => {
    equal(await latex('Text \\cite{Xu‸2004}.'), 'Text \\cite{Xu2004,New2020}.');
    equal(await latex('Text \\cite{a, b}‸.'), 'Text \\cite{a, b, New2020}.');
    equal(await latex('Text \\cite{a,‸}.'), 'Text \\cite{a,New2020}.');
    equal(await latex('Text \\textcite{a‸}.'), 'Text \\textcite{a,New2020}.');
    equal(await markdown('So {cite:p}`Xu2004‸` is.'), 'So {cite:p}`Xu2004,New2020` is.');
  });

  test('an empty group, and a mark that is begun', async () => {
    equal(await latex('Text \\cite{‸}.'), 'Text \\cite{New2020}.');
    equal(await markdown('Text [‸].'), 'Text [@New2020].');
    equal(await markdown('Text [@‸].'), 'Text [@New2020].');
    equal(await markdown('Text [see ‸].'), 'Text [see @New2020].');
    equal(await markdown('Text [@a; @‸].'), 'Text [@a; @New2020].');
    equal(await markdown('As @‸ says.'), 'As @New2020 says.');
    equal(await markdown('Text {cite:p}`‸`.'), 'Text {cite:p}`New2020`.');
    equal(await typst('Text @‸.'), 'Text @New2020.');
    equal(await typst('Text #cite(<‸>, form: "prose").'), 'Text #cite(<New2020>, form: "prose").');
    equal(await typst('Text #cite(‸).'), 'Text #cite(<New2020>).');
    equal(await markdown('From [0, 5‸] on.'), 'From [0, 5 [@New2020]] on.');
  });

  test('the group, after the locator of the last work', async () => {
    equal(await markdown('So [@Xu2004, p. 3‸] is.'), 'So [@Xu2004, p. 3; @New2020] is.');
    equal(await markdown('So [@a; ‸] is.'), 'So [@a; @New2020] is.');
    equal(await markdown('As @Xu‸2004 says.'), 'As @Xu2004 [@New2020] says.');
    equal(await markdown('As @Xu2004 [p. 3‸] says.'), 'As @Xu2004 [p. 3; @New2020] says.');
    equal(await markdown('As @{two words‸} says.'), 'As @{two words} [@New2020] says.');
    equal(await markdown('So {cite:p}`{see}a{p. 3}‸` is.'), 'So {cite:p}`{see}a{p. 3},New2020` is.');
    equal(await latex('So \\parencites(see)()[3]{A}[4]{B‸} is.'), 'So \\parencites(see)()[3]{A}[4]{B}{New2020} is.');
  });

  test('nothing that is about one work: it goes after it', async () => {
    equal(await latex('So~\\cite[p.~3]{Xu‸2004} is.'), 'So~\\cite[p.~3]{Xu2004}~\\cite{New2020} is.');
    equal(await latex('So \\cite<see>[p.~3]{A‸} is.'), 'So \\cite<see>[p.~3]{A} \\cite{New2020} is.');
    equal(await markdown('So [@a](https://x.org/‸b) is.'), 'So [@a](https://x.org/b) [@New2020] is.');
    equal(await markdown('So [@a‸]{.new} is.'), 'So [@a]{.new} [@New2020] is.');
    equal(await markdown('So [[no‸te]] is.'), 'So [[note]] [@New2020] is.');
    equal(
      await latex('\\newcommand{\\my}[1]{\\cite{#1}}So \\my{a‸} is.'),
      '\\newcommand{\\my}[1]{\\cite{#1}}So \\my{a} \\cite{New2020} is.',
    );
    equal(await latex('So \\volcite{2}[3]{A‸} is.'), 'So \\volcite{2}[3]{A} \\cite{New2020} is.');
    equal(await latex('As \\citeauthor{Xu‸2004} says.'), 'As \\citeauthor{Xu2004} \\cite{New2020} says.');
    equal(await typst('So @Xu‸2004 is.'), 'So @Xu2004 @New2020 is.');
    equal(await typst('So #cite(<Xu‸2004>) is.'), 'So #cite(<Xu2004>) @New2020 is.');
    equal(await typst('So @Xu2004[p. ‸3] is.'), 'So @Xu2004[p. 3] @New2020 is.');
  });
});

suite('a citation beside the place of the mark', () => {
  test('takes the work, so that both are one group', async () => {
    equal(await latex('Films gr‸ow~\\cite{a} well.'), 'Films grow~\\cite{a,New2020} well.');
    equal(await latex('Films grow‸\n\\cite{a} well.'), 'Films grow\n\\cite{a,New2020} well.');
    equal(await latex('Films at $x‸=1$~\\cite{a} grow.'), 'Films at $x=1$~\\cite{a,New2020} grow.');
    equal(await latex('Films at 3‸ V~\\cite{a} grow.'), 'Films at 3 V~\\cite{a,New2020} grow.');
    equal(await latex('Films \\cite{a} ‸grow.'), 'Films \\cite{a,New2020} grow.');
    equal(await markdown('Films gr‸ow [@a, p. 3].'), 'Films grow [@a, p. 3; @New2020].');
    equal(await markdown('Films gr‸ow {cite:p}`a`.'), 'Films grow {cite:p}`a,New2020`.');
    equal(await typst('Films gr‸ow @a.'), 'Films grow @a @New2020.');
  });

  test('where numbers are raised after the stop, too', async () => {
    equal(await latex('Films gr‸ow.\\cite{a} Then'), 'Films grow.\\cite{a,New2020} Then');
    equal(await latex('Films gr‸ow,\\cite{a} then'), 'Films grow,\\cite{a,New2020} then');
  });

  test('stays as it is where it is about what comes, or takes no other work', async () => {
    equal(await markdown('As shown‸ by @a here.'), 'As shown [@New2020] by @a here.');
    equal(await markdown('As shown by‸ @a here.'), 'As shown by [@New2020] @a here.');
    equal(await latex('As by‸ \\citet{a} here.'), 'As by \\cite{New2020} \\citet{a} here.');
    equal(await latex('As before,‸ \\cite{a} found films.'), 'As before, \\cite{New2020} \\cite{a} found films.');
    equal(await latex('As bef‸ore, \\cite{a} found films.'), 'As before \\cite{New2020}, \\cite{a} found films.');
    equal(await latex('Films gr‸ow \\cite[3]{a}.'), 'Films grow \\cite[3]{a} \\cite{New2020}.');
    equal(await latex('Films gr‸ow\n\n\\cite{a} found.'), 'Films grow~\\cite{New2020}\n\n\\cite{a} found.');
  });

  test('is enough where it cites the work already', async () => {
    equal(await latex('Films gr‸ow~\\cite{New2020}.'), 'New2020 is cited here already.');
    equal(await typst('Films gr‸ow @New2020.'), 'New2020 is cited here already.');
  });
});

suite('a citation is written as', () => {
  test('the manuscript cites in brackets, not in the sentence and not unseen', async () => {
    equal(await latex('\\nocite{A}\\nocite{B} Text‸.'), '\\nocite{A}\\nocite{B} Text~\\cite{New2020}.');
    equal(
      await latex('\\citet{A} and \\citet{B} say \\citep{C}. Text‸.'),
      '\\citet{A} and \\citet{B} say \\citep{C}. Text \\citep{New2020}.',
    );
    equal(
      await latex('\\citeauthor{A}, \\citeyear{A}. Text‸.'),
      '\\citeauthor{A}, \\citeyear{A}. Text \\cite{New2020}.',
    );
  });

  test('a role where the manuscript cites by roles', async () => {
    equal(await markdown('So {cite:p}`A`. Text‸.'), 'So {cite:p}`A`. Text {cite:p}`New2020`.');
    equal(
      await markdown('So {cite:t}`A` {cite:year}`A`. Text‸.'),
      'So {cite:t}`A` {cite:year}`A`. Text {cite:p}`New2020`.',
    );
  });

  test('the space before citations is elsewhere', async () => {
    equal(await latex('One \\cite{A}, two \\cite{B}, three‸.'), 'One \\cite{A}, two \\cite{B}, three \\cite{New2020}.');
    equal(await latex('One\\cite{A}, two‸.'), 'One\\cite{A}, two\\cite{New2020}.');
    equal(await latex('One~‸'), 'One~\\cite{New2020}');
  });
});

suite('citations are read', () => {
  const keys = async (name: string, text: string) =>
    (await load({ [name]: text }, name)).file.parsed.citations.map((use) => use.keys.map(({ key }) => key));

  test('with notes on all works, volumes and entries in the text', async () => {
    deepEqual(await keys('a.tex', '\\parencites(see)(end)[3]{A}[4]{B}'), [['A', 'B']]);
    deepEqual(await keys('a.tex', '\\volcite{2}[3]{A} and \\pvolcite[see]{1}{B}'), [['A'], ['B']]);
    deepEqual(await keys('a.tex', '\\bibentry{A}'), [['A']]);
    deepEqual(await keys('a.tex', '\\cite<see>[p.~3]{A}'), [['A']]);
    deepEqual(await keys('a.md', 'So {cite:p}`{see}a{p. 3},b`.'), [['a', 'b']]);
  });

  test('with spaces in a key, and with the works after a locator', async () => {
    deepEqual(await keys('a.md', 'see @{key with spaces}'), [['key with spaces']]);
    deepEqual(await keys('a.md', 'As @a [p. 3; @b] says'), [['a', 'b']]);
    deepEqual(await keys('a.md', 'As @a [a page](https://x.org) says'), [['a']]);
  });
});

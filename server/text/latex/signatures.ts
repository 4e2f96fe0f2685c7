/*
 * How many arguments the commands of LaTeX and its packages take, and which of them a reader sees.
 * `*` a star, `+` a plus, `o` `[…]`, `p` `(…)`, `x` an argument that is not read, `t` one that is text of its place,
 * `@` the mark of something that is seen but is not text, `_` a gap.
 */
export const SIGNATURES: Readonly<Record<string, string>> = {
  // Nothing to see.
  x:
    'label index glsreset glsunset pagestyle thispagestyle bibliographystyle graphicspath hypersetup captionsetup hyphenation phantom ' +
    'vphantom hphantom pagenumbering tikzset pgfplotsset sisetup setchemfig sethlcolor includeonly usetikzlibrary ' +
    'counterwithin setstretch selectlanguage titlerunning authorrunning shorttitle shortauthors ' +
    'runningtitle runningauthor AuthorNames Volume journal pubvolume issuenum articlenumber firstpage doi preprint setcitestyle ' +
    'bibpunct citestyle setglossarystyle glossarystyle geometry mathtoolsset lstset DIFdel DIFdelFL sout st ' +
    'cline refstepcounter stepcounter usecounter value arabic alph Alph roman Roman fnref corref tnoteref cormark fnmark ' +
    'tag tnote tnotemark IEEEpubid IEEEspecialpapernotice setchemnum appendixtitles articletype authormark jnlcitation thispagestyle acuse acsetup setabbreviationstyle DeclareGraphicsExtensions listfiles bibinfo bibfield BibitemShut ' +
    'typeout message wlog special chaptermark sectionmark subsectionmark markright',
  '*x_': 'vspace hspace',
  '*xx': 'setlength addtolength setcounter addtocounter newlength numberwithin settowidth counterwithout colorlet',
  xx: 'fancypagestyle markboth addtocontents fontsize DeclareUnicodeCharacter newtheorem crefname Crefname write',
  xtt: 'IfFileExists InputIfFileExists',
  xxx: 'addcontentsline definecolor providecolor',
  'x*ox': 'newcounter',
  '*oox': 'includegraphics',
  '*+ox': 'initcmpd labelcmpd resetcmpd declarecompound',
  oxxx: 'replacecmpd',
  // Colours, heads and feet of pages, and what is not shown.
  ox:
    'color pagecolor arrayrulecolor lhead chead rhead ihead ohead lfoot cfoot rfoot ifoot ofoot fancyhead fancyfoot fancyhf ' +
    'pacs todo missingfigure includepdf marginpar qrcode lstinputlisting usetheme deleted glsadd comment',
  oxoo: 'cellcolor rowcolor columncolor',
  '*oxxx': 'rowcolors',
  oxx: 'rule inputminted',
  op: 'cmidrule',
  opx: 'cmidrule',
  o:
    'toprule midrule bottomrule addlinespace pagebreak nopagebreak linebreak listoftodos printglossary printglossaries printacronyms ' +
    'printnoidxglossary printbibliography printnomenclature PACS MSC',
  // Text within something.
  t:
    'textbf textit emph textrm textsf textsc textsl textup textmd textnormal underline uline uwave ul hl mbox hbox vbox text ' +
    'MakeUppercase MakeLowercase uppercase lowercase DIFadd DIFaddFL centerline leftline rightline fbox smash rlap llap textls citetext ' +
    'nohyphens iupac fnm sur orgdiv orgname orgaddress street city state country postcode subcaptionlabel bibfnamefont bibnamefont',
  ot: 'added highlight hyperref makecell thead parbox makebox framebox',
  tt: 'IEEEPARstart',
  ott: 'lettrine',
  xt: 'chemname foreignlanguage hypertarget hyperlink scalebox raisebox glslink glsdisp',
  oxt: 'textcolor colorbox rotatebox href pdfmarkupcomment',
  xxt: 'resizebox multicolumn fcolorbox adjustbox',
  oxoxot: 'multirow',
  otx: 'replaced',
  tx: 'texorpdfstring pdftooltip pdfcomment',
  // Seen, but no text.
  '*x@':
    'ref eqref pageref nameref vref vpageref autoref cref Cref cpageref subref fullref labelcref namecref figref tabref secref eqnref Fref fref',
  '*xx@': 'crefrange Crefrange',
  'ox@': 'chemfig',
  // Numbers of compounds: chemnum, chemcompounds.
  '*+ox@': 'cmpd cmpdplain cmpdref compound',
  'x@': 'url nolinkurl path texttt code orcidlink orcidicon',
  '@': 'footnotemark thepage today',
};

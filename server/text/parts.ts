import type { DocumentPart } from './prose';

/**
 * Part that a heading of this text opens, whatever its number, case and colon (`7. Author Contributions:`);
 * undefined for a heading of the paper itself.
 */
export function partOfHeading(text: string): DocumentPart | undefined {
  const name = normalize(text);
  if (name.length === 0 || name.length > LONGEST_NAME) return undefined;
  return PART_OF_NAME.get(name) ?? BEGINNINGS.find(([beginning]) => startsWithWords(name, beginning))?.[1];
}

/** Whether a heading names a supplement, not an appendix. */
export const isSupplement = (text: string): boolean =>
  partOfHeading(text) === 'supporting-information' && !/^(?:appendi|anhang)/.test(normalize(text));

/**
 * Follows the headings of a document. The part that a heading opens lasts until the next heading of its level or above;
 * supporting information and appendices last to the end, since what follows them is numbered within them.
 */
export class PartTracker {
  private base: DocumentPart;
  private opened: { readonly part: DocumentPart; readonly level: number } | undefined;

  constructor(base: DocumentPart = 'body') {
    this.base = base;
  }

  /** Part that the current text belongs to. */
  get part(): DocumentPart {
    return this.opened?.part ?? this.base;
  }

  /** Takes a heading into account; its own block belongs to the part returned. */
  heading(text: string, level: number): DocumentPart {
    const part = partOfHeading(text);
    if (part === 'supporting-information') this.base = part;
    if (part) this.opened = { part, level };
    else if (this.opened && level <= this.opened.level) this.opened = undefined;
    return this.part;
  }

  /** The part that a heading of this level or below opened ends without another. */
  leave(level = 0): void {
    if (this.opened && this.opened.level >= level) this.opened = undefined;
  }

  /** From here on everything without a part of its own belongs to `part`: `\appendix`. */
  rebase(part: DocumentPart): void {
    this.base = part;
    this.opened = undefined;
  }
}

/** Lower case, one space between words, without numbers in front and punctuation after. */
function normalize(text: string): string {
  return text
    .slice(0, LONGEST_NAME * 2)
    .toLowerCase()
    .replace(/[’'*#]/g, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
    .replace(/^(?:\d+|[a-z](?=[.)])|[ivx]+(?=[.)]))(?:\.\d+){0,4}[.)]? ?/, '')
    .replace(/^第?[一二三四五六七八九十]+[章节]?[、．]? ?/, '')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .replace(/[ :：.]+$/, '');
}

const startsWithWords = (name: string, beginning: string) =>
  name.startsWith(beginning) && /^s?(?![a-z])/.test(name.slice(beginning.length));

/** A heading that names a part is short; a longer one is a sentence about it. */
const LONGEST_NAME = 70;

const NAMES: Partial<Record<DocumentPart, readonly string[]>> = {
  // What publishers' pages say of other articles
  // and lists that a program makes: their titles and captions come in the text again
  'front-matter': [
    'you may also like',
    'articles you may be interested in',
    'related content',
    'recommended articles',
    'table of contents',
    'list of figures',
    'list of tables',
    'list of figures and tables',
    'inhaltsverzeichnis',
    'abbildungsverzeichnis',
    'tabellenverzeichnis',
    'table des matières',
    'liste des figures',
    'liste des tableaux',
    'índice de figuras',
    'índice de tablas',
    '目录',
    '图目录',
    '表目录',
  ],
  abstract: ['abstract', 'synopsis', 'resumen', 'résumé', 'zusammenfassung', 'kurzfassung', 'samenvatting', '摘要'],
  keywords: [
    'keywords',
    'key words',
    'keyword',
    'index terms',
    'schlagwörter',
    'palabras clave',
    'mots-clés',
    '关键词',
  ],
  abbreviations: [
    'abbreviations',
    'abbreviation',
    'abbreviations used',
    'abbreviations and acronyms',
    'abbreviations and symbols',
    'acronyms',
    'acronyms and abbreviations',
    'acronym',
    'glossary',
    'glossary of terms',
    'glossar',
    'glossaire',
    'glosario',
    '术语表',
    'nomenclature',
    'nomenclature and abbreviations',
    'list of abbreviations',
    'list of abbreviations and symbols',
    'list of acronyms',
    'list of acronyms and abbreviations',
    'list of symbols and abbreviations',
    'symbols and abbreviations',
    'abkürzungsverzeichnis',
    'abkürzungen',
    'abreviaturas',
    'lista de abreviaturas',
    'siglas y abreviaturas',
    'abréviations',
    'liste des abréviations',
    'sigles et abréviations',
    '缩略语',
    '缩略词',
    '缩略语表',
    '缩写',
    '缩写表',
    '符号与缩略语',
  ],
  acknowledgements: [
    'acknowledgements',
    'acknowledgments',
    'acknowledgement',
    'acknowledgment',
    'funding',
    'funding information',
    'funding sources',
    'funding source',
    'funding statement',
    'financial support',
    'financial disclosure',
    'danksagung',
    'dankwoord',
    'agradecimientos',
    'remerciements',
    '致谢',
    '基金项目',
  ],
  'supporting-information': [
    'supporting information',
    'supporting info',
    'supplementary information',
    'supplementary material',
    'supplementary materials',
    'supplementary data',
    'supplementary notes',
    'supplemental information',
    'supplemental material',
    'supplemental materials',
    'supplement',
    'electronic supplementary information',
    'electronic supplementary material',
    'esi',
    'appendix',
    'appendices',
    'anhang',
    'anexos',
    'annexes',
    '附录',
    '支持信息',
    '补充材料',
  ],
  references: [
    'references',
    'reference',
    'bibliography',
    'references and notes',
    'notes and references',
    'literature',
    'literature cited',
    'works cited',
    'reference list',
    'list of references',
    'selected references',
    'cited literature',
    'cited works',
    'sources',
    'further reading',
    'publications',
    'list of publications',
    'quellen',
    'quellenverzeichnis',
    'publikationen',
    'références',
    'références bibliographiques',
    'referencias bibliográficas',
    'literatur',
    'literaturverzeichnis',
    'referencias',
    'bibliografía',
    'bibliographie',
    '参考文献',
    '文献',
  ],
  'back-matter': [
    'additional information',
    'associated content',
    'author contribution',
    'author contributions',
    'author contribution statement',
    'author information',
    'authors contribution',
    'authors contributions',
    'authorship contribution statement',
    'biographies',
    'biography',
    'about the authors',
    'author biographies',
    'biographical information',
    'contributions',
    'contributorship',
    'corresponding author',
    'corresponding authors',
    'declaration',
    'declarations',
    'disclosure',
    'disclosures',
    'disclosure statement',
    'ethics declarations',
    'ethics statement',
    'ethical approval',
    'notes',
    'open access',
    'open research',
    'orcid',
    'peer review',
    'publishers note',
    'rights and permissions',
    'table of contents',
    'table of contents entry',
    'table of contents graphic',
    'contents',
    'toc graphic',
    'present address',
    'present addresses',
    '作者贡献',
    '利益冲突',
    '作者简介',
    '目录',
  ],
};

const PART_OF_NAME: ReadonlyMap<string, DocumentPart> = new Map(
  Object.entries(NAMES).flatMap(([part, names]) => names.map((name) => [name, part as DocumentPart] as const)),
);

/** For names with many endings: `Data availability statement`, `Conflict of interests`, `Appendix A. Derivations`. */
const BEGINNINGS: readonly (readonly [string, DocumentPart])[] = [
  ['data availability', 'back-matter'],
  ['data and code availability', 'back-matter'],
  ['data and materials availability', 'back-matter'],
  ['data and software availability', 'back-matter'],
  ['availability of data', 'back-matter'],
  ['code availability', 'back-matter'],
  ['credit author', 'back-matter'],
  ['credit authorship', 'back-matter'],
  ['conflict of interest', 'back-matter'],
  ['conflicts of interest', 'back-matter'],
  ['competing interest', 'back-matter'],
  ['competing financial interest', 'back-matter'],
  ['declaration of competing', 'back-matter'],
  ['declaration of interest', 'back-matter'],
  ['declaration of conflict', 'back-matter'],
  ['declaration of generative ai', 'back-matter'],
  ['appendix', 'supporting-information'],
  ['supporting information', 'supporting-information'],
  ['supplementary information', 'supporting-information'],
  ['supplementary material', 'supporting-information'],
  ['supplemental information', 'supporting-information'],
];

import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compositionKey } from '../../server/chemistry/composition';
import { bundledCatalogue } from '../../server/knowledge/bundled';
import type { CitationMention, Mention } from '../../server/manuscript/mention';
import { nodeFiles } from '../../server/nodeFiles';
import type { Prose } from '../../server/text';
import { Workspace } from '../../server/workspace/workspace';

/** A citation is read by its markup: nothing to judge. */
export type JudgedMention = Exclude<Mention, CitationMention>;

/** One file of the corpus with what was recognised in it. */
export interface ScannedFile {
  /** From the folder of the corpus, with slashes. */
  readonly path: string;
  readonly source: string;
  readonly prose: Prose;
  readonly mentions: readonly JudgedMention[];
}

/** LaTeX manuscripts that people typed; the `.tex` twins of the converted articles say what their `.md` says. */
const LATEX_ROOTS = ['bercx-thesis/main.tex', 'msd-errors/src/tex/ms.tex'];

/** Scans every manuscript of the corpus: the Markdown papers and the LaTeX projects with the files that they include. */
export async function scanCorpus(folder: string): Promise<readonly ScannedFile[]> {
  const workspace = new Workspace(nodeFiles, bundledCatalogue());
  const papers = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?:^|[/\\])paper\.md$/.test(path),
  );
  const files = new Map<string, ScannedFile>();
  for (const root of [...papers, ...LATEX_ROOTS]) {
    const context = await workspace.load(pathToFileURL(resolve(join(folder, root))).href);
    if (!context) throw new Error(`${root} is not in ${folder}`);
    for (const { uri } of context.manuscript.files) {
      const path = relative(resolve(folder), fileURLToPath(uri)).replaceAll('\\', '/');
      const { parsed, mentions } = context.manuscript.analysis(uri)!;
      const judged = mentions.filter((m): m is JudgedMention => m.kind !== 'citation');
      files.set(path, { path, source: parsed.source, prose: parsed.prose, mentions: judged });
    }
  }
  return [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a mention was read as, in one line: species, composition, expansion, value and unit, layers. */
export function labelOf(mention: JudgedMention): string {
  switch (mention.kind) {
    case 'formula': {
      const { composition, charge, variables } = mention.formula;
      const atoms = composition ? compositionKey(composition) : `open ${variables.join(' ')}`.trim();
      return [mention.species ?? '?', atoms, ...(charge ? [`charge ${charge}`] : [])].join(', ');
    }
    case 'name':
      return mention.species;
    case 'abbreviation':
      return `${mention.expansion ?? '?'}${mention.species ? ` = ${mention.species}` : ''}`;
    case 'quantity':
      return [
        mention.relation,
        [mention.value].flat().join('…'),
        mention.unit,
        mention.reference && `vs ${mention.reference}`,
      ]
        .filter((part) => part !== undefined)
        .join(' ');
    case 'space-group':
      return `No. ${mention.number}`;
    case 'cell':
      return `${mention.type}: ${mention.layers.map((l) => [l.species ?? '?', l.coating && `@${l.coating}`, `(${l.role})`].join('')).join(' ')}`;
  }
}

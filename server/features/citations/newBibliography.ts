import { fileName, folderOf, resolvePath } from '../../base/uris';
import type { Edit } from '../../rules/rule';
import type { Manuscript } from '../../text/manuscript';
import type { Loaded } from '../../workspace/workspace';
import type { NewFile } from '../plan';

const NAME = 'references';

/** An empty bibliography beside the main file of a manuscript that has none, and the line that names it there. */
export function newBibliography({ project: { readings, main } }: Loaded): { file: NewFile; edits: readonly Edit[] } {
  const root = readings[0]!;
  const isQuarto = /^_quarto\.ya?ml$/.test(fileName(root.uri));
  const { uri, manuscript } = isQuarto ? root : main;
  const line = isQuarto ? atEnd(manuscript.source, `bibliography: ${NAME}.bib\n`) : declaration(manuscript);
  return {
    file: { uri: resolvePath(folderOf(uri), `${NAME}.bib`), text: '' },
    edits: line ? [{ uri, span: { start: line.at, end: line.at }, newText: line.text }] : [],
  };
}

const atEnd = (source: string, line: string) => ({
  at: source.length,
  text: `${source === '' || source.endsWith('\n') ? '' : '\n'}${line}`,
});

function declaration({ language, source, packages }: Manuscript): { at: number; text: string } | undefined {
  switch (language) {
    case 'latex': {
      const [before, text] = packages.has('biblatex')
        ? ['\\begin{document}', `\\addbibresource{${NAME}.bib}\n`]
        : ['\\end{document}', `\\bibliography{${NAME}}\n`];
      const at = source.lastIndexOf(before!);
      return at < 0 ? undefined : { at, text: text! };
    }
    case 'markdown': {
      const end = /^---\r?\n/.test(source) ? source.indexOf('\n---', 3) : -1;
      if (end >= 0) return { at: end + 1, text: `bibliography: ${NAME}.bib\n` };
      return { at: 0, text: `---\nbibliography: ${NAME}.bib\n---\n\n` };
    }
    case 'typst':
      return atEnd(source, `\n#bibliography("${NAME}.bib")\n`);
    default:
      return undefined;
  }
}

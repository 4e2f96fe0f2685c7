import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Encoding } from '../base/encoding';
import type { FileText } from '../workspace/fileText';
import type { BibliographyContext, ManuscriptContext } from '../workspace/workspace';
import type { OpenDocuments } from './openDocuments';

/** The text of a file as it was read, so that places in it can be turned into positions whatever is typed meanwhile. */
export interface KnownText {
  /** Its URI is the client's own spelling, and its version the client's, where it is open. */
  readonly document: TextDocument;
  readonly isOpen: boolean;
  /** What the file is written in. */
  readonly encoding: Encoding;
  /** True where the editor shows it as UTF-8, which it is not. */
  readonly misread?: boolean;
}

/** Text of a file by its canonical URI. */
export type TextOf = (uri: string) => KnownText | undefined;

/** The client has edited a text since it was read. */
export class TextMoved extends Error {}

/** Throws `TextMoved` where the file is open with another text by now. */
export function knownText(
  uri: string,
  text: string,
  open: OpenDocuments,
  file?: Pick<FileText, 'encoding' | 'misread'>,
): KnownText {
  const document = open.get(uri);
  if (document && document.getText() !== text) throw new TextMoved(`${uri} has changed since it was read`);
  const { uri: spelling, languageId, version } = document ?? { uri, languageId: '', version: 0 };
  return {
    document: TextDocument.create(spelling, languageId, version, text),
    isOpen: document !== undefined,
    encoding: file?.encoding ?? 'utf-8',
    ...(file?.misread && { misread: true }),
  };
}

/** Texts of a bibliography and of its manuscripts. Throws `TextMoved`. */
export function textsOfBibliography({ bibliography, manuscripts }: BibliographyContext, open: OpenDocuments): TextOf {
  const { uri, text } = bibliography;
  const own = knownText(uri, text, open, bibliography);
  const others = manuscripts.map((context) => textsOf(context, open));
  return (of) => (of === uri ? own : others.map((textOf) => textOf(of)).find((known) => known !== undefined));
}

/** Texts of all files of a manuscript. Throws `TextMoved`. */
export function textsOf(context: ManuscriptContext, open: OpenDocuments): TextOf {
  const { manuscript, bibliography, projectFile, otherEncodings } = context;
  const known = (uri: string, text: string) => knownText(uri, text, open, otherEncodings.get(uri));
  const texts = new Map(bibliography.files.map(({ uri, text }) => [uri, known(uri, text)]));
  for (const { uri, parsed } of manuscript.files) if (!texts.has(uri)) texts.set(uri, known(uri, parsed.source));
  if (projectFile) texts.set(projectFile.uri, knownText(projectFile.uri, projectFile.text, open));
  return (uri) => texts.get(uri);
}

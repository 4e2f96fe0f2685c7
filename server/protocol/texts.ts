import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Loaded } from '../workspace/workspace';
import type { TextOf } from './convert';

export interface OpenDocuments {
  get(uri: string): TextDocument | undefined;
}

/** Texts of the files of a manuscript: as open in the editor, else as they were read. */
export function textsOf({ project, bibliography }: Loaded, open: OpenDocuments): TextOf {
  const made = new Map<string, TextDocument>();
  return (uri) => {
    const known = open.get(uri) ?? made.get(uri);
    if (known) return known;
    const text =
      project.readings.find((reading) => reading.uri === uri)?.manuscript.source ??
      bibliography.files.find((file) => file.uri === uri)?.text;
    if (text === undefined) return undefined;
    const document = TextDocument.create(uri, '', 0, text);
    made.set(uri, document);
    return document;
  };
}

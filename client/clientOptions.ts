import { type ExtensionContext, type LogOutputChannel, Uri, workspace } from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { activationEvents } from '../package.json';
import type { ClientExtras } from '../server/protocol/requests';
import { opensEncoded } from './encodings';

/** The languages that start the extension. */
const languages = activationEvents.flatMap((event) => /^onLanguage:(.+)/.exec(event)?.[1] ?? []);

export const manuscriptLanguages = languages.filter((language) => language !== 'bibtex');

export function clientOptions(context: ExtensionContext, output: LogOutputChannel): LanguageClientOptions {
  const extras: ClientExtras = {
    files: true,
    encodings: opensEncoded(),
    status: true,
    drawings: true,
    docs: Uri.joinPath(context.extensionUri, 'docs').toString(),
    citeCommand: 'interphase.citeSource',
    catalogueCommand: 'interphase.openCatalogue',
  };
  return {
    documentSelector: schemes(context).flatMap((scheme) => [
      ...languages.map((language) => ({ scheme, language })),
      { scheme, pattern: '**/.interphase.yaml' },
    ]),
    outputChannel: output,
    initializationOptions: extras,
    // Species cards are tables with sub- and superscripts, and offer two commands.
    markdown: {
      isTrusted: { enabledCommands: ['interphase.citeSource', 'interphase.openCatalogue'] },
      supportHtml: true,
    },
  };
}

/** Where manuscripts live: local and new files, the sample paper, and wherever the workspace is. Leaves out `git:` and other views. */
const schemes = ({ globalStorageUri }: ExtensionContext) => [
  ...new Set([
    'file',
    'untitled',
    globalStorageUri.scheme,
    ...(workspace.workspaceFolders ?? []).map((f) => f.uri.scheme),
  ]),
];

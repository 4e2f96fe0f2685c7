import type { Connection } from 'vscode-languageserver';
import { canonicalUri } from '../base/uris';
import { type Files, UnreadableFile } from '../workspace/runtime';
import * as requests from './requests';

/** Files as the editor sees them: open texts, virtual workspaces. For a server that has no disk. */
export const clientFiles = (connection: Connection): Files => ({
  async read(uri) {
    const answer = await connection.sendRequest<requests.ReadFileResult | null>(requests.readFile, { uri });
    if (!answer) return undefined;
    if ('unreadable' in answer) throw new UnreadableFile(uri, answer.unreadable);
    return { encoding: 'utf-8', ...answer };
  },
  async list(base) {
    const answer = await connection.sendRequest<requests.FindFilesResult>(requests.findFiles, { base, glob: '*' });
    return answer.uris.map(canonicalUri);
  },
  async find(base, glob) {
    const answer = await connection.sendRequest<requests.FindFilesResult>(requests.findFiles, { base, glob });
    return answer.uris.map(canonicalUri);
  },
});

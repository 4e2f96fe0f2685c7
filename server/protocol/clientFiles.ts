import type { Connection } from 'vscode-languageserver';
import type { Files } from '../workspace/runtime';
import * as requests from './requests';

/** Files as the editor sees them: open texts, virtual workspaces. For a server that has no disk. */
export const clientFiles = (connection: Connection): Files => ({
  async read(uri) {
    const answer = await connection.sendRequest<requests.ReadFileResult | null>(requests.readFile, { uri });
    return answer?.text;
  },
  async list(base) {
    const answer = await connection.sendRequest<requests.FindFilesResult>(requests.findFiles, { base, glob: '*' });
    return answer.uris;
  },
});

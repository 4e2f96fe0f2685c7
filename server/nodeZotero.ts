import { request } from 'node:http';
import { type Zotero, ZoteroFailure, type ZoteroQuery } from './workspace/runtime';

/** Zotero listens here and nowhere else: this address is not a setting, so that nothing typed leaves the machine. */
const HOST = '127.0.0.1';
const PORT = 23119;

/** Milliseconds. */
const LONGEST_WAIT = 2000;
const MOST_WORKS = 50;
/** Characters: a work has a thousand, with its abstract and notes some thousands. */
const LONGEST_ANSWER = 2_000_000;

/** Libraries that the writer shares with others. */
const MOST_GROUPS = 20;

/**
 * The local API of Zotero 7 and newer (zotero.org/support/dev/web_api/v3/local_api): the writer's own library, then those of groups.
 * Tests bring a port and a wait of their own.
 */
export const nodeZotero = (port = PORT, wait = LONGEST_WAIT): Zotero => ({
  async search(query, signal) {
    const inTime = AbortSignal.timeout(wait);
    const ask = (path: string): Promise<string> => answerTo(path, port, AbortSignal.any([signal, inTime]), inTime);
    const own = await ask(`/api/users/0${itemsFound(query)}`);
    const groups = await ask('/api/users/0/groups')
      .then(idsOf)
      .catch(() => []);
    const shared = groups.map((id) => ask(`/api/groups/${id}${itemsFound(query)}`).catch(() => ''));
    return [own, ...(await Promise.all(shared))].join('\n');
  },
});

const answerTo = (path: string, port: number, signal: AbortSignal, inTime: AbortSignal): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'Zotero-API-Version': '3' };
    const call = request({ host: HOST, port, path, headers, agent: false, signal });
    const fail = (error: Error) => reject(failureOf(error, inTime.aborted));
    call.on('error', fail);
    call.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('error', fail);
      response.on('data', (part: string) => {
        text += part;
        if (text.length > LONGEST_ANSWER)
          response.destroy(new ZoteroFailure('Zotero’s answer is too long to be read.'));
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(text);
        else reject(new ZoteroFailure(STATUS[response.statusCode ?? 0] ?? UNREADABLE));
      });
    });
    call.end();
  });

const itemsFound = ({ text, inAllFields }: ZoteroQuery): string =>
  `/items/top?${new URLSearchParams({
    q: text,
    qmode: inAllFields ? 'everything' : 'titleCreatorYear',
    format: 'bibtex',
    limit: String(MOST_WORKS),
  })}`;

/** Of groups as JSON: `[{ "id": 4321, … }, …]`. */
function idsOf(json: string): number[] {
  const groups: unknown = JSON.parse(json);
  const ids = Array.isArray(groups) ? groups.map((group: { readonly id?: unknown } | null) => group?.id) : [];
  return ids.filter((id): id is number => Number.isSafeInteger(id)).slice(0, MOST_GROUPS);
}

const UNREADABLE = 'Zotero’s answer could not be read.';

const STATUS: Readonly<Record<number, string>> = {
  403: 'Zotero does not answer: allow other applications to communicate with it, under Advanced in its settings.',
};

function failureOf(error: Error, isLate: boolean): ZoteroFailure {
  if (error instanceof ZoteroFailure) return error;
  if (isLate) return new ZoteroFailure('Zotero did not answer in time.');
  const isOff = 'code' in error && error.code === 'ECONNREFUSED';
  return new ZoteroFailure(isOff ? 'Zotero is not running on this machine.' : UNREADABLE);
}

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

/** The local API of Zotero 7 and newer (zotero.org/support/dev/web_api/v3/local_api). Tests bring a port and a wait of their own. */
export const nodeZotero = (port = PORT, wait = LONGEST_WAIT): Zotero => ({
  search: (query, signal) =>
    new Promise((resolve, reject) => {
      const inTime = AbortSignal.timeout(wait);
      const call = request({
        host: HOST,
        port,
        path: pathOf(query),
        headers: { 'Zotero-API-Version': '3' },
        agent: false,
        signal: AbortSignal.any([signal, inTime]),
      });
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
    }),
});

const pathOf = ({ text, inAllFields }: ZoteroQuery): string =>
  `/api/users/0/items/top?${new URLSearchParams({
    q: text,
    qmode: inAllFields ? 'everything' : 'titleCreatorYear',
    format: 'bibtex',
    limit: String(MOST_WORKS),
  })}`;

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

import { createServer, type Server } from 'node:http';
import { patience } from './patience';

let server: Server | undefined;

/** Answers every search as Zotero does, where Zotero does. */
export async function startZotero(bibtex: string): Promise<void> {
  const end = Date.now() + patience;
  while (!(await hasStarted(bibtex))) {
    if (Date.now() > end)
      throw new Error(`Port ${PORT} is in use: close Zotero, or wait for another run of these tests.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Zotero has one port on a machine, which another run of these tests may hold for a while: false then. */
const hasStarted = (bibtex: string): Promise<boolean> =>
  new Promise((resolve, reject) => {
    const started = createServer((_, response) =>
      response.writeHead(200, { 'Content-Type': 'text/plain' }).end(bibtex),
    );
    started.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(false) : reject(error),
    );
    started.listen(PORT, '127.0.0.1', () => {
      server = started;
      resolve(true);
    });
  });

const PORT = 23119;

export async function stopZotero(): Promise<void> {
  const started = server;
  server = undefined;
  if (started) await new Promise((resolve) => started.close(resolve));
}

import { createServer, type Server } from 'node:http';

let server: Server | undefined;

/** Answers every search as Zotero does, where Zotero does. */
export async function startZotero(bibtex: string): Promise<void> {
  const started = createServer((_, response) => response.writeHead(200, { 'Content-Type': 'text/plain' }).end(bibtex));
  await new Promise<void>((resolve, reject) => {
    started.on('error', reject);
    started.listen(23119, '127.0.0.1', resolve);
  });
  server = started;
}

export async function stopZotero(): Promise<void> {
  const started = server;
  server = undefined;
  if (started) await new Promise((resolve) => started.close(resolve));
}

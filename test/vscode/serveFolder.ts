import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';

/** A location as VS Code's configuration spells it. */
export interface Location {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

/** Serves the files of a folder on a loopback port, for as long as this process runs. */
export async function serveFolder(folder: string): Promise<Location> {
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    try {
      const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname.replace(/^\/extension/, ''));
      const content = await readFile(join(folder, path));
      response.writeHead(200, {
        'Content-Type': path.endsWith('.js') ? 'text/javascript' : 'application/octet-stream',
      });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // By name: the policy of the page lets workers load scripts from `localhost`, not from 127.0.0.1.
  return { scheme: 'http', authority: `localhost:${port}`, path: '/extension' };
}

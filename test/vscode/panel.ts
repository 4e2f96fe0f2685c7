import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Outcome, Results } from './results';

export interface Panel {
  readonly url: string;
  /** Resolves to 0 when the suite says that it is through. */
  readonly finished: Promise<number>;
  close(): void;
}

/** What the suite can ask for: a command gets a text and answers something that JSON can carry. */
export type Commands = Readonly<Record<string, (argument: string) => unknown>>;

/** A loopback server through which the suite, inside an extension host, reports and has commands carried out. */
export async function openPanel(results: Results, pageCommands: Commands): Promise<Panel> {
  let finish: (code: number) => void = () => undefined;
  const finished = new Promise<number>((resolve) => {
    finish = resolve;
  });
  const commands: Commands = {
    ...pageCommands,
    report: (outcome) => results.add(JSON.parse(outcome) as Outcome),
    finish: () => finish(0),
  };
  const server = createServer(async (request, response) => {
    const name = request.url?.slice(1) ?? '';
    try {
      const command = commands[name];
      if (!command) throw new Error('unknown command');
      answer(response, 200, (await command(await bodyOf(request))) ?? null);
    } catch (error) {
      answer(response, 500, `${name}: ${error instanceof Error ? error.message : error}`);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, finished, close: () => server.close() };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function answer(response: ServerResponse, status: number, result: unknown): void {
  response.writeHead(status, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'application/json' });
  response.end(JSON.stringify(result));
}

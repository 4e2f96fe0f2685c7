/** Set by the bundler: where the suite runs, and where ../panel.ts listens. */
declare const HOST: 'node' | 'web' | 'desktop';
declare const PANEL_URL: string;

/** True where the panel can look at the page: everywhere but on the desktop. */
export const seesPage = HOST !== 'desktop';

/** True where the server runs in Node, and can ask other programs of the machine. */
export const reachesMachine = HOST !== 'web';

/** Asks the runner, outside VS Code, to look at the page or to use the keyboard. */
export async function panel<T = unknown>(command: string, argument = ''): Promise<T> {
  const response = await fetch(`${PANEL_URL}/${command}`, { method: 'POST', body: argument });
  const result: unknown = await response.json();
  if (!response.ok) throw new Error(String(result));
  return result as T;
}

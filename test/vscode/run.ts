import { runInBrowser } from './browser';
import { runOnDesktop } from './desktop';
import { Results } from './results';

const hosts = { node: runInBrowser('node'), web: runInBrowser('web'), desktop: runOnDesktop };
type Host = keyof typeof hosts;

/**
 * Runs the suite inside a real VS Code, in the hosts named on the command line or else in all. Ends with the sum.
 * GREP in the environment chooses tests by their titles.
 */
async function main(names: readonly string[]): Promise<void> {
  const all = Object.keys(hosts) as Host[];
  const results = new Results();
  for (const host of names.length > 0 ? all.filter((host) => names.includes(host)) : all) {
    console.log(`\nVS Code, ${host} extension host`);
    try {
      await hosts[host](results);
    } catch (error) {
      results.fail(`${host} extension host`, error);
    }
  }
  console.log(`\n${results}`);
  process.exit(results.failed > 0 ? 1 : 0);
}

void main(process.argv.slice(2));

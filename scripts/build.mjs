import { chmod, cp, readFile, rm } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { coreBundle, fromCore, LIBRARY, modulesOfCore } from './core.mjs';
import { ensureDependencies } from './ensure.mjs';
import { writeNotices } from './notices.mjs';
import { root, tool } from './run.mjs';

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const CATALOGUE = 'dist/catalogue.json';

/** The catalogue is one file for all programs; those in Node read it from beside them, the worker is given it. */
const catalogueFromFile = {
  name: 'catalogue-from-file',
  setup(build) {
    const beside = relative(dirname(build.initialOptions.outfile), CATALOGUE);
    build.onLoad({ filter: /[\\/]build[\\/]catalogue\.json$/ }, () => ({
      contents: `
        import { readFileSync } from 'node:fs';
        import { join } from 'node:path';
        export default JSON.parse(readFileSync(join(__dirname, ${JSON.stringify(beside)}), 'utf8'));`,
      loader: 'js',
    }));
  },
};

const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));

const shared = {
  plugins: [catalogueFromFile],
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  target: 'es2022',
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  // The licences of what is bundled are in dist/THIRD-PARTY-NOTICES.txt.
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
const browser = { ...shared, platform: 'browser', mainFields: ['browser', 'module', 'main'] };
/** `bundleUrl` is for libraries that ask where they are: a CommonJS bundle has no `import.meta`. */
const executable = {
  define: { 'import.meta.url': 'bundleUrl', INTERPHASE_VERSION: JSON.stringify(version) },
  banner: { js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

const hosts = [
  { ...node, ...executable, entryPoints: ['server/node.ts'], outfile: 'dist/server/node.cjs' },
  { ...browser, entryPoints: ['server/browser.ts'], outfile: 'dist/server/browser.js', format: 'iife' },
];

await ensureDependencies();
await buildData();
await rm(join(root, 'dist'), { recursive: true, force: true });
await cp(join(root, 'build/catalogue.json'), join(root, CATALOGUE));
const esbuild = await import('esbuild');

/** Client and server, each for Node and for the browser, the page of the catalogue, and the command line. */
const bundles = [
  { ...node, entryPoints: ['client/desktop.ts'], outfile: 'dist/client/desktop.cjs', external: ['vscode'] },
  { ...browser, entryPoints: ['client/web.ts'], outfile: 'dist/client/web.js', external: ['vscode'] },
  {
    ...browser,
    entryPoints: ['client/catalogue/webview/main.ts'],
    outfile: 'dist/client/catalogue.js',
    format: 'iife',
  },
  { ...browser, ...coreBundle(await modulesOfCore(esbuild, hosts)) },
  ...hosts.map((host) => ({ ...host, plugins: [fromCore, ...host.plugins] })),
  { ...node, ...executable, entryPoints: ['server/cli/main.ts'], outfile: 'dist/cli.cjs' },
];

if (watch) await watchBundles();
else await buildBundles();

async function buildData() {
  const { code } = await tool('tsx', ['scripts/data.ts']);
  if (code !== 0) process.exit(code);
}

async function buildBundles() {
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  const leftovers = results.flatMap((result) => leftoverRequires(result.metafile));
  if (leftovers.length > 0) {
    console.error(`A browser bundle still needs: ${leftovers.join(', ')}`);
    process.exit(1);
  }
  await writeNotices(results.flatMap(({ metafile }) => Object.keys(metafile.inputs)));
  for (const { outfile, banner } of bundles) if (banner?.js.startsWith('#!')) await chmod(join(root, outfile), 0o755);
}

/** Rebuilds on every change, and says when a round begins and ends, as the background task in .vscode expects. */
async function watchBundles() {
  const announce = {
    name: 'announce',
    setup(build) {
      build.onStart(() => console.log('[watch] build started'));
      build.onEnd(({ errors }) => {
        for (const { text, location } of errors)
          console.error(`✘ [ERROR] ${text}\n    ${location?.file}:${location?.line}:${location?.column}:`);
        console.log('[watch] build finished');
      });
    },
  };
  for (const bundle of bundles) {
    const context = await esbuild.context({ ...bundle, logLevel: 'silent', plugins: [...bundle.plugins, announce] });
    await context.watch();
  }
}

/** What a browser bundle would `require` at run time although neither the browser nor the host of the core has it. */
function leftoverRequires({ outputs }) {
  return Object.entries(outputs)
    .filter(([file]) => file.endsWith('.js'))
    .flatMap(([, { imports }]) => imports)
    .filter(({ external, path }) => external && path !== 'vscode' && path !== LIBRARY)
    .map(({ path }) => path);
}

import { dirname, join, relative, resolve } from 'node:path';
import { root } from './run.mjs';

/*
 * The language server is packed once, as dist/server/core.js, and beside it what differs between its hosts, Node and the worker of a
 * browser: the files in server/ itself. The core takes the library that talks the protocol from its host, which has the form for its
 * transport, so that both mean the same classes.
 */
const CORE = 'dist/server/core.js';
export const LIBRARY = 'vscode-languageserver';
const SERVER = join(root, 'server');

/** The bundle of all that hosts import, by path from server/. */
export const coreBundle = (modules) => ({
  stdin: {
    contents: modules.map((path) => `export * as ${JSON.stringify(path)} from './${path}';`).join('\n'),
    resolveDir: SERVER,
  },
  outfile: CORE,
  external: [LIBRARY],
  banner: { js: 'globalThis.interphaseCore = (require) => { const module = { exports: {} };' },
  footer: { js: 'return module.exports; };' },
});

/** The modules of the core that hosts import. */
export async function modulesOfCore(esbuild, hosts) {
  const modules = new Set();
  const note = {
    name: 'modules-of-core',
    setup(build) {
      build.onResolve({ filter: /^\./ }, ({ path, importer }) => {
        const module = moduleOfCore(path, importer);
        if (module !== undefined) modules.add(module);
        return module === undefined ? undefined : { path, external: true };
      });
      build.onLoad({ filter: /\.json$/ }, () => ({ contents: '{}', loader: 'json' }));
    },
  };
  for (const host of hosts) await esbuild.build({ ...host, plugins: [note], write: false, packages: 'external' });
  return [...modules].sort();
}

/** In a host, takes the modules of the core from its one bundle, once that is loaded. */
export const fromCore = {
  name: 'from-core',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ path, importer }) => {
      const module = moduleOfCore(path, importer);
      return module === undefined ? undefined : { path: module, namespace: 'module-of-core' };
    });
    build.onResolve({ filter: /^the-core$/ }, ({ path }) => ({ path, namespace: 'core' }));
    build.onResolve({ filter: /^\.\/core\.js$/, namespace: 'core' }, ({ path }) => ({ path, external: true }));
    const load = build.initialOptions.platform === 'node' ? `require('./core.js');` : '';
    build.onLoad({ filter: /./, namespace: 'module-of-core' }, ({ path }) => ({
      contents: `module.exports = require('the-core')[${JSON.stringify(path)}];`,
    }));
    build.onLoad({ filter: /./, namespace: 'core' }, () => ({
      contents: `${load} module.exports = globalThis.interphaseCore(() => require('${LIBRARY}'));`,
      resolveDir: SERVER,
    }));
  },
};

/** Path from server/ of what a host imports there, without its ending; undefined for another host's file and for what is elsewhere. */
function moduleOfCore(path, importer) {
  if (dirname(importer) !== SERVER) return undefined;
  const [folder, ...rest] = relative(SERVER, resolve(SERVER, path)).replaceAll('\\', '/').split('/');
  return folder === '..' || rest.length === 0 ? undefined : [folder, ...rest].join('/');
}

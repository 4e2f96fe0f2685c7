declare const self: { onmessage: ((event: { readonly data: { core: string; catalogue: Uint8Array } }) => void) | null };
declare const importScripts: (url: string) => void;

/**
 * The language server as a web worker. The first message tells where the core is (`dist/server/core.js`), which a worker cannot find
 * out where the editor starts it from a blob, and the catalogue, as bytes of JSON; the others are those of the protocol. These come as
 * events of their own, after `import()` has resolved.
 */
self.onmessage = ({ data: { core, catalogue } }) => {
  importScripts(core);
  void import('./worker').then(({ serve }) => serve(JSON.parse(new TextDecoder().decode(catalogue))));
};

// By its path: the bundler has this file stand for the name 'mocha'.
import '../../../node_modules/mocha/mocha.js';

/** Mocha's own build for browsers leaves its class in a global. */
export default (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;

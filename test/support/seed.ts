import fc from 'fast-check';

/** The same generated texts in each run; `INTERPHASE_SEED=$RANDOM npm run unit` tries others. */
fc.configureGlobal({ seed: Number(process.env.INTERPHASE_SEED ?? 20261128) });

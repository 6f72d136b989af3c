import fc from 'fast-check';

/** One seed for all properties, so that two runs of a commit test the same inputs; `PROPERTY_SEED=7 npx vitest run` tests others. */
fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

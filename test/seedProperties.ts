/** Gives property tests one seed, so that a run can be repeated; PROPERTY_SEED chooses another, "random" a new one each time. */
import fc from 'fast-check';

const chosen = process.env['PROPERTY_SEED'] ?? '20200225';
if (chosen !== 'random') fc.configureGlobal({ seed: Number(chosen) });

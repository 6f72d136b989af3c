import { error, listed, note, warning } from '../../diagnostics/message.js';

/** What is said of a manifest as a whole: its logs, the names of its phases, its edition of the factors. */
export const messages = {
  logsNotGiven: () =>
    error('logs-not-given', '`from` names logs, but only the text of the manifest was given.', {
      expected: 'a manifest that is read from its file',
    }),
  sameMachineWithoutLogs: () =>
    error('same-machine-without-logs', '`same_machine` is about the runs of logs, and this phase names none.', {
      expected: '`from:` with the logs; or, where the energy is given, that of one machine',
    }),
  baseModelNotGiven: () =>
    error('base-model-not-given', '`base_model` names a file, but only the text of the manifest was given.', {
      expected: 'a manifest that is read from its file, or `base_model: { id, emissions, cite }` or its id',
    }),
  baseModelLacks: (key: 'id' | 'cite') =>
    error('missing-key', `Missing key \`${key}\` of the base model.`, {
      expected: key === 'id' ? 'its id on the Hub, or its `name:`' : 'where its figures are published: `cite: its model card`',
    }),
  logPlaces: (places: readonly string[]) =>
    error('log-places', `The runs were in ${places.length} places: ${listed(places.slice(0, 8))}.`, {
      expected: 'Add a phase for each, with `country:` in its `from`; or `location:` where it was one place',
    }),
  logOtherPlace: (country: string) =>
    warning('log-other-place', `The logs give ${country} as the place of the run; the place of the manifest was used.`),
  logEnergyNotUsed: () => note('log-energy-not-used', 'The logs also give an energy; the energy of the manifest was used.'),
  duplicateName: (kind: string, name: string) =>
    error('duplicate-name', `Duplicate name \`${name}\` of two ${kind}.`, { expected: 'a name of its own for each' }),
  twoUnnamed: (phase: string) =>
    error('duplicate-name', `Two phases of kind \`${phase}\` have no name.`, { expected: 'Add `name:` to all of a kind but one' }),
  unknownFactors: (found: string, known: string) =>
    error('unknown-edition', `Unknown edition \`${found}\` of the factor tables.`, { expected: known }),
  withdrawnFactor: (row: string, pinned: string, newest: string, value: string | undefined) =>
    error('withdrawn-factor', `Edition ${pinned} of the factor tables no longer has \`${row}\`: its source gives no licence.`, {
      expected: `\`factors: ${newest}\`, which has ${value ?? 'no such figure'}; or the figure itself, with its source`,
    }),
} as const;

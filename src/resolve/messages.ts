import { error, listed, note, warning } from '../diagnostics/message.js';

/** What is said of a manifest as a whole: its logs, the names of its phases, its edition of the factors. */
export const messages = {
  logsNotGiven: () =>
    error('logs-not-given', '`from` names logs, and only the text of the manifest was given.', {
      expected: 'a manifest that is read from its file',
    }),
  logPlaces: (places: readonly string[]) =>
    error('log-places', `The runs were in ${places.length} places: ${listed(places.slice(0, 8))}.`, {
      expected: 'a phase for each, with `country:` in its `from`; or `location:` where it was one place',
    }),
  logOtherPlace: (country: string) => warning('log-other-place', `The logs say that it ran in ${country}; the manifest's place was taken.`),
  logEnergyNotUsed: () => note('log-energy-not-used', "The logs have an energy too; the manifest's own was taken."),
  duplicateName: (kind: string, name: string) =>
    error('duplicate-name', `Two ${kind} are called \`${name}\`.`, { expected: 'a name of its own for each' }),
  twoUnnamed: (phase: string) =>
    error('duplicate-name', `Two phases of kind \`${phase}\` have no name.`, { expected: '`name:` on all of a kind but one' }),
  unknownFactors: (found: string, known: string) =>
    error('unknown-edition', `The edition ${found} of the factors is not in this version.`, { expected: known }),
} as const;

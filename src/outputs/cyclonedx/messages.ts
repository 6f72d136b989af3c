import { note, warning } from '../../diagnostics/message.js';
import { listed } from '../../units/listed.js';

/** What the CycloneDX output reports. */
export const messages = {
  noProvider: () =>
    note('cyclonedx-no-provider', 'CycloneDX requires the provider of the energy and its source. They are written as `unknown`.', {
      expected: '`grid: { provider: EDF, energy_source: nuclear }` where they are known',
    }),
  noEnergy: (phases: readonly string[]) =>
    warning(
      'cyclonedx-no-energy',
      `CycloneDX requires the energy of a consumption. It is not known for ${listed(phases)}, so there is no consumption of it.`,
      { expected: '`energy:` in the phase', note: 'The emissions are in the properties of the model.' },
    ),
} as const;

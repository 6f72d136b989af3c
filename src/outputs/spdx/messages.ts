import { note, warning } from '../../diagnostics/message.js';
import { listed } from '../../units/listed.js';

/** What the SPDX output reports. */
export const messages = {
  noDate: () =>
    warning('spdx-no-date', 'SPDX requires the time at which a document was created. It is unknown, so `spdx.json` is not valid.', {
      expected: '`report: { date: 2026-03-01 }`, or the variable SOURCE_DATE_EPOCH',
    }),
  notConformant: (keys: readonly string[]) =>
    note(
      'spdx-incomplete-package',
      `The AI profile of SPDX requires ${keys.length === 1 ? 'a property' : 'properties'} of the model that the manifest does not give. \`spdx.json\` is valid, and does not claim to conform to that profile.`,
      { expected: `${listed(keys.map((key) => `\`${key}\``))} in \`model\`` },
    ),
  onlyInProperties: (phases: readonly string[]) =>
    note(
      'spdx-phase-in-properties',
      `SPDX has fields for the energy of training, fine-tuning and inference alone. Other phases are in the properties of the model: ${listed(phases)}.`,
    ),
  noEnergy: (phases: readonly string[]) =>
    warning('spdx-no-energy', `The energy of these phases is not known, so SPDX has no field for them: ${listed(phases)}.`, {
      expected: '`energy:` in the phase',
      note: 'Their emissions are in the properties of the model.',
    }),
} as const;

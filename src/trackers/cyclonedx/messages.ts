import { note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of CycloneDX BOMs reports. */
export const messages = {
  severalModels: (models: readonly string[]) =>
    warning(
      'bom-several-models',
      `The BOM states the energy of ${models.length} models: ${models.map(quoted).join(', ')}. A manifest is of one.`,
      {
        note: 'Keep the phases of one model, and make a manifest for each of the others.',
      },
    ),
  unknownUnit: (what: string, unit: string) =>
    warning('bom-unit', `Unknown unit of ${what}: ${quoted(unit)}. The value was left out.`, {
      note: 'CycloneDX has kWh and tCO2eq.',
    }),
  otherUnit: (what: string, unit: string) =>
    note('bom-other-unit', `The ${what} is in ${unit}. CycloneDX has kWh and tCO2eq; it was converted.`),
  invalidCount: (text: string) =>
    warning('bom-count', `Invalid \`carboncard:accelerators\`: ${quoted(text)}. It was left out.`, {
      note: 'A number of devices is 1 or more.',
    }),
  noEnergy: () => warning('bom-no-energy', 'A consumption has emissions and no energy. They are taken as a published total.'),
  nothingStated: () => warning('bom-empty-consumption', 'A consumption has neither energy nor emissions. It was left out.'),
  otherActivity: (activity: string) => note('bom-activity', `The activity ${quoted(activity)} says nothing of the kind of phase.`),
  emissionsOfEnergy: () =>
    note(
      'bom-implied-intensity',
      'The grid intensity is the emissions of the BOM divided by its energy. The BOM does not state whether they are location-based.',
    ),
  declared: () => note('declared', 'The values are declared by a BOM. It need not show how they were determined.'),
} as const;

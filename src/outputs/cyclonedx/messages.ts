import { error, note, warning } from '../../diagnostics/message.js';
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
  otherConsumptions: (activities: readonly string[]) =>
    warning(
      'cyclonedx-other-consumptions',
      `The BOM states energy for ${listed(activities)} that carboncard did not write. It was kept, so both are in the BOM.`,
      { note: 'If it is the same energy, remove it from the BOM.' },
    ),
  keptVersion: (version: string, wanted: string) =>
    note(
      'cyclonedx-kept-version',
      `The BOM is of CycloneDX ${version} and keeps that version. \`version: ${wanted}\` is for a BOM of its own.`,
    ),
  notJson: () => error('bom-not-json', 'The BOM is not JSON.', { expected: 'a CycloneDX BOM in JSON' }),
  notCyclonedx: () =>
    error('bom-not-cyclonedx', 'The file is no CycloneDX BOM: `bomFormat` is not `CycloneDX`.', { expected: 'a CycloneDX BOM in JSON' }),
  noVersion: () => error('bom-no-version', 'The BOM has no `specVersion` that is known.', { expected: '`specVersion` of 1.6 or later' }),
  oldBom: (version: string, file: string) =>
    error('bom-too-old', `CycloneDX ${version} has no place for energy and emissions.`, {
      expected: `version 1.6 or later: \`cyclonedx convert --input-file ${file} --output-file ${file.replace(/\.json$/i, '')}-1.6.json --output-version v1_6\``,
    }),
  noComponent: (wanted: string, models: readonly string[]) =>
    error('bom-no-component', `The BOM has no component ${JSON.stringify(wanted)}.`, {
      expected:
        models.length === 0
          ? 'Add a component of type `machine-learning-model` with that name to the BOM.'
          : '`output: { cyclonedx: { component: … } }` with the `bom-ref`, `purl` or name of the model',
      note: models.length === 0 ? 'It has no component of type `machine-learning-model`.' : `Models in it: ${listed(models)}.`,
    }),
  severalComponents: (components: readonly string[]) =>
    error('bom-several-components', `Several components of the BOM can be the model: ${listed(components)}.`, {
      expected: '`output: { cyclonedx: { component: … } }` with the `bom-ref` of one',
    }),
  notAModel: (component: string, type: string) =>
    error('bom-not-a-model', `The component ${JSON.stringify(component)} is of type \`${type}\`. Only a model can have a model card.`, {
      expected: '`type: machine-learning-model`',
    }),
} as const;

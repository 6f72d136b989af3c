import { error, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of Impact Framework reports. */
export const messages = {
  failed: () =>
    error('impact-failed', '`execution.status` is `fail`: this run of Impact Framework failed.', {
      expected: 'a manifest whose run succeeded',
    }),
  noTree: () =>
    error('impact-no-tree', 'The manifest has no `tree` with children.', { expected: '`tree: { children: … }` with outputs in it' }),
  noOutputs: () =>
    error('impact-no-outputs', 'The manifest has no outputs: it was not run.', {
      expected: 'the file that `if-run -m manifest.yml -o outputs.yml` writes',
    }),
  noEnergy: (name: string, found: readonly string[]) =>
    error('impact-no-energy', `No output has \`${name}\`.`, {
      expected: `a column for the energy, such as \`columns: { energy: ${found[0] ?? 'cpu/energy'} (kWh) }\``,
      note: found.length === 0 ? undefined : `The outputs have ${found.map((key) => `\`${key}\``).join(', ')}.`,
    }),
  childNoEnergy: (name: string) => warning('impact-child-no-energy', `The outputs of this child have no \`${name}\`. It is not counted.`),
  childNoOutputs: () => warning('impact-child-no-outputs', 'This child has no outputs. It is not counted.'),
  missingInStep: (name: string, step: number) =>
    error('impact-step', `Step ${step} has no \`${name}\`, but other steps have it.`, { expected: 'it in every step, or in none' }),
  tooDeep: () =>
    error('impact-too-deep', 'The text is nested too deeply.', { expected: 'children within children, some ten deep at most' }),
  overlap: () =>
    warning('impact-overlap', 'Steps of this child overlap in time: several machines are in one list.', {
      note: 'Their energies are added. The hours are wall-clock hours.',
    }),
  otherIntensity: (times: string) =>
    warning('impact-other-intensity', `The emissions of this child are ${times} times its energy × \`grid/carbon-intensity\`.`, {
      note: 'They may include a PUE or a share, or the energy may not be in kWh.',
    }),
  statedUnit: (name: string, unit: string) =>
    error('impact-unit', `\`parameter-metadata\` gives \`${name}\` the unit ${quoted(unit)}, which does not fit.`, {
      expected: `the right unit, as \`columns: { energy: ${name} (kWh) }\``,
    }),
  unitOfEmissions: (name: string, unit: string) =>
    warning(
      'impact-unit-of-emissions',
      `\`parameter-metadata\` gives \`${name}\` the unit ${quoted(unit)}, which is unknown. It is read as grams.`,
    ),
  severalUnits: (meaning: string, name: string, units: readonly string[]) =>
    error('impact-unit', `\`parameter-metadata\` gives \`${name}\` several units: ${units.slice(0, 5).map(quoted).join(', ')}.`, {
      expected: `the right one, as \`columns: { ${meaning}: ${name} (${meaning === 'energy' ? 'kWh' : 'g'}) }\``,
    }),
  columnNotRead: (meaning: string) =>
    warning('column-not-read', `A column is given for \`${meaning}\`, which is not read from this format.`),
} as const;

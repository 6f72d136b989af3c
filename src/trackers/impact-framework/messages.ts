import { error, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** A parameter of the outputs that may be the energy, with its unit where that is known. */
export interface EnergyName {
  readonly name: string;
  readonly unit: string | undefined;
}

/** The parameters of a manifest's outputs. */
export interface OutputNames {
  /** Those whose name or unit says energy, the likeliest first. */
  readonly energies: readonly EnergyName[];
  readonly all: readonly string[];
  /** Names that are no plain words, which may be private. */
  readonly unnamed: number;
}

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
  noEnergy: (name: string, { energies, all, unnamed }: OutputNames) => {
    const [likeliest] = energies;
    const others = unnamed === 0 ? '' : `${all.length === 0 ? '' : ' and '}${unnamed} with other signs in their names`;
    const names = all.length + unnamed === 0 ? undefined : `The outputs have ${all.map((key) => `\`${key}\``).join(', ')}${others}.`;
    return error('impact-no-energy', `No output has \`${name}\`.`, {
      expected:
        likeliest === undefined
          ? 'an output with the energy: no name and no unit in `parameter-metadata` says energy'
          : `the column with the energy of the whole and its unit, such as \`from: { logs: FILE, columns: { energy: ${likeliest.name} (${likeliest.unit ?? 'kWh'}) } }\``,
      note: names,
    });
  },
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
  unitOfIntensity: (name: string, unit: string) =>
    warning(
      'impact-unit-of-intensity',
      `\`parameter-metadata\` gives \`${name}\` the unit ${quoted(unit)}, which is unknown or not the only one. It was not used.`,
    ),
  severalUnits: (meaning: string, name: string, units: readonly string[]) =>
    error('impact-unit', `\`parameter-metadata\` gives \`${name}\` several units: ${units.slice(0, 5).map(quoted).join(', ')}.`, {
      expected: `the right one, as \`columns: { ${meaning}: ${name} (${meaning === 'energy' ? 'kWh' : 'g'}) }\``,
    }),
  columnNotRead: (meaning: string) =>
    warning('column-not-read', `A column is given for \`${meaning}\`, which is not read from this format.`),
} as const;

import { assess } from '../../src/assess/assess.js';
import type { Assessment, Line, Omission, State } from '../../src/assessment/assessment.js';
import { assessmentJsonSchema } from '../../src/assessment/schema-at-build.js';
import { InputError } from '../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../src/resolve/resolve.js';
import { schemaFaults, validatorOf } from './json-validator.js';

const validate = validatorOf(assessmentJsonSchema());

/** A grid that needs no look-up. */
export const grid = 'grid: { intensity: 100 g/kWh }';

/** The assessment of a manifest of phases, as YAML in one line each: `{ phase: training, … }`. */
export const made = (...phases: readonly string[]): Assessment => madeOf(`phases:\n${phases.map((phase) => `  - ${phase}`).join('\n')}`);
export const madeOf = (text: string): Assessment => valid(assess(parseManifest(`model: M\n${text}`)));

/** An assessment, once its JSON agrees with the schema: whatever the tests make, programs can read. */
function valid(assessment: Assessment): Assessment {
  const faults = schemaFaults(validate, JSON.parse(JSON.stringify(assessment)));
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return assessment;
}

export const lineOf = (assessment: Assessment, id: string): Line | undefined => assessment.lines.find((line) => line.id === id);
export const stateOf = (assessment: Assessment, component: string): State | undefined =>
  assessment.states.find((state) => state.component === component);
export const omissionOf = (assessment: Assessment, id: string): Omission | undefined => assessment.omissions.find((o) => o.id === id);
export const idsOf = ({ diagnostics }: Pick<Assessment, 'diagnostics'>): readonly string[] => diagnostics.map(({ id }) => id);

/** Ids of the errors that making something gives; none where it can be made. */
export function faultsOf(make: () => unknown): readonly string[] {
  try {
    make();
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
    throw error;
  }
  return [];
}

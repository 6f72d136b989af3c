import { assessmentJsonSchema } from '../../../assessment/schema-at-build.js';
import type { StatedAssessment } from '../../../assessment/stated/stated.js';
import { list, type Path, type Plain, plain } from '../../../claims/plain.js';
import { schemaFault } from './schema-fault.js';

/** What is read of an assessment. An assessment without another part, or with one of another version, can be read. */
const parts = [
  'model',
  'phases',
  'lines',
  'states',
  'report',
  'software',
  'baseModels',
  'offsets',
  'sources',
  'embodiedAlternatives',
] as const satisfies readonly (keyof StatedAssessment)[];

/**
 * Keys without which a part of an assessment says nothing. All others may be absent, as in assessments of older versions, whatever
 * the present version writes.
 */
const needed: ReadonlySet<string> = new Set([
  ...['model', 'model.name', 'phases', 'phases[].phase', 'phases[].task.datasets[].type', 'phases[].tokens.value'],
  ...['phases[].grid.intensity', 'phases[].grid.market.intensity'],
  ...['lines', 'lines[].phase', 'lines[].component', 'lines[].emissions', 'lines[].inputs[].name', 'lines[].inputs[].value'],
  ...['states[].phase', 'states[].component', 'states[].state', 'sources[].id', 'offsets.emissions', 'baseModels[].name'],
  ...['embodiedAlternatives[].line', 'embodiedAlternatives[].convention', 'embodiedAlternatives[].emissions'],
  ...['totals.development.emissions'],
]);

/** A number is none without its unit. */
const ofQuantity: readonly string[] = ['value', 'unit'];

function isNeeded(path: Path): boolean {
  const last = path.at(-1);
  const pattern = path.map((part) => (typeof part === 'number' ? '[]' : `.${part}`)).join('');
  return ofQuantity.some((key) => key === last) || needed.has(pattern.slice(1));
}

/** What is wrong with a value that should be an assessment, and where. */
export interface AssessmentFault {
  readonly path: Path;
  /** Whether the key is not there at all. */
  readonly isMissing: boolean;
}

/** The first part of an assessment that cannot be read: a key that is needed and is not there, or a value of another type. */
export function assessmentFault(value: Plain, more: readonly 'totals'[] = []): AssessmentFault | undefined {
  const { $defs, properties } = plain(assessmentJsonSchema());
  const all = plain(properties);
  const read = Object.fromEntries([...parts, ...more].map((key) => [key, all[key]]));
  const schema = { type: 'object', properties: read, required: ['model', 'phases', 'lines'] };
  const path = schemaFault(value, schema, { definitions: plain($defs), isNeeded });
  if (path === undefined) return energyFault(value);
  const found = path.reduce<unknown>((at, key) => (typeof key === 'number' ? (at as readonly unknown[])[key] : plain(at)[key]), value);
  return { path, isMissing: found === undefined };
}

/** Electricity beside that of the work has no emissions without an energy; the work may be a total as published. */
function energyFault({ lines }: Plain): AssessmentFault | undefined {
  const at = list(lines).findIndex(({ component, energy }) => energy === undefined && component !== 'dynamic' && component !== 'embodied');
  return at === -1 ? undefined : { path: ['lines', at, 'energy'], isMissing: true };
}

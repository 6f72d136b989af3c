import { bases, componentIds, measurementBoundaries, phaseKinds } from '../../assessment/ids.js';
import { list, type Plain, plain } from '../../claims/plain.js';
import { InputError } from '../../diagnostics/diagnostic.js';
import type { DraftedAssessment } from '../../init/assessment-draft.js';
import { readTextFile } from '../../io/files.js';
import { readNamed } from './file-faults.js';
import { messages } from './messages.js';

/** An assessment of many phases is no larger than this. */
const maxBytes = 20_000_000;

/**
 * The assessment that a file is; nothing where it is something else.
 *
 * @throws {InputError} Where it has the parts of one, and they are not those of an assessment.
 */
export async function assessmentFile(file: string): Promise<DraftedAssessment | undefined> {
  if (!/\.json$/i.test(file)) return undefined;
  const value = parsed(await readNamed(file, 'log', () => readTextFile(file, { maxBytes })));
  const { lines, totals, phases } = plain(value);
  if (lines === undefined || totals === undefined || phases === undefined) return undefined;
  if (!isDraftable(plain(value))) throw new InputError([{ ...messages.noAssessment(), file, line: 1, column: 1 }]);
  return value as DraftedAssessment;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    // Whoever reads it as a log says what is wrong.
    return undefined;
  }
}

/** Whether everything that a manifest is drafted from has the type that an assessment gives it. */
function isDraftable(value: Plain): boolean {
  const model = plain(value['model']);
  const named = (of: Plain): boolean => isOneOf(phaseKinds, of['phase']) && isOptional('string', of['name']);
  return (
    typeof model['name'] === 'string' &&
    ['id', 'slug', 'cite', 'url'].every((key) => isOptional('string', model[key])) &&
    isOptional('number', model['parameters']) &&
    [value['lines'], value['phases'], value['states']].every(Array.isArray) &&
    list(value['lines']).every((line) => named(line) && isLine(line)) &&
    list(value['states']).every(
      (state) => named(state) && isOneOf(componentIds, state['component']) && isOptional('string', state['reason']),
    ) &&
    list(value['phases']).every((phase) => named(phase) && isPhase(phase))
  );
}

function isLine({ id, component, basis, boundary, energy, emissions }: Plain): boolean {
  return (
    typeof id === 'string' &&
    isOneOf(componentIds, component) &&
    isOneOf(bases, basis) &&
    isOneOf([...measurementBoundaries, 'unstated', 'cradle-to-gate'], boundary) &&
    isQuantity(emissions, 'kgCO2e') &&
    (energy === undefined || isQuantity(energy, 'kWh'))
  );
}

function isPhase({ device, accelerators, acceleratorHours, duration, requests, year, started, includes, place, grid }: Plain): boolean {
  const { intensity, source } = plain(grid);
  return (
    [device, started, plain(place)['country'], plain(place)['cloud'], plain(place)['region']].every((text) => isOptional('string', text)) &&
    [accelerators, requests, year].every((number) => isOptional('number', number)) &&
    [acceleratorHours, duration].every((time) => time === undefined || isQuantity(time, 'h')) &&
    (includes === undefined || Array.isArray(includes)) &&
    (grid === undefined || (isQuantity(intensity, 'gCO2e/kWh') && typeof source === 'string'))
  );
}

function isQuantity(value: unknown, unit: string): boolean {
  const { value: number, unit: own, low, high } = plain(value);
  return Number.isFinite(number) && own === unit && isOptional('number', low) && isOptional('number', high);
}

function isOptional(type: 'string' | 'number', value: unknown): boolean {
  return value === undefined || typeof value === type;
}

function isOneOf(words: readonly string[], value: unknown): boolean {
  return words.some((word) => word === value);
}

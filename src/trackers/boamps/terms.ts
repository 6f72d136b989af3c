import type { MeasurementBoundary, PhaseKind } from '../../assessment/assessment.js';
import type { Message } from '../../diagnostics/message.js';
import { messages } from '../messages.js';
import type { RunPlace, RunRecord } from '../record.js';
import { figureOf, own } from '../texts/json-text.js';

/** Stages of a task, without the signs between their words; others are no phase of ours. */
export const phases: ReadonlyMap<string, PhaseKind> = new Map([
  ['training', 'training'],
  ['inference', 'deployment'],
  ['finetuning', 'finetuning'],
  ['datapreprocessing', 'data'],
  ['preprocessing', 'data'],
  ['dataprocessing', 'data'],
  ['datacreation', 'data'],
  ['datacollection', 'data'],
  ['data', 'data'],
  ['evaluation', 'evaluation'],
  ['testing', 'evaluation'],
  ['test', 'evaluation'],
  ['validation', 'evaluation'],
]);

/** What a method meters, and whether by a sensor. What is not here may be either. */
export function methodOf(method: unknown): { readonly boundary?: MeasurementBoundary | undefined; readonly isMeasured: boolean } {
  const text = typeof method === 'string' ? method.toLowerCase() : '';
  // Of CodeCarbon's energy an unknown share is modelled.
  if (/code[ _-]?carbon|eco2ai|carbon[ _-]?tracker/.test(text)) return { boundary: 'components', isMeasured: false };
  if (/nvidia[ _-]?smi|\bnvml\b|\bzeus\b/.test(text)) return { boundary: 'accelerator', isMeasured: true };
  if (/watt[ _-]?meter|\bpdu\b/.test(text)) return { boundary: 'node', isMeasured: true };
  return { isMeasured: false };
}

/** A country, and a region where the location is one word or three: an address is nobody's business. */
export function placeIn(environment: unknown): RunPlace {
  const [country, location] = [own(environment, 'country'), own(environment, 'location')];
  return {
    ...(typeof country === 'string' && /^\p{L}[\p{L} .'()-]{1,59}$/u.test(country) && { country: country.trim() }),
    ...(typeof location === 'string' && /^(?=.{2,30}$)\p{L}+(?:[ -]\p{L}+){0,2}$/u.test(location) && { region: location }),
  };
}

/** Names of devices as makers write them; ids of single cards are none. */
const deviceName = /^(?!.*[\da-f]{8}-[\da-f]{4}-)[\w .()+/-]{1,80}$/i;

/** The GPUs of a list of components. Processors are not read: where CodeCarbon wrote the report, their count is cores. */
export function acceleratorIn(components: unknown, tell: (sentence: Message) => void): RunRecord['accelerator'] {
  if (components === undefined) return undefined;
  if (!Array.isArray(components)) {
    tell(messages.wrongShape('infrastructure.components', 'a list'));
    return undefined;
  }
  const gpus = components.filter((component) => isGpu(own(component, 'componentType') ?? own(component, 'componentName')));
  if (gpus.length === 0) return undefined;
  const names = new Set(gpus.map(nameOf));
  if (names.size > 1) {
    tell(messages.severalModels([...names].map((name) => name ?? 'gpu').join(', ')));
    return undefined;
  }
  const counts = gpus.map((gpu) => countOf(gpu, tell));
  const count = counts.reduce<number | undefined>((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
  const [name] = names;
  return name === undefined && count === undefined
    ? undefined
    : { ...(name !== undefined && { name }), ...(count !== undefined && { count }) };
}

function isGpu(kind: unknown): boolean {
  return typeof kind === 'string' && kind.trim().toLowerCase() === 'gpu';
}

function nameOf(gpu: unknown): string | undefined {
  const text = own(gpu, 'componentName');
  const name = typeof text === 'string' ? text.replace(/^\s*\d+ x /, '').trim() : '';
  if (name !== '' && name.toLowerCase() !== 'gpu') return deviceName.test(name) ? name : undefined;
  const parts = ['manufacturer', 'family', 'series'].map((key) => own(gpu, key)).filter((part) => typeof part === 'string' && part !== '');
  const made = parts.join(' ').trim();
  return parts.length > 0 && deviceName.test(made) ? made : undefined;
}

function countOf(gpu: unknown, tell: (sentence: Message) => void): number | undefined {
  const count = figureOf(own(gpu, 'nbComponent'), 'nbComponent', tell);
  if (count === undefined) return undefined;
  if (Number.isSafeInteger(count) && count > 0) return count;
  tell(messages.wrongShape('nbComponent', 'a whole number above 0'));
  return undefined;
}

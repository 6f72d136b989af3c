import type { MeasurementBoundary, PhaseKind } from '../../assessment/assessment.js';
import type { Report } from '../../diagnostics/report.js';
import { messages } from '../messages.js';
import type { RunPlace, RunRecord } from '../record.js';
import { numberIn, own } from '../texts/json-text.js';
import { messages as terms } from './messages.js';
import { shareOf } from './shares.js';

/** Stages of a task, in small letters without spaces or hyphens, as phases. Other stages have no phase. */
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
  ['experiments', 'experiments'],
  ['evaluation', 'evaluation'],
  ['testing', 'evaluation'],
  ['test', 'evaluation'],
  ['validation', 'evaluation'],
]);

interface Method {
  readonly boundary?: MeasurementBoundary | undefined;
  readonly isMeasured: boolean;
  /** The tool counts GPUs as the driver lists them, and writes the report. */
  readonly listsDies?: true | undefined;
}

/** What a method measures, and whether by a sensor. Other methods may be measured or modelled, and count as modelled. */
export function methodOf(method: unknown): Method {
  const text = typeof method === 'string' ? method.toLowerCase() : '';
  // An unknown share of CodeCarbon's energy is modelled.
  if (/code[ _-]?carbon|eco2ai|carbon[ _-]?tracker/.test(text)) return { boundary: 'components', isMeasured: false, listsDies: true };
  if (/nvidia[ _-]?smi|(?:rocm|amd)[ _-]?smi|\bnvml\b|\bzeus\b/.test(text))
    return { boundary: 'accelerator', isMeasured: true, listsDies: true };
  if (/watt[ _-]?meter|\bpdu\b/.test(text)) return { boundary: 'node', isMeasured: true };
  return { isMeasured: false };
}

/** Whether a report says that the GPUs were not measured: `gpuTrackingMode: none`, as exporters write it where the power was 0. */
export function isUntracked(mode: unknown): boolean {
  return typeof mode === 'string' && /^(?:none|no|off|disabled|not[ _-]?tracked|untracked)$/i.test(mode.trim());
}

/** Clouds whose regions have names, by what reports call them. */
const providers: ReadonlyMap<string, string> = new Map([
  ['aws', 'aws'],
  ['azure', 'azure'],
  ['google', 'gcp'],
  ['gcp', 'gcp'],
]);

/** A country, and a region where the location is one to three words. Anything longer may be an address, which is private. */
export function placeIn(environment: unknown, cloudProvider: unknown): RunPlace {
  const [country, location] = [own(environment, 'country'), own(environment, 'location')];
  const cloud = typeof cloudProvider === 'string' ? providers.get(cloudProvider.trim().toLowerCase()) : undefined;
  const isRegion = cloud !== undefined && typeof location === 'string' && /^[a-z][a-z0-9-]{2,30}$/.test(location);
  return {
    cloud: isRegion ? cloud : undefined,
    cloudRegion: isRegion ? location : undefined,
    country: typeof country === 'string' && /^\p{L}[\p{L} .'()-]{1,59}$/u.test(country) ? country.trim() : undefined,
    region: typeof location === 'string' && /^(?=.{2,30}$)\p{L}+(?:[ -]\p{L}+){0,2}$/u.test(location) ? location : undefined,
  };
}

/** Names of devices as manufacturers write them. The id of a single device is not a name. */
const deviceName = /^(?!.*[\da-f]{8}-[\da-f]{4}-)[\p{L}\p{M}\p{N}_ .()+/®™-]{1,80}$/iu;

/** The GPUs in a list of components. Processors are not read: where CodeCarbon wrote the report, their count is of cores. */
export function acceleratorIn(components: unknown, report: Report): RunRecord['accelerator'] {
  if (components === undefined) return undefined;
  if (!Array.isArray(components)) {
    report(messages.wrongShape('infrastructure.components', 'a list'));
    return undefined;
  }
  const gpus = components.filter((component) => isGpu(own(component, 'componentType') ?? own(component, 'componentName')));
  if (gpus.length === 0) return undefined;
  const names = new Set(gpus.map(nameOf));
  if (names.size > 1) {
    report(messages.severalModels([...names].map((name) => name ?? 'gpu').join(', ')));
    return undefined;
  }
  const counts = gpus.map((gpu) => countOf(gpu, report));
  const whole = sumOf(counts);
  const count = sumOf(gpus.map((gpu, at) => times(counts[at], shareOf(gpu, report))));
  if (whole !== undefined && count !== undefined && count !== whole) report(terms.sharedCards(whole, Number(count.toPrecision(6))));
  const [name] = names;
  return name === undefined && count === undefined ? undefined : { name, count };
}

function sumOf(counts: readonly (number | undefined)[]): number | undefined {
  return counts.reduce((sum, one) => (sum === undefined || one === undefined ? undefined : sum + one), 0);
}

function times(count: number | undefined, share: number): number | undefined {
  return count === undefined ? undefined : Number((count * share).toPrecision(12));
}

/** Types of components that do the work. */
const acceleratorTypes: readonly string[] = ['gpu', 'tpu', 'accelerator'];

function isGpu(kind: unknown): boolean {
  return typeof kind === 'string' && acceleratorTypes.includes(kind.trim().toLowerCase());
}

function nameOf(gpu: unknown): string | undefined {
  const text = own(gpu, 'componentName');
  const name = typeof text === 'string' ? text.replace(/^\s*\d+ x /, '').trim() : '';
  if (name !== '' && name.toLowerCase() !== 'gpu') return deviceName.test(name) ? name : undefined;
  const parts = ['manufacturer', 'family', 'series'].map((key) => own(gpu, key)).filter((part) => typeof part === 'string' && part !== '');
  const made = parts.join(' ').trim();
  return parts.length > 0 && deviceName.test(made) ? made : undefined;
}

function countOf(gpu: unknown, report: Report): number | undefined {
  const count = numberIn(own(gpu, 'nbComponent'), 'nbComponent', report);
  if (count === undefined) return undefined;
  if (Number.isSafeInteger(count) && count > 0) return count;
  report(messages.wrongShape('nbComponent', 'a whole number above 0'));
  return undefined;
}

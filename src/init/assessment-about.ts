import type { Assessment } from '../assessment/assessment.js';
import { decimal, scalar } from './yaml-text.js';

/** A number with its unit and range, and the id of its source. */
export interface Sourced {
  readonly value: number;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly source: string;
}

/** Titles of the sources of an assessment, by id. */
interface Sources {
  readonly sources?: Assessment['sources'] | undefined;
}

/** A line of a mapping; none where there is no value. */
export function entry(key: string, value: string | number | undefined, indent = '  '): readonly string[] {
  if (value === undefined) return [];
  return [`${indent}${key}: ${typeof value === 'number' ? decimal(value) : scalar(value)}`];
}

/** A quantity of the manifest, with its range and its citation. */
export function cited({ sources = [] }: Sources, { value, unit, low, high, source }: Sourced, also: readonly string[] = []): string {
  const title = sources.find(({ id }) => id === source)?.title ?? source;
  const range = low === undefined || high === undefined ? [] : [`low: ${decimal(low)} ${unit}`, `high: ${decimal(high)} ${unit}`];
  return `{ ${[`value: ${decimal(value)} ${unit}`, ...range, ...also, `cite: ${JSON.stringify(title)}`].join(', ')} }`;
}

/** A count of operations, with the words of how they were counted. */
export function compute(key: string, sources: Sources, flops: (Sourced & { readonly method?: string | undefined }) | undefined): string[] {
  if (flops === undefined) return [];
  const method = flops.method === undefined ? [] : [`method: ${JSON.stringify(flops.method)}`];
  return [`${key}: ${cited(sources, flops, method)}`];
}

/** The facts of the model. */
export function modelLines({ model, sources }: Pick<Assessment, 'model'> & Sources): readonly string[] {
  return [
    'model:',
    ...(['id', 'name', 'slug', 'parameters'] as const).flatMap((key) => entry(key, model[key])),
    ...compute('  inference_flops', { sources }, model.inferenceFlops),
    ...(['cite', 'url', 'version', 'released', 'supplier'] as const).flatMap((key) => entry(key, model[key])),
  ];
}

const reportKeys = ['date', 'url', 'domain', 'paper', 'publisher', 'confidentiality', 'licence'] as const;

/** The report itself, and the offsets. */
export function reportLines({ report, offsets, sources }: Partial<Pick<Assessment, 'report' | 'offsets' | 'sources'>>): readonly string[] {
  const authors = report?.authors ?? [];
  const lines = [
    ...reportKeys.flatMap((key) => entry(key, report?.[key])),
    ...(authors.length === 0 ? [] : [`  authors: ${JSON.stringify(authors)}`]),
  ];
  return [
    ...(lines.length === 0 ? [] : ['report:', ...lines]),
    ...(offsets === undefined ? [] : [`offsets: ${cited({ sources }, { ...offsets.emissions, source: offsets.source })}`]),
  ];
}

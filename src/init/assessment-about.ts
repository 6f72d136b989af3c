import { type LineBoundary, measurementBoundaries } from '../assessment/ids.js';
import type { StatedAssessment } from '../assessment/stated/stated.js';
import { decimal, scalar } from './yaml-text.js';

/** A number with its unit and range, and the id of its source. */
export interface Sourced {
  readonly value: number;
  readonly unit: string;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly source?: string | undefined;
}

/** What is drafted from, and what is cited where it names no source. */
export interface Drafted {
  readonly assessment: StatedAssessment;
  /** Name of the file. */
  readonly file: string;
}

/** A line of a mapping; none where there is no value. */
export function entry(key: string, value: string | number | undefined, indent = '  '): readonly string[] {
  if (value === undefined) return [];
  return [`${indent}${key}: ${typeof value === 'number' ? decimal(value) : scalar(value)}`];
}

/** A quantity of the manifest, with its range and its citation. */
export function cited(drafted: Drafted, { value, unit, low, high, source }: Sourced, also: readonly string[] = []): string {
  const range = low === undefined || high === undefined ? [] : [`low: ${amount(low, unit)}`, `high: ${amount(high, unit)}`];
  const title = titleOf(drafted, source);
  return `{ ${[`value: ${amount(value, unit)}`, ...range, ...also, `cite: ${JSON.stringify(title)}`].join(', ')} }`;
}

/** The title of a source by its id; the file where it names none. */
function titleOf({ assessment: { sources = [] }, file }: Drafted, source: string | undefined): string {
  const title = sources.find(({ id }) => id === source)?.title ?? source;
  return title === undefined || title === '' ? file : title;
}

function amount(value: number, unit: string): string {
  return unit === '' ? decimal(value) : `${decimal(value)} ${unit}`;
}

/** A count of operations, with the words of how they were counted. */
export function compute(key: string, drafted: Drafted, flops: (Sourced & { readonly method?: string | undefined }) | undefined): string[] {
  if (flops === undefined) return [];
  const method = flops.method === undefined ? [] : [`method: ${JSON.stringify(flops.method)}`];
  return [`${key}: ${cited(drafted, flops, method)}`];
}

/** The facts of the model. */
export function modelLines(drafted: Drafted): readonly string[] {
  const { model } = drafted.assessment;
  return [
    'model:',
    ...(['id', 'name', 'slug', 'parameters'] as const).flatMap((key) => entry(key, model[key])),
    ...compute('  inference_flops', drafted, model.inferenceFlops),
    ...(['cite', 'url', 'version', 'released', 'supplier'] as const).flatMap((key) => entry(key, model[key])),
  ];
}

const reportKeys = ['date', 'url', 'domain', 'paper', 'publisher', 'confidentiality', 'licence'] as const;

/** The report itself, and the offsets. */
export function reportLines(drafted: Drafted): readonly string[] {
  const { report, offsets } = drafted.assessment;
  const authors = report?.authors ?? [];
  const lines = [
    ...reportKeys.flatMap((key) => entry(key, report?.[key])),
    ...(authors.length === 0 ? [] : [`  authors: ${JSON.stringify(authors)}`]),
  ];
  return [
    ...(lines.length === 0 ? [] : ['report:', ...lines]),
    ...(offsets === undefined ? [] : [`offsets: ${cited(drafted, { ...offsets.emissions, source: offsets.source })}`]),
  ];
}

/** The models that this one was made from, with their figures. */
export function baseLines(drafted: Drafted): readonly string[] {
  const { baseModels = [] } = drafted.assessment;
  if (baseModels.length === 0) return [];
  return [
    'base_model:',
    ...baseModels.map(({ id, name, emissions, energy, boundary, counted, source }) => {
      const hasFigure = emissions !== undefined || energy !== undefined;
      const parts = [
        ...(id === undefined ? [] : [`id: ${JSON.stringify(id)}`]),
        ...(name === undefined || name === id ? [] : [`name: ${JSON.stringify(name)}`]),
        ...ranged('emissions', emissions),
        ...ranged('energy', energy),
        ...(hasFigure && isOfMeter(boundary) ? [`boundary: ${boundary}`] : []),
        ...(counted === undefined ? [] : [`counted: ${JSON.stringify(counted)}`]),
        ...(hasFigure || source !== undefined ? [`cite: ${JSON.stringify(titleOf(drafted, source))}`] : []),
      ];
      return `  - { ${parts.join(', ')} }`;
    }),
  ];
}

function ranged(key: string, quantity: Omit<Sourced, 'source'> | undefined): readonly string[] {
  if (quantity === undefined) return [];
  const { value, unit, low, high } = quantity;
  const ends = low === undefined || high === undefined ? '' : `, low: ${amount(low, unit)}, high: ${amount(high, unit)}`;
  return [`${key}: { value: ${amount(value, unit)}${ends} }`];
}

/** Whether a boundary is the position of a meter, which a manifest can name. */
export function isOfMeter(boundary: LineBoundary | undefined): boolean {
  return measurementBoundaries.some((known) => known === boundary);
}

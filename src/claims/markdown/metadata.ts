import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import type { Position } from '../../diagnostics/diagnostic.js';
import type { Metadata } from '../claim.js';
import type { Collector } from '../collector.js';
import { type Label, readLabel } from '../text/label.js';

const key = 'co2_eq_emissions';

/** Keys that tools write beside the emissions, and what their bare numbers are. */
const known: Readonly<Record<string, string>> = {
  energy_consumed: 'energy (kWh)',
  hours_used: 'hours used',
  pue: 'PUE',
  hardware_used: 'hardware',
  geographical_location: 'location',
  cpu_model: 'CPU',
};

/**
 * Reads `co2_eq_emissions`: what it says, and what the Hub makes of it.
 *
 * @param start Offset of the YAML in the card.
 */
export function metadataIn(
  map: YAMLMap,
  start: number,
  at: (offset: number) => Position,
  collector: Collector,
  root: number,
): Metadata | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return undefined;
  const place = (node: unknown): Position => at(start + (offsetOf(node) ?? offsetOf(pair.key) ?? 0));
  const scopes = [collector.scope(), root];
  const { value } = pair;
  if (isSeq(value)) return { at: place(value), shape: 'list', raw: '' };
  if (!isMap(value)) return scalar(value, place(value), scopes, collector);
  for (const { key: name, value: other } of value.items) {
    if (!isScalar(name) || !isScalar(other) || name.value === 'emissions' || other.value === null) continue;
    const label = known[String(name.value)];
    if (label === undefined) continue;
    const read: Label = readLabel(label);
    collector.line({
      text: typeof other.source === 'string' ? other.source : String(other.value),
      positionAt: () => place(other),
      scopes,
      headings: [],
      label: read,
    });
  }
  const emissions = value.items.find((item) => isScalar(item.key) && item.key.value === 'emissions');
  const text = (name: string): string | undefined => {
    const found = value.get(name);
    return typeof found === 'string' ? found : undefined;
  };
  const source = text('source');
  const trainingType = text('training_type');
  const rest = { ...(source !== undefined && { source }), ...(trainingType !== undefined && { trainingType }) };
  if (emissions === undefined) return { at: place(pair.key), shape: 'mapping-without-emissions', raw: '', ...rest };
  return { ...scalar(emissions.value, place(emissions.value ?? emissions.key), scopes, collector), ...rest };
}

function scalar(node: unknown, at: Position, scopes: readonly number[], collector: Collector): Metadata {
  if (!isScalar(node) || node.value === null) return { at, shape: 'nothing', raw: '' };
  const raw = typeof node.source === 'string' ? node.source : String(node.value);
  const hub = hubReading(raw, node.value);
  const read = hub === undefined ? {} : { hubReads: hub };
  if (typeof node.value !== 'number') return { at, shape: 'text', raw, ...read };
  const { value } = node;
  const decimals = /^-?\d+\.(\d+)$/.exec(raw)?.[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  collector.values.push({
    measure: 'emissions',
    value,
    low: value - half,
    high: value + half,
    text: `${raw} g`,
    number: raw,
    unit: 'g',
    at,
    scopes,
    context: `${key}: ${raw}`,
    is: new Set(['metadata']),
  });
  return { at, shape: 'number', raw, value, ...read };
}

/** The Hub's reader takes the first digits of the value's text, perhaps with a point and digits: 1.2e7 is 1.2. */
function hubReading(raw: string, value: unknown): number | undefined {
  // Its YAML reader takes an exponent for a number only with a sign and a point before it; small ones are printed with one again.
  const isFloat = typeof value === 'number' && (/^[-+]?\d+\.\d*e[-+]\d+$/i.test(raw) || !/e/i.test(raw));
  const shown = isFloat ? (Math.abs(value) < 1e-4 && value !== 0 ? value.toExponential() : String(value)) : raw;
  const digits = /\d+\.\d+|\d+/.exec(shown)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function offsetOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | undefined } | null | undefined)?.range?.[0];
}

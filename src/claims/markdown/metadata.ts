import { isMap, isScalar, isSeq, type YAMLMap } from 'yaml';
import { hubEmissions } from '../../card/hub/emissions.js';
import { pythonValue } from '../../card/hub/python-yaml.js';
import type { Position } from '../../diagnostics/diagnostic.js';
import type { Metadata } from '../claim.js';
import type { Collector } from '../collector.js';
import { readLabel } from '../text/label.js';
import { isAmount } from '../text/numbers.js';

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

/** A card's front matter, parsed, and what its claims are collected in. */
export interface FrontMatterContext {
  readonly map: YAMLMap;
  /** Offset of the YAML in the card. */
  readonly start: number;
  readonly at: (offset: number) => Position;
  readonly collector: Collector;
  /** The scope of the whole card. */
  readonly root: number;
}

/** What the claims of the metadata have in common. */
interface MetadataContext {
  readonly collector: Collector;
  readonly scopes: readonly number[];
  readonly positionOf: (node: unknown) => Position;
}

/** Reads `co2_eq_emissions`: what it says, and what the Hub makes of it. */
export function metadataIn({ map, start, at, collector, root }: FrontMatterContext): Metadata | undefined {
  const pair = map.items.find((item) => isScalar(item.key) && item.key.value === key);
  if (pair === undefined) return undefined;
  const positionOf = (node: unknown): Position => at(start + (offsetOf(node) ?? offsetOf(pair.key) ?? 0));
  const context: MetadataContext = { collector, scopes: [collector.scope(), root], positionOf };
  const { value } = pair;
  if (isSeq(value)) return { at: positionOf(value), shape: 'list', raw: '', hubReads: hubReading(value) };
  return isMap(value) ? ofMapping(value, pair.key, context) : ofScalar(value, positionOf(value), context);
}

/** `emissions:` with what tools write beside it. */
function ofMapping(map: YAMLMap, name: unknown, context: MetadataContext): Metadata {
  readFacts(map, context);
  const text = (word: string): string | undefined => {
    const found = map.get(word);
    return typeof found === 'string' ? found : undefined;
  };
  const rest = { source: text('source'), trainingType: text('training_type') };
  const emissions = map.items.find((item) => isScalar(item.key) && item.key.value === 'emissions');
  if (emissions === undefined) return { at: context.positionOf(name), shape: 'mapping-without-emissions', raw: '', ...rest };
  return { ...ofScalar(emissions.value, context.positionOf(emissions.value ?? emissions.key), context), ...rest };
}

/** Energy, hours, hardware and place, each read as a line with a label. */
function readFacts(map: YAMLMap, { collector, scopes, positionOf }: MetadataContext): void {
  for (const { key: name, value } of map.items) {
    if (!isScalar(name) || !isScalar(value) || name.value === 'emissions' || value.value === null) continue;
    const label = known[String(name.value)];
    if (label === undefined) continue;
    collector.line({
      text: typeof value.source === 'string' ? value.source : String(value.value),
      positionAt: () => positionOf(value),
      scopes,
      headings: [],
      isMetadata: true,
      label: readLabel(label),
    });
  }
}

function ofScalar(node: unknown, at: Position, { collector, scopes }: MetadataContext): Metadata {
  if (!isScalar(node) || node.value === null) return { at, shape: 'nothing', raw: '' };
  const raw = typeof node.source === 'string' ? node.source : String(node.value);
  const hubReads = hubReading(node);
  if (typeof node.value !== 'number') return { at, shape: 'text', raw, hubReads };
  // `1e-400` is read as zero, which nobody wrote.
  const value = node.value === 0 && /^[-+]?[\d.]*[1-9]/.test(raw) ? Number.NaN : node.value;
  // What is no amount is a fault of the metadata, and nothing is calculated from it.
  if (!isAmount(value)) return { at, shape: 'number', raw, value, hubReads };
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
  return { at, shape: 'number', raw, value, hubReads };
}

/** The grams that the Hub's reader takes from a value. */
function hubReading(node: unknown): number | undefined {
  const read = hubEmissions(pythonValue(node).value);
  return typeof read === 'object' ? read.grams : undefined;
}

function offsetOf(node: unknown): number | undefined {
  return (node as { readonly range?: readonly number[] | undefined } | null | undefined)?.range?.[0];
}

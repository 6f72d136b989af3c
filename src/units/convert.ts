import type { Dimension } from './quantity.js';

const energy = {
  J: 1 / 3.6e6,
  kJ: 1 / 3600,
  MJ: 1 / 3.6,
  GJ: 1 / 3.6e-3,
  TJ: 1 / 3.6e-6,
  mWh: 1e-6,
  Wh: 1e-3,
  kWh: 1,
  MWh: 1e3,
  GWh: 1e6,
  TWh: 1e9,
};
const power = { mW: 1e-3, W: 1, kW: 1e3, MW: 1e6, GW: 1e9 };
/** A year is 8,760 h (365 days), as in BLOOM and in the lifetimes of hardware; a month has no fixed length and is not a unit. */
const time = {
  s: 1 / 3600,
  sec: 1 / 3600,
  second: 1 / 3600,
  min: 1 / 60,
  minute: 1 / 60,
  h: 1,
  hr: 1,
  hour: 1,
  d: 24,
  day: 24,
  week: 168,
  wk: 168,
  year: 8760,
  yr: 8760,
  a: 8760,
};
const mass = {
  µg: 1e-9,
  ug: 1e-9,
  mg: 1e-6,
  g: 1e-3,
  kg: 1,
  t: 1e3,
  tonne: 1e3,
  'metric ton': 1e3,
  kt: 1e6,
  Mt: 1e9,
  lb: 0.45359237,
  'short ton': 907.18474,
};
const volume = { µL: 1e-6, mL: 1e-3, L: 1, l: 1, litre: 1, liter: 1, kL: 1e3, m3: 1e3, ML: 1e6, 'US gal': 3.785411784 };

/** Operations, not operations a second: people write both as FLOPs. A petaflop/s-day is 8.64e19 of them. */
const compute = {
  FLOP: 1,
  MFLOP: 1e6,
  GFLOP: 1e9,
  TFLOP: 1e12,
  PFLOP: 1e15,
  EFLOP: 1e18,
  ZFLOP: 1e21,
  YFLOP: 1e24,
  teraFLOP: 1e12,
  petaFLOP: 1e15,
  exaFLOP: 1e18,
  zettaFLOP: 1e21,
  'PFLOP/s-day': 8.64e19,
  'petaFLOP/s-day': 8.64e19,
  'PFLOPS-day': 8.64e19,
  'PF-day': 8.64e19,
  'PF/s-day': 8.64e19,
  FLOPS: 1,
};
const computeRate = { 'FLOP/s': 1, 'GFLOP/s': 1e9, 'TFLOP/s': 1e12, 'PFLOP/s': 1e15, 'EFLOP/s': 1e18, TFLOPS: 1e12, PFLOPS: 1e15 };

const tables: Partial<Record<Dimension, Readonly<Record<string, number>>>> = {
  energy,
  power,
  time,
  emissions: mass,
  water: volume,
  ratio: { '%': 0.01, percent: 0.01 },
  requests: { request: 1 },
  tokens: { token: 1 },
  parameters: { parameter: 1, param: 1 },
  compute,
  'compute rate': computeRate,
  accelerators: { accelerator: 1, GPU: 1, TPU: 1, device: 1, chip: 1 },
  memory: { MB: 1e-3, GB: 1, GiB: 1.073741824, TB: 1e3, TiB: 1099.511627776 },
};

/** Every dimension that a text's unit can be recognised as, the likelier first. */
const dimensions: readonly Dimension[] = [
  'energy',
  'power',
  'time',
  'emissions',
  'intensity',
  'water',
  'water intensity',
  'ratio',
  'requests',
  'tokens',
  'request rate',
  'token rate',
  'parameters',
  'accelerators',
  'memory',
  'compute rate',
  'compute',
];

export type UnitMatch =
  | {
      readonly kind: 'found';
      readonly dimension: Dimension;
      readonly factor: number;
      readonly bareCO2?: true | undefined;
      /** A time of accelerators, as `GPU-days`. */
      readonly ofAccelerators?: true | undefined;
    }
  /** As `node-hours`: how many accelerators a node has is not in the unit. */
  | { readonly kind: 'node-hours' }
  /** As `months`: how long one is, is not fixed. */
  | { readonly kind: 'months' }
  /** As `mwh`, which is milli or mega; or `tons`. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'unknown' };

/**
 * The dimension of a unit as people write it, and its size in the canonical unit.
 *
 * Case matters where it distinguishes prefixes (`mWh`, `MWh`) and is ignored elsewhere (`kwh`).
 * `FLOPS` is written for operations and for operations a second: the wanted dimension decides.
 * CO2, CO2e, CO2eq and CO₂e are one unit; plain `CO2` is marked, since it may exclude other gases.
 */
export function findUnit(text: string, wanted?: Dimension): UnitMatch {
  const unit = text
    .trim()
    .replace(/₂/g, '2')
    .replace(/³/g, '3')
    .replace(/\s+/g, ' ')
    .replace(/\s*\/\s*|\s+per\s+/g, '/');
  // In a time, `w` is no watt.
  if (wanted === 'time' && unit === 'w') return { kind: 'found', dimension: wanted, factor: time.week };
  if (wanted === 'time' && months.test(unit)) return { kind: 'months' };
  // In a rate that is wanted, what is counted need not be written.
  if (wanted === 'request rate' || wanted === 'token rate') {
    const match = matchRate(unit, wanted, true);
    if (match !== undefined) return match;
  }
  if (wanted === 'compute rate' && /^flops$/i.test(unit)) return { kind: 'found', dimension: wanted, factor: 1 };
  for (const dimension of dimensions) {
    const match = matchIn(dimension, unit);
    if (match !== undefined) return match;
  }
  return { kind: 'unknown' };
}

const months = /^(?:.*[-\u00b7 ])?(?:mos?|mths?|months?)$/iu;

function matchIn(dimension: Dimension, unit: string): UnitMatch | undefined {
  if (dimension === 'intensity') return ratioOf(unit, 'emissions', dimension);
  if (dimension === 'water intensity') return ratioOf(unit, 'water', dimension);
  if (dimension === 'time') return matchTime(unit);
  if (dimension === 'request rate' || dimension === 'token rate') return matchRate(unit, dimension, false);
  if (dimension === 'emissions') return matchMass(unit);
  return lookUp(dimension, unit);
}

/** `GPU-hours`, `TPU days`, `gpuh`. Without a separator only hours, since `GPUs` are no seconds. */
const machineTime = /^(?<machine>accelerator|gpu|tpu|device|chip|card|node)s?(?:[-\u00b7 ](?<unit>.+)|(?<hours>h|hrs?|hours?))$/iu;

function matchTime(unit: string): UnitMatch | undefined {
  const { machine, unit: spaced, hours } = machineTime.exec(unit)?.groups ?? {};
  const found = lookUp('time', spaced ?? hours ?? unit);
  if (machine === undefined || found?.kind !== 'found') return found;
  return machine.toLowerCase() === 'node' ? { kind: 'node-hours' } : { ...found, ofAccelerators: true };
}

/** A mass per kWh or a volume per kWh, in canonical units (grams for intensity, litres for water). */
function ratioOf(unit: string, over: 'emissions' | 'water', dimension: Dimension): UnitMatch | undefined {
  const [top, bottom, ...rest] = unit.split('/');
  if (top === undefined || bottom === undefined || rest.length > 0) return undefined;
  const numerator = matchIn(over, top.trim());
  const denominator = lookUp('energy', bottom.trim());
  if (numerator?.kind === 'ambiguous') return numerator;
  if (denominator?.kind === 'ambiguous') return denominator;
  if (numerator?.kind !== 'found' || denominator?.kind !== 'found') return undefined;
  const grams = over === 'emissions' ? 1000 : 1;
  return { ...numerator, dimension, factor: (numerator.factor * grams) / denominator.factor };
}

const rate = /^(?<what>requests?|tokens?)? ?(?:\/ ?|(?:per|an?|each) )(?<time>[a-z]+)$/i;

/** `requests/year`, `tokens a day`, `per hour`: a count by time, in a year of 365 days. */
function matchRate(unit: string, dimension: 'request rate' | 'token rate', bare: boolean): UnitMatch | undefined {
  const { what, time: per } = rate.exec(unit)?.groups ?? {};
  const isOf = what === undefined ? bare : lookUp(dimension === 'request rate' ? 'requests' : 'tokens', what) !== undefined;
  if (per === undefined || !isOf) return undefined;
  if (months.test(per)) return { kind: 'months' };
  const found = lookUp('time', per);
  return found?.kind === 'found' ? { kind: 'found', dimension, factor: time.year / found.factor } : found;
}

function matchMass(unit: string): UnitMatch | undefined {
  const parts = /^(.*?)[ -]?CO2(?:[ -]?(e|eq|equivalent|equivalents))?\.?$/i.exec(unit);
  if (parts === null) return lookUpMass(unit);
  const found = lookUpMass((parts[1] ?? '').trim());
  return found?.kind === 'found' && parts[2] === undefined ? { ...found, bareCO2: true } : found;
}

/** A ton is a tonne to most, and 2,000 pounds in the United States. */
function lookUpMass(unit: string): UnitMatch | undefined {
  return /^tons?$/i.test(unit) ? { kind: 'ambiguous', candidates: ['t (tonne)', 'short ton'] } : lookUp('emissions', unit);
}

function lookUp(dimension: Dimension, unit: string): UnitMatch | undefined {
  const table = tables[dimension];
  if (table === undefined || unit === '') return undefined;
  const singular = unit.length > 2 ? unit.replace(/s$/, '') : unit;
  for (const name of [unit, singular]) {
    const factor = Object.hasOwn(table, name) ? table[name] : undefined;
    if (factor !== undefined) return { kind: 'found', dimension, factor };
  }
  const near = Object.entries(table).filter(
    ([name]) => name.toLowerCase() === singular.toLowerCase() || name.toLowerCase() === unit.toLowerCase(),
  );
  const [first] = near;
  if (first === undefined) return undefined;
  if (near.some(([, factor]) => factor !== first[1])) return { kind: 'ambiguous', candidates: near.map(([name]) => name) };
  return { kind: 'found', dimension, factor: first[1] };
}

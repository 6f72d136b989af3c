import type { Assessment, Line } from '../../src/assessment/assessment.js';
import { metered } from '../../src/charts/breakdown/title.js';
import type { RangeId } from '../../src/factors/range-ids.js';
import { defaultRanges } from '../../src/factors/ranges.js';
import type { Quantity } from '../../src/units/quantity.js';

/** A number as it is printed: `24.7 t CO₂e`. */
export interface Printed {
  readonly text: string;
  readonly value: number;
  /** Half of its last digit's place. */
  readonly half: number;
  readonly unit?: string | undefined;
}

/** Printed units with their size in the assessment's own. */
const units: Readonly<Record<string, readonly [canonical: string, size: number]>> = {
  'Mt CO₂e': ['kgCO2e', 1e9],
  'kt CO₂e': ['kgCO2e', 1e6],
  't CO₂e': ['kgCO2e', 1e3],
  'kg CO₂e': ['kgCO2e', 1],
  'g CO₂e': ['kgCO2e', 1e-3],
  'mg CO₂e': ['kgCO2e', 1e-6],
  'g CO₂e/kWh': ['gCO2e/kWh', 1],
  'TWh': ['kWh', 1e9],
  'GWh': ['kWh', 1e6],
  'MWh': ['kWh', 1e3],
  'kWh': ['kWh', 1],
  'Wh': ['kWh', 1e-3],
  'mWh': ['kWh', 1e-6],
  'ML': ['L', 1e6],
  'kL': ['L', 1e3],
  'L': ['L', 1],
  'mL': ['L', 1e-3],
  '%': ['1', 0.01],
};

const names = Object.keys(units)
  .sort((a, b) => b.length - a.length)
  .map((name) => name.replace('/', '\\/'))
  .join('|');
const printed = new RegExp(String.raw`(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w]|\.\d|,\d{3})(?:\s?(${names})(?![\w/]))?`, 'gu');

/** Every number of a text that is no part of a word, a link or a path. */
export function figuresIn(text: string): readonly Printed[] {
  const prose = text
    .replace(/[\u202f\u00a0]/g, ' ')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/https?:\/\/\S+/g, '')
    .replace(/`[^`\n]*`/g, (code) => (/^`[\w.[\]-]+`$/.test(code) ? '' : code));
  return [...prose.matchAll(printed)].map(([all, whole = '', fraction = '', unit]) => {
    const value = Number(whole.replaceAll(',', '') + fraction);
    const zeros = fraction === '' ? (/[1-9]?(0*)$/.exec(whole.replaceAll(',', ''))?.[1]?.length ?? 0) : 0;
    const place = fraction === '' ? 10 ** zeros : 10 ** (1 - fraction.length);
    return { text: all, value, half: place / 2, ...(unit !== undefined && { unit }) };
  });
}

/** Instruments as the advice names them, by the row of default ranges that holds their size. */
const instruments: Partial<Readonly<Record<RangeId, string>>> = {
  'meter': 'PDU|cooling and power loss|accurate|accurate to',
  'node-sensor': 'BMC|sensors of the nodes',
  'gpu-sensor': 'nvidia-smi',
};

/** A text without the sizes of instruments, such as `PDU: ±2 %`, where they are those of the table of default ranges. */
export function withoutInstrumentSizes(text: string): string {
  return Object.entries(instruments).reduce((rest, [id, names]) => {
    const spread = defaultRanges.find((row) => row.id === id)?.spread;
    const size = spread?.kind === 'share' ? Number((100 * spread.share).toPrecision(12)) : Number.NaN;
    const named = names.replaceAll(' ', String.raw`\s+`);
    return rest.replace(new RegExp(String.raw`((?:${named})(?::\s|\s\(|\s))±\s?${size}\s%`, 'gu'), '$1');
  }, text);
}

/** Numbers of an assessment: those with a unit by their unit, and all. */
export interface Known {
  readonly byUnit: ReadonlyMap<string, readonly number[]>;
  readonly all: readonly number[];
}

/** Every number that an assessment holds, those inside its sentences and formulas too. */
export function numbersOf(assessment: Assessment): Known {
  const byUnit = new Map<string, number[]>();
  const all: number[] = [];
  const add = (value: number, unit = '1'): void => {
    all.push(value);
    byUnit.set(unit, [...(byUnit.get(unit) ?? []), value]);
  };
  const walk = (part: unknown, unit?: string): void => {
    if (typeof part === 'number') add(part, unit);
    else if (typeof part === 'string') {
      for (const { value, unit: written } of figuresIn(part)) {
        const [canonical, size] = units[written ?? ''] ?? ['1', 1];
        add(value * size, canonical);
      }
    } else if (Array.isArray(part)) for (const item of part) walk(item, unit);
    else if (typeof part === 'object' && part !== null) {
      const own = 'unit' in part && typeof part.unit === 'string' ? part.unit : undefined;
      // A share is in an object whose unit is that of the whole.
      for (const [key, item] of Object.entries(part)) walk(item, key === 'share' ? '1' : own);
    }
  };
  walk(assessment);
  for (const q of scaled(assessment)) for (const part of [q.value, q.low, q.high]) if (part !== undefined) add(part, q.unit);
  for (const share of [...rests(assessment), ...comparisons(assessment), ...multiples(assessment)]) add(share);
  for (const q of sums(assessment)) add(q.value, q.unit);
  for (const { grid } of assessment.phases) {
    // How much lower a figure is.
    const { timing, yearly } = grid?.hourly ?? {};
    for (const part of [timing, yearly?.period, yearly?.difference]) if (part !== undefined) add(Math.abs(part));
  }
  const { perRequest, period } = assessment.totals.deployment ?? {};
  if (perRequest !== undefined && period !== undefined) add((perRequest.requests * 8760) / period.value);
  return { byUnit, all };
}

/** What a section adds up: the lines of a phase, the accelerator-hours of all of development, embodied emissions by convention, sizes by component. */
function sums({ lines, phases, states, embodiedAlternatives }: Assessment): readonly Quantity[] {
  const developed = phases.filter(({ phase }) => phase !== 'deployment');
  const hours = developed.reduce((sum, { acceleratorHours }) => sum + (acceleratorHours?.value ?? 0), 0);
  return [
    { value: hours, unit: '1' },
    ...[...new Set(states.map(({ component }) => component))].map((component) => {
      const sizes = states.flatMap((state) => (state.component === component ? (state.size?.value ?? []) : []));
      return { value: sizes.reduce((sum, value) => sum + value, 0), unit: 'kWh' } as const;
    }),
    ...['occupancy', 'calendar'].flatMap((convention) => {
      const others = embodiedAlternatives.filter((one) => one.convention === convention);
      const counted = lines.filter(({ id }) => others.some(({ line }) => line === id));
      return [others, counted].map(
        (all) => ({ value: all.reduce((sum, { emissions }) => sum + emissions.value, 0), unit: 'kgCO2e' }) as const,
      );
    }),
    ...phases.flatMap(({ phase, name }) => {
      const own = lines.filter((line) => line.phase === phase && line.name === name);
      return [
        { value: own.reduce((sum, { emissions }) => sum + emissions.value, 0), unit: 'kgCO2e' },
        { value: own.reduce((sum, { energy }) => sum + (energy?.value ?? 0), 0), unit: 'kWh' },
      ];
    }),
  ];
}

/** What the use section scales: per 1,000 requests or tokens, and a year at the load of the period. */
function scaled({ totals: { deployment } }: Assessment): readonly Quantity[] {
  if (deployment === undefined) return [];
  const { perRequest, perToken, period } = deployment;
  const times = (
    factor: number,
    per: { readonly emissions: Quantity; readonly energy?: Quantity | undefined } | undefined,
  ): readonly Quantity[] =>
    [per?.emissions, per?.energy].flatMap((q) =>
      q === undefined
        ? []
        : [
            {
              unit: q.unit,
              value: q.value * factor,
              ...(q.low !== undefined && q.high !== undefined && { low: q.low * factor, high: q.high * factor }),
            },
          ],
    );
  return [...times(1000, perRequest), ...times(1000, perToken), ...(period === undefined ? [] : times(8760 / period.value, deployment))];
}

/** Shares of the inputs that are shown together as others, and of those that a meter would replace. */
function rests({ contributions = [] }: Assessment): readonly number[] {
  const shareOf = (all: typeof contributions): number => all.reduce((sum, { share }) => sum + share, 0);
  const open = contributions.filter(({ basis, input }) => (basis === 'assumed' || basis === 'modelled') && metered.has(input));
  return [...contributions.map((_, n) => shareOf(contributions.slice(n))), shareOf(open)];
}

/** How many times as high embodied emissions are by the other convention, and with other lifetimes. */
function multiples({ lines, embodiedAlternatives, embodiedByLifetime = [] }: Assessment): readonly number[] {
  const counted = (ids: readonly string[]): number =>
    lines.reduce((sum, { id, emissions }) => (ids.includes(id) ? sum + emissions.value : sum), 0);
  const others = embodiedAlternatives.reduce((sum, { emissions }) => sum + emissions.value, 0);
  const made = lines.filter(({ component }) => component === 'embodied');
  return [
    others / counted(embodiedAlternatives.map(({ line }) => line)),
    ...embodiedByLifetime.flatMap(({ emissions }) =>
      [...made, { emissions: { value: made.reduce((sum, line) => sum + line.emissions.value, 0) } }].map(
        (line) => emissions.value / line.emissions.value,
      ),
    ),
  ].filter(Number.isFinite);
}

/** What titles of charts compare: phases and kinds of phases with their total, host, idle and overhead with dynamic, deployment with development. */
function comparisons({ lines, totals }: Assessment): readonly number[] {
  return [false, true].flatMap((isDeployment) => {
    const own = lines.filter(({ phase }) => (phase === 'deployment') === isDeployment);
    const total = (isDeployment ? totals.deployment : totals.development)?.emissions.value ?? Number.NaN;
    const sum = (value: (line: Line) => number | undefined, isMeant: (line: Line) => boolean): number =>
      own.filter(isMeant).reduce((all, line) => all + (value(line) ?? 0), 0);
    const emissions = ({ emissions: { value } }: Line): number => value;
    const energy = (line: Line): number | undefined => line.energy?.value;
    const isDynamic = ({ component }: Line): boolean => component === 'dynamic';
    const isAdded = ({ component }: Line): boolean => component !== 'dynamic' && component !== 'embodied';
    const made = totals.development?.emissions.value;
    return [
      ...own.map(({ phase, name }) => sum(emissions, (line) => line.phase === phase && line.name === name) / total),
      ...own.map(({ phase }) => sum(emissions, (line) => line.phase === phase) / total),
      ...[emissions, energy].map((value) => sum(value, isAdded) / sum(value, isDynamic)),
      ...(made === undefined ? [] : [total / made]),
    ].filter(Number.isFinite);
  });
}

/** Thousands up and down, a hundred for shares, and hours as days and years. */
const scales = [1, 100, 1e3, 1e6, 1e9, 1e-3, 1e-6, 1e-9, 1 / 24, 1 / 365, 1 / 8760];

/** Whether a printed number is one of the assessment's, rounded. */
export function isKnown({ value, half, unit }: Printed, { byUnit, all }: Known): boolean {
  // A part of a sum is rounded up or down so that the parts add up: by less than one unit of the last place.
  const near = (known: number): boolean => Math.abs(known - value) <= 2 * half * (1 + 1e-6) + Math.abs(value) * 1e-9;
  if (unit === undefined) return all.some((known) => scales.some((scale) => near(known * scale)));
  const [canonical, size] = units[unit] ?? ['1', 1];
  return (byUnit.get(canonical) ?? []).some((known) => near(known / size));
}

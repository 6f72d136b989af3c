import { exactSum } from '../../units/exact-sum.js';
import { plainDecimal } from '../../units/format.js';
import { inUnit } from '../../units/in-unit.js';
import type { Quantity } from '../../units/quantity.js';
import type { Assessment, ComponentId, Line, PhaseFacts, PhaseTotal } from '../assessment.js';
import { bases, componentIds } from '../ids.js';
import { isPublished } from '../published.js';
import { propertyNames as names, type Property } from './properties.js';

/** The electricity of a phase, as bills of materials have it: with the emissions of that electricity alone. */
export interface Consumption {
  readonly phase: PhaseFacts;
  readonly energy: Quantity<'kWh'>;
  /** Location-based emissions of the electricity, without those of making the hardware. */
  readonly emissions: Quantity<'tCO2eq'>;
  /** What the formats have no field for. */
  readonly properties: readonly Property[];
}

/** What an assessment has for a bill of materials. */
export interface Consumptions {
  /** One for each phase whose electricity is known, in the order of the assessment. */
  readonly list: readonly Consumption[];
  /** Lines of phases whose electricity is not known, such as totals as published. */
  readonly without: readonly Line[];
}

/** The electricity of each phase. A phase without any has no consumption: it is never one of 0 kWh. */
export function consumptionsOf(assessment: Assessment): Consumptions {
  const { phases, lines, states, totals } = assessment;
  const ofPhase = grouped(lines);
  const counted = grouped(states.filter(({ state }) => state === 'counted' || state === 'included'));
  const sums = grouped([...(totals.development?.phases ?? []), ...(totals.deployment?.phases ?? [])]);
  const titles = new Map(assessment.sources.map(({ id, title }) => [id, title]));
  const list: Consumption[] = [];
  const without: Line[] = [];
  for (const phase of phases) {
    const own = ofPhase.get(keyOf(phase)) ?? [];
    const electric = own.filter(({ energy }) => energy !== undefined);
    const rest = own.filter(({ energy }) => energy === undefined);
    if (electric.length === 0) without.push(...rest);
    else {
      without.push(...rest.filter(({ component }) => component !== 'embodied'));
      const components = new Set((counted.get(keyOf(phase)) ?? []).map(({ component }) => component));
      list.push(consumption({ phase, own, electric, components, total: sums.get(keyOf(phase))?.[0], titles }));
    }
  }
  return { list, without };
}

interface PhaseContext {
  readonly phase: PhaseFacts;
  readonly own: readonly Line[];
  /** Those of its lines that have electricity. */
  readonly electric: readonly Line[];
  /** Components that are in its figures. */
  readonly components: ReadonlySet<ComponentId>;
  readonly total: PhaseTotal | undefined;
  /** Titles of sources by id. */
  readonly titles: ReadonlyMap<string, string>;
}

function consumption(context: PhaseContext): Consumption {
  const { phase, electric, total } = context;
  const energy = sum(electric.map(({ energy: one }) => one?.value));
  return {
    phase,
    energy: inUnit({ ...total?.energy, value: energy, unit: 'kWh' }, 'energy', 'kWh'),
    emissions: tonnes({ value: sum(electric.map(({ emissions }) => emissions.value)), unit: 'kgCO2e' }),
    properties: written([
      ...energyProperties(context),
      ...emissionProperties(context),
      ...placeProperties(context),
      ...workProperties(context),
    ]),
  };
}

/** Properties whose value may be missing. */
type Draft = readonly [name: string, value: string | undefined];

function energyProperties({ phase, own, electric, components, total }: PhaseContext): readonly Draft[] {
  const { low, high } = total?.energy ?? {};
  return [
    [names.phase, phase.phase],
    [names.name, phase.name],
    [names.systemBoundary, componentIds.filter((id) => components.has(id)).join(', ')],
    [names.boundary, electric.find(({ component }) => component === 'dynamic')?.boundary],
    [names.basis, bases.findLast((basis) => electric.some((line) => line.basis === basis))],
    [names.energyLow, text(low, 'kWh')],
    [names.energyHigh, text(high, 'kWh')],
    ...own.map((line): Draft => [`${names.component}:${line.component}`, lineText(line)]),
  ];
}

/** A line's figures: `433196 kWh, 24.692172 tCO2eq, declared, accelerator`. */
function lineText({ energy, emissions, basis, boundary }: Line): string {
  return [text(energy?.value, 'kWh'), tonnesText(emissions), basis, boundary].filter((part) => part !== undefined).join(', ');
}

/** All emissions of the phase, with their interval, and those that the field for emissions of energy has not. */
function emissionProperties({ own, electric, total }: PhaseContext): readonly Draft[] {
  const embodied = own.filter(({ component }) => component === 'embodied');
  const made = embodied.length === 1 ? embodied[0]?.emissions : undefined;
  const market = electric.flatMap(({ emissionsMarket }) => emissionsMarket?.value ?? []);
  const all = total && tonnes(total.emissions);
  return [
    [names.emissions, text(all?.value, 'tCO2eq')],
    [names.emissionsLow, text(all?.low, 'tCO2eq')],
    [names.emissionsHigh, text(all?.high, 'tCO2eq')],
    [
      names.embodied,
      embodied.length === 0 ? undefined : tonnesText({ value: sum(embodied.map(({ emissions }) => emissions.value)), unit: 'kgCO2e' }),
    ],
    // Making the hardware is one line of a phase.
    [names.embodiedLow, made?.low === undefined ? undefined : tonnesText({ value: made.low, unit: 'kgCO2e' })],
    [names.embodiedHigh, made?.high === undefined ? undefined : tonnesText({ value: made.high, unit: 'kgCO2e' })],
    [names.market, market.length < electric.length ? undefined : tonnesText({ value: sum(market), unit: 'kgCO2e' })],
  ];
}

function placeProperties({ phase: { grid, place, pue, year }, own, titles }: PhaseContext): readonly Draft[] {
  return [
    [names.electricity, grid === undefined || own.some(isPublished) ? undefined : 'location-based'],
    [names.intensity, text(grid?.intensity.value, 'gCO2e/kWh')],
    [names.intensityLow, text(grid?.intensity.low, 'gCO2e/kWh')],
    [names.intensityHigh, text(grid?.intensity.high, 'gCO2e/kWh')],
    [names.gridYear, text(grid?.year)],
    [names.gridSource, grid && (titles.get(grid.source) ?? grid.source)],
    [names.pue, text(pue)],
    [names.place, place?.label],
    [names.country, place?.country],
    [names.cloud, place?.cloud],
    [names.region, place?.region],
    [names.year, text(year)],
  ];
}

function workProperties({ phase, own, titles }: PhaseContext): readonly Draft[] {
  const water = own.flatMap(({ water: one }) => one?.value ?? []);
  const sources = new Set(own.flatMap(({ inputs }) => inputs.map(({ source }) => source)));
  return [
    // What the manifest leaves open stays open: a reader takes a variant as `init` and `render` do.
    [names.hardware, phase.statedDevice ?? phase.device],
    [names.hardwareTaken, phase.statedDevice && phase.device],
    [names.accelerators, text(phase.accelerators)],
    [names.acceleratorHours, text(phase.acceleratorHours?.value, 'h')],
    [names.share, text(phase.share)],
    [names.duration, text(durationOf(phase), 'h')],
    [names.requests, text(phase.requests)],
    [names.water, water.length === 0 ? undefined : text(sum(water), 'L')],
    ...[...sources].map((id): Draft => [names.source, titles.get(id) ?? id]),
  ];
}

/** The time on the clock; of a shared phase it is that of all models, and only the period of a deployment is this model's too. */
function durationOf({ phase, duration, share }: PhaseFacts): number | undefined {
  return share === undefined || phase === 'deployment' ? duration?.value : undefined;
}

/** What holds for the model and not for one consumption: totals, method, authors, and what is in no consumption. */
export function modelProperties(assessment: Assessment, { without }: Consumptions): readonly Property[] {
  const { schemaVersion, method, report, model, totals, offsets, omissions } = assessment;
  const totalOf = (id: 'development' | 'deployment'): readonly Draft[] => {
    const total = totals[id] && tonnes(totals[id].emissions);
    const name = `${names.total}:${id}`;
    return [
      [name, text(total?.value, 'tCO2eq')],
      [`${name}:low`, text(total?.low, 'tCO2eq')],
      [`${name}:high`, text(total?.high, 'tCO2eq')],
    ];
  };
  return written([
    [names.schema, schemaVersion],
    [names.factors, method.factors],
    [names.embodiedConvention, method.embodied],
    ...report.authors.map((author): Draft => [names.author, author]),
    [names.cite, model.cite],
    ...totalOf('development'),
    ...totalOf('deployment'),
    ...without.map((line): Draft => [names.lineWithoutEnergy, withoutText(line)]),
    [names.offsets, offsets && tonnesText(offsets.emissions)],
    ...omissions.map(
      ({ what, reason, phases = [] }): Draft => [
        names.notCounted,
        `${what}${phases.length === 0 ? '' : ` (${phases.join(', ')})`}: ${reason}`,
      ],
    ),
  ]);
}

/** A line of which no electricity is known, its phase's name last: `8930 tCO2eq, training, dynamic, facility, 405B`. */
function withoutText({ emissions, phase, component, boundary, name }: Line): string {
  return [tonnesText(emissions), phase, component, boundary, ...(name === undefined ? [] : [name])].join(', ');
}

function written(drafts: readonly Draft[]): readonly Property[] {
  return drafts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
}

/** Every digit that is not the error of an addition. */
const digits = 15;

function text(value: number | undefined, unit?: string): string | undefined {
  if (value === undefined) return undefined;
  return unit === undefined ? plainDecimal(value, digits) : `${plainDecimal(value, digits)} ${unit}`;
}

function tonnes(emissions: Quantity<'kgCO2e'>): Quantity<'tCO2eq'> {
  return inUnit(emissions, 'emissions', 'tCO2eq');
}

function tonnesText(emissions: Quantity<'kgCO2e'>): string {
  return `${plainDecimal(tonnes(emissions).value, digits)} tCO2eq`;
}

function sum(values: readonly (number | undefined)[]): number {
  const all = exactSum();
  for (const value of values) all.add(value);
  return all.value;
}

type Place = Pick<Line, 'phase' | 'name'>;

function keyOf({ phase, name }: Place): string {
  return JSON.stringify([phase, name]);
}

function grouped<T extends Place>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const found = new Map<string, T[]>();
  for (const one of all) {
    const same = found.get(keyOf(one));
    if (same === undefined) found.set(keyOf(one), [one]);
    else same.push(one);
  }
  return found;
}

import { exactSum } from '../../units/exact-sum.js';
import { inUnit } from '../../units/in-unit.js';
import type { Quantity } from '../../units/quantity.js';
import type { Line, LineInput, PhaseFacts, PhaseTotal, State } from '../assessment.js';
import { bases, componentIds } from '../ids.js';
import { isPublished } from '../published.js';
import { largestUnknown } from '../stated/largest-unknown.js';
import { type Titles, titledPhase } from '../stated/titled.js';
import { amountText, type PropertyDraft } from './fields/field.js';
import { byCalendar, lineField, stateField } from './fields/line-fields.js';
import { inputFields, phaseFacts, phaseFields } from './fields/phase-fields.js';
import { propertyNames as names } from './properties.js';

/** What an assessment has of one phase. */
export interface PhaseContext {
  readonly phase: PhaseFacts;
  readonly own: readonly Line[];
  /** Those of its lines that have electricity. */
  readonly electric: readonly Line[];
  readonly states: readonly State[];
  readonly total: PhaseTotal | undefined;
  readonly titles: Titles;
  /** Embodied emissions by calendar, by the id of the line that is by occupancy. */
  readonly calendar: ReadonlyMap<string, Quantity<'kgCO2e'>>;
}

/** All that the properties say of a phase. What is read back is in the tables of fields; the rest is for readers. */
export function phaseProperties(context: PhaseContext): readonly PropertyDraft[] {
  const { phase, name, ...facts } = titledPhase(context.phase, context.titles);
  return [
    ...phaseFields.phase.write(phase),
    ...(name === undefined ? [] : phaseFields.name.write(name)),
    ...energyProperties(context),
    ...emissionProperties(context),
    [names.electricity, facts.grid === undefined || context.own.some(isPublished) ? undefined : 'location-based'],
    ...phaseFacts.write(facts as typeof facts & Pick<PhaseFacts, 'phase'>),
    ...inputProperties(context),
  ];
}

function energyProperties({ own, electric, states, total }: PhaseContext): readonly PropertyDraft[] {
  const { low, high } = total?.energy ?? {};
  const counted = new Set(states.flatMap(({ state, component }) => (state === 'counted' || state === 'included' ? [component] : [])));
  return [
    [names.systemBoundary, componentIds.filter((id) => counted.has(id)).join(', ')],
    [names.boundary, electric.find(({ component }) => component === 'dynamic')?.boundary],
    [names.basis, bases.findLast((basis) => electric.some((line) => line.basis === basis))],
    [names.energyLow, amountText(low, 'kWh')],
    [names.energyHigh, amountText(high, 'kWh')],
    ...own.flatMap((line) => lineField(line.component).write({ ...line, unknown: largestUnknown(line) })),
    ...states.flatMap(({ component, ...state }) => (state.state === 'counted' ? [] : stateField(component).write(state))),
  ];
}

/** All emissions of the phase, with their interval, and those that the field for emissions of energy has not. */
function emissionProperties({ own, electric, total, calendar }: PhaseContext): readonly PropertyDraft[] {
  const embodied = own.filter(({ component }) => component === 'embodied');
  const [made] = embodied;
  const market = electric.flatMap(({ emissionsMarket }) => emissionsMarket?.value ?? []);
  const all = total && tonnes(total.emissions);
  const otherwise = made && calendar.get(made.id);
  return [
    [names.emissions, amountText(all?.value, 'tCO2eq')],
    [names.emissionsLow, amountText(all?.low, 'tCO2eq')],
    [names.emissionsHigh, amountText(all?.high, 'tCO2eq')],
    [names.embodied, made && tonnesText(made.emissions)],
    [names.embodiedLow, made?.emissions.low === undefined ? undefined : tonnesText({ value: made.emissions.low, unit: 'kgCO2e' })],
    [names.embodiedHigh, made?.emissions.high === undefined ? undefined : tonnesText({ value: made.emissions.high, unit: 'kgCO2e' })],
    ...(otherwise === undefined ? [] : byCalendar.write(otherwise)),
    [names.market, market.length < electric.length || market.length === 0 ? undefined : tonnesText({ value: sum(market), unit: 'kgCO2e' })],
  ];
}

/** What the lines are calculated from, water, and the sources. */
function inputProperties({ phase, own, titles }: PhaseContext): readonly PropertyDraft[] {
  const inputs = own.flatMap((line) => line.inputs);
  const water = own.flatMap(({ water: one }) => one?.value ?? []);
  const sources = new Set(inputs.map(({ source }) => source));
  return [
    ...Object.entries(inputFields).flatMap(([name, field]) => {
      const found = inputs.find((one) => one.name === name) ?? (name === 'PUE' ? pueOf(phase) : undefined);
      return found === undefined ? [] : field.write(found as never);
    }),
    [names.water, water.length === 0 ? undefined : amountText(sum(water), 'L')],
    ...[...sources].map((id): PropertyDraft => [names.source, titles.get(id) ?? id]),
  ];
}

function pueOf({ pue }: PhaseFacts): Pick<LineInput, 'value' | 'unit'> | undefined {
  return pue === undefined ? undefined : { value: pue, unit: '' };
}

export function tonnes(emissions: Quantity<'kgCO2e'>): Quantity<'tCO2eq'> {
  return inUnit(emissions, 'emissions', 'tCO2eq');
}

export function tonnesText(emissions: Quantity<'kgCO2e'>): string {
  return amountText(tonnes(emissions).value, 'tCO2eq') ?? '';
}

export function sum(values: readonly (number | undefined)[]): number {
  const all = exactSum();
  for (const value of values) all.add(value);
  return all.value;
}

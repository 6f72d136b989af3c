import { inUnit } from '../../units/in-unit.js';
import type { Quantity } from '../../units/quantity.js';
import type { Assessment, Line, PhaseFacts } from '../assessment.js';
import { titledBases, titledOffsets, titledOperations } from '../stated/titled.js';
import { amountText, numbered, type PropertyDraft } from './fields/field.js';
import { modelFields } from './fields/model-fields.js';
import { type PhaseContext, phaseProperties, sum, tonnes, tonnesText } from './phase-properties.js';
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
  /** The phases whose electricity is not known, as properties of the model. */
  readonly phasesWithout: readonly PropertyDraft[];
}

/** The electricity of each phase. A phase without any has no consumption: it is never one of 0 kWh. */
export function consumptionsOf(assessment: Assessment): Consumptions {
  const { phases, lines, states, totals } = assessment;
  const ofPhase = grouped(lines);
  const statesOf = grouped(states);
  const sums = grouped([...(totals.development?.phases ?? []), ...(totals.deployment?.phases ?? [])]);
  const titles = new Map(assessment.sources.map(({ id, title }) => [id, title]));
  const calendar = new Map(
    assessment.embodiedAlternatives.flatMap(({ line, convention, emissions }) => (convention === 'calendar' ? [[line, emissions]] : [])),
  );
  const list: Consumption[] = [];
  const without: Line[] = [];
  const phasesWithout: PhaseContext[] = [];
  for (const phase of phases) {
    const own = ofPhase.get(keyOf(phase)) ?? [];
    const electric = own.filter(({ energy }) => energy !== undefined);
    const rest = own.filter(({ energy }) => energy === undefined);
    const total = sums.get(keyOf(phase))?.[0];
    const context = { phase, own, electric, states: statesOf.get(keyOf(phase)) ?? [], total, titles, calendar };
    if (electric.length > 0) {
      without.push(...rest.filter(({ component }) => component !== 'embodied'));
      list.push(consumption(context));
    } else if (rest.length > 0) {
      without.push(...rest);
      phasesWithout.push(context);
    }
  }
  const field = numbered('phase', { write: phaseProperties, read: () => undefined });
  return { list, without, phasesWithout: field.write(phasesWithout) };
}

function consumption(context: PhaseContext): Consumption {
  const { phase, electric, total } = context;
  const energy = sum(electric.map(({ energy: one }) => one?.value));
  return {
    phase,
    energy: inUnit({ ...total?.energy, value: energy, unit: 'kWh' }, 'energy', 'kWh'),
    emissions: tonnes({ value: sum(electric.map(({ emissions }) => emissions.value)), unit: 'kgCO2e' }),
    properties: written(phaseProperties(context)),
  };
}

/** What holds for the model and not for one consumption: totals, method, authors, and what is in no consumption. */
export function modelProperties(assessment: Assessment, { without, phasesWithout }: Consumptions): readonly Property[] {
  const { schemaVersion, method, report, totals, omissions, software } = assessment;
  const titles = new Map(assessment.sources.map(({ id, title }) => [id, title]));
  const totalOf = (id: 'development' | 'deployment'): readonly PropertyDraft[] => {
    const total = totals[id] && tonnes(totals[id].emissions);
    const name = `${names.total}:${id}`;
    return [
      [name, amountText(total?.value, 'tCO2eq')],
      [`${name}:low`, amountText(total?.low, 'tCO2eq')],
      [`${name}:high`, amountText(total?.high, 'tCO2eq')],
    ];
  };
  return written([
    [names.schema, schemaVersion],
    [names.factors, method.factors],
    [names.embodiedConvention, method.embodied],
    ...modelFields.model.write(titledOperations(assessment.model, titles)),
    ...modelFields.report.write(report),
    ...(software === undefined ? [] : modelFields.software.write(software)),
    ...modelFields.baseModels.write(titledBases(assessment, titles)),
    ...totalOf('development'),
    ...totalOf('deployment'),
    ...without.map((line): PropertyDraft => [names.lineWithoutEnergy, withoutText(line)]),
    ...phasesWithout,
    ...(assessment.offsets === undefined ? [] : modelFields.offsets.write(titledOffsets(assessment.offsets, titles))),
    ...omissions.map(
      ({ what, reason, phases = [] }): PropertyDraft => [
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

function written(drafts: readonly PropertyDraft[]): readonly Property[] {
  return drafts.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]));
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

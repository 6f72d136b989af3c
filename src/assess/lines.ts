import type { Basis, ComponentId, ImpactCategory, Impacts, Line, LineStep, State } from '../assessment/assessment.js';
import { componentIds, impactCategories, impactUnits } from '../assessment/ids.js';
import { lineId } from '../assessment/line.js';
import type { LineDraft, Outcome } from '../components/component.js';
import { lineNotes } from '../components/line-notes.js';
import type { Position } from '../diagnostics/diagnostic.js';
import { type Expression, evaluate, type Input, inputsOf, type Notation, print, type Step, stepsOf } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { Sampler } from '../uncertainty/sampler.js';
import { formattedExactly, plain, rounded } from '../units/format.js';
import { type Quantity, quantity } from '../units/quantity.js';
import { type SourceList, toLineInput } from './sources.js';

/** A line with the expressions that it was made from, which totals are sampled from. */
export interface WorkedLine {
  readonly line: Omit<Line, 'share'>;
  readonly draft: LineDraft;
}

export const fieldUnits = { emissions: 'kgCO2e', market: 'kgCO2e', calendar: 'kgCO2e', energy: 'kWh', water: 'L', ...impactUnits } as const;
export type Field = keyof typeof fieldUnits;

/** The running sum of samples that a figure of a line belongs to: one for each use, component and field. */
export function sumName({ phase, component }: Pick<Line, 'phase' | 'component'>, field: Field): string {
  return `${phase === 'deployment' ? 'deployment' : 'development'}.${component}.${field}`;
}

/** The running sum of a figure of one phase. As JSON, since a name can hold any text. */
export function phaseSumName({ phase, name }: Pick<Line, 'phase' | 'name'>, field: Field): string {
  return JSON.stringify([phase, name, field]);
}

export interface LineContext {
  readonly sources: SourceList;
  readonly sampler: Sampler;
  readonly positionOf: (path: string) => Position | undefined;
  /** Whether market-based emissions are shown beside the location-based ones. */
  readonly market: boolean;
  /** Whether embodied emissions by calendar are summed beside those by occupancy. */
  readonly calendar: boolean;
  /** Called for each interval that had to be widened to include its value. */
  readonly onWidened: (phase: ResolvedPhase, component: ComponentId) => void;
}

export function idOf(phase: ResolvedPhase, component: ComponentId): string {
  return lineId({ phase: phase.phase, name: phase.name, component });
}

export function workLine(phase: ResolvedPhase, draft: LineDraft, context: LineContext): WorkedLine {
  const { energy, emissions, water, impacts = {}, parts, instrument } = draft;
  const market = context.market ? draft.market : undefined;
  const id = idOf(phase, draft.component);
  const all = [energy, emissions, market, water, ...Object.values(impacts)].filter((e) => e !== undefined);
  const inputs = inputsOf(...all);
  const steps = stepsOf(...all);
  const figure = <F extends Field>(field: F, e: Expression): Quantity<(typeof fieldUnits)[F]> =>
    assessed(field, e, { phase, component: draft.component }, context);
  if (context.calendar && draft.calendar !== undefined) figure('calendar', draft.calendar);
  return {
    draft,
    line: {
      id,
      phase: phase.phase,
      name: phase.name,
      component: draft.component,
      emissions: figure('emissions', emissions),
      emissionsMarket: market && figure('market', market),
      energy: energy && figure('energy', energy),
      water: water && figure('water', water),
      impacts: impactsBy((category) => impacts[category] && figure(category, impacts[category])),
      basis: basisOf(draft, inputs),
      boundary: draft.boundary,
      formula: steps.map((step) => `${step.name} = ${print(step.expression, byName)}`).join('; '),
      steps: steps.map(lineStep),
      inputs: inputs.map((input) => toLineInput(input, context.sources, context.positionOf)),
      parts: parts?.map((part) => ({
        name: part.name,
        emissions: quantity(evaluate(part.emissions), 'kgCO2e' as const),
        energy: part.energy && quantity(evaluate(part.energy), 'kWh' as const),
      })),
      notes: [...draft.notes, ...(market && instrument !== undefined ? [lineNotes.market[instrument]] : [])],
    },
  };
}

/** Figures of the impact categories that there are, as a record. */
export function impactsBy(figureOf: (category: ImpactCategory) => Quantity | undefined): Impacts | undefined {
  const found = impactCategories.flatMap((category) => {
    const quantity = figureOf(category);
    return quantity === undefined ? [] : [[category, quantity] as const];
  });
  return found.length === 0 ? undefined : (Object.fromEntries(found) as Impacts);
}

/** The expression of a draft's figure. */
export function expressionOf(draft: LineDraft, field: Field): Expression | undefined {
  return field === 'adpe' || field === 'primary-energy' ? draft.impacts?.[field] : draft[field];
}

function assessed<F extends Field>(
  field: F,
  e: Expression,
  { phase, component }: { readonly phase: ResolvedPhase; readonly component: ComponentId },
  { sampler, onWidened }: LineContext,
): Quantity<(typeof fieldUnits)[F]> {
  const value = evaluate(e);
  const line = { phase: phase.phase, name: phase.name, component };
  const also = field === 'emissions' || field === 'energy' ? phaseSumName(line, field) : undefined;
  const bounds = sampler.sample(e, value, { name: sumName(line, field), weighed: field === 'emissions', also });
  if (bounds?.widened) onWidened(phase, component);
  return quantity(value, fieldUnits[field], bounds);
}

/** A line is no better than its weakest input: one assumption makes it assumed. */
export function basisOf(draft: Pick<LineDraft, 'evidence'>, inputs: readonly Input[]): Basis {
  return inputs.some((input) => input.basis === 'assumed') ? 'assumed' : draft.evidence;
}

const byName: Notation = {
  input: (input) => input.name,
  step: (step) => step.name,
  constant: (value) => String(value),
};

const byNumber: Notation = {
  // One accelerator is one.
  input: ({ value, unit }) => formattedExactly(value, unit === 'accelerators' && value === 1 ? 'accelerator' : unit),
  step: (step) => stepFigure(step),
  constant: (value) => String(value),
};

/** A figure without arithmetic is not printed as equal to itself. */
function lineStep(step: Step): LineStep {
  const [sum, result] = [print(step.expression, byNumber), stepFigure(step)];
  return { name: step.name, formula: print(step.expression, byName), numbers: plain(sum === result ? result : `${sum} = ${result}`) };
}

/** Results of steps in ten digits; the last digits of a long division help nobody to check it. */
function stepFigure(step: Step): string {
  return formattedExactly(rounded(evaluate(step.expression), 10), step.unit);
}

/** The states of a phase's components, one each. */
export function statesOf(phase: ResolvedPhase, outcomes: Readonly<Record<ComponentId, Outcome>>): readonly State[] {
  return componentIds.map((component) => {
    const outcome = outcomes[component];
    const place = { phase: phase.phase, name: phase.name, component };
    if (outcome.state === 'counted') return { ...place, state: 'counted' };
    if (outcome.state === 'included') return { ...place, state: 'included', in: idOf(phase, outcome.in), reason: outcome.reason };
    const size = outcome.state === 'not-counted' ? outcome.size : undefined;
    return {
      ...place,
      state: outcome.state,
      reason: outcome.reason,
      size: size === undefined ? undefined : quantity(size, 'kWh' as const),
    };
  });
}

import type { LineDraft, Outcome } from '../components/component.js';
import type { Position } from '../diagnostics/diagnostic.js';
import { type Expression, evaluate, type Input, inputsOf, type Notation, print, type Step, stepsOf } from '../formulas/expression.js';
import type { ResolvedPhase } from '../manifest/resolve/resolved.js';
import { intervalFrom, type Sampler } from '../uncertainty/sample.js';
import { exactFigure, plain, rounded } from '../units/format.js';
import { type Quantity, quantity } from '../units/quantity.js';
import type { Basis, ComponentId, Line, LineStep, State } from './assessment.js';
import { componentIds } from './assessment.js';
import { type SourceList, toLineInput } from './sources.js';

/** A line with the expressions that it was made from, which totals are sampled from. */
export interface WorkedLine {
  readonly line: Omit<Line, 'share'>;
  readonly draft: LineDraft;
}

export interface LineContext {
  readonly sources: SourceList;
  readonly sampler: Sampler;
  readonly positionOf: (path: string) => Position | undefined;
  /** Told of each interval that had to be widened to hold its value. */
  readonly onWidened: (id: string) => void;
}

export function idOf(phase: ResolvedPhase, component: ComponentId): string {
  return [phase.phase, phase.name, component].filter((part) => part !== undefined).join('.');
}

export function workLine(phase: ResolvedPhase, draft: LineDraft, context: LineContext): WorkedLine {
  const { energy, emissions, water, parts } = draft;
  const id = idOf(phase, draft.component);
  const all = [...(energy ? [energy] : []), emissions, ...(water ? [water] : [])];
  const inputs = inputsOf(...all);
  const steps = stepsOf(...all);
  const figure = <U extends string>(e: Expression, unit: U): Quantity<U> => assessed(e, unit, id, context);
  return {
    draft,
    line: {
      id,
      phase: phase.phase,
      ...(phase.name !== undefined && { name: phase.name }),
      component: draft.component,
      emissions: figure(emissions, 'kgCO2e'),
      ...(energy && { energy: figure(energy, 'kWh') }),
      ...(water && { water: figure(water, 'L') }),
      basis: basisOf(draft, inputs),
      boundary: draft.boundary,
      formula: steps.map((step) => `${step.name} = ${print(step.expression, byName)}`).join('; '),
      steps: steps.map(lineStep),
      inputs: inputs.map((input) => toLineInput(input, context.sources, context.positionOf)),
      ...(parts && {
        parts: parts.map((part) => ({
          name: part.name,
          emissions: quantity(evaluate(part.emissions), 'kgCO2e' as const),
          ...(part.energy && { energy: quantity(evaluate(part.energy), 'kWh' as const) }),
        })),
      }),
      notes: draft.notes,
    },
  };
}

function assessed<U extends string>(e: Expression, unit: U, id: string, { sampler, onWidened }: LineContext): Quantity<U> {
  const value = evaluate(e);
  const draws = sampler.sample(e);
  if (draws === undefined) return quantity(value, unit);
  const { low, high, widened } = intervalFrom(draws, value);
  if (widened) onWidened(id);
  return quantity(value, unit, { low, high });
}

/** A line is no better than its weakest input: one assumption makes it assumed. */
function basisOf(draft: LineDraft, inputs: readonly Input[]): Basis {
  return inputs.some((input) => input.basis === 'assumed') ? 'assumed' : draft.rung;
}

const byName: Notation = {
  input: (input) => input.name,
  step: (step) => step.name,
  constant: (value) => String(value),
};

const byNumber: Notation = {
  input: (input) => exactFigure(input.value, input.unit),
  step: (step) => stepFigure(step),
  constant: (value) => String(value),
};

/** A figure that stands alone is not said to equal itself. */
function lineStep(step: Step): LineStep {
  const [sum, result] = [print(step.expression, byNumber), stepFigure(step)];
  return { name: step.name, formula: print(step.expression, byName), numbers: plain(sum === result ? result : `${sum} = ${result}`) };
}

/** Results of steps in ten digits; the last digits of a long division help nobody to check it. */
function stepFigure(step: Step): string {
  return exactFigure(rounded(evaluate(step.expression), 10), step.unit);
}

/** The states of a phase's components, one each. */
export function statesOf(phase: ResolvedPhase, outcomes: Readonly<Record<ComponentId, Outcome>>): readonly State[] {
  return componentIds.map((component) => {
    const outcome = outcomes[component];
    const place = { phase: phase.phase, ...(phase.name !== undefined && { name: phase.name }), component };
    if (outcome.state === 'counted') return { ...place, state: 'counted' };
    if (outcome.state === 'included') return { ...place, state: 'included', in: idOf(phase, outcome.in), reason: outcome.reason };
    return { ...place, state: outcome.state, reason: outcome.reason };
  });
}

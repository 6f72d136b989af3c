import type { Assessment, Line } from '../assessment/assessment.js';
import { outcomesOf } from '../components/index.js';
import { type Expression, type Input, input, withInputs } from '../formulas/expression.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import type { ComparedModel } from './comparison.js';

/** A line as it can be calculated and sampled. */
export interface LineFigures {
  readonly emissions: Expression;
  readonly energy?: Expression | undefined;
}

/** A model that is compared. */
export interface Side extends Pick<ComparedModel, 'key' | 'name' | 'origin' | 'publication'> {
  readonly assessment: Assessment;
  /** By id of the line, with the inputs as the model's own report samples them. */
  readonly own: ReadonlyMap<string, LineFigures>;
  /** The same for samples of several models: an input of the tables is one unknown for all, and what a manifest declares is its own. */
  readonly shared: ReadonlyMap<string, LineFigures>;
}

export type SideNames = Pick<Side, 'key' | 'name' | 'origin' | 'publication'>;

/**
 * A manifest as a side.
 *
 * @param place Where its declared inputs are from: two sides of one place have the same unknowns.
 */
export function sideOfManifest(names: SideNames, place: string, assessment: Assessment, phases: readonly ResolvedPhase[]): Side {
  const own = new Map<string, LineFigures>();
  for (const phase of phases) {
    for (const outcome of Object.values(outcomesOf(phase))) {
      if (outcome.state !== 'counted') continue;
      const { component, emissions, energy } = outcome.draft;
      const id = [phase.phase, phase.name, component].filter((part) => part !== undefined).join('.');
      own.set(id, { emissions, energy });
    }
  }
  const known = new Map<object, unknown>();
  const ofPlace = (one: Input): Input =>
    one.identity.startsWith('manifest:') ? { ...one, identity: `manifest:${JSON.stringify([place, one.identity])}` } : one;
  const changed = (e: Expression): Expression => withInputs(e, ofPlace, known);
  const shared = new Map(
    [...own].map(([id, { emissions, energy }]) => [id, { emissions: changed(emissions), energy: energy && changed(energy) }]),
  );
  return { ...names, assessment, own, shared };
}

/** An assessment as a side: each figure of a line is one unknown, since its arithmetic is text. */
export function sideOfAssessment(names: SideNames, place: string, assessment: Assessment): Side {
  const figureOf = ({ id }: Line, what: 'emissions' | 'energy', { value, unit, low, high }: NonNullable<Line['energy' | 'emissions']>) =>
    input({
      name: what,
      value,
      unit,
      low,
      high,
      exact: low === undefined || high === undefined ? true : undefined,
      identity: JSON.stringify([place, id, what]),
      basis: 'declared',
    });
  const own = new Map(
    assessment.lines.map((line): [string, LineFigures] => [
      line.id,
      { emissions: figureOf(line, 'emissions', line.emissions), energy: line.energy && figureOf(line, 'energy', line.energy) },
    ]),
  );
  return { ...names, assessment, own, shared: own };
}

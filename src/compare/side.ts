import type { Assessment, Line } from '../assessment/assessment.js';
import { lineId } from '../assessment/line.js';
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
  /** The file as the person named it, for its warnings. */
  readonly file?: string | undefined;
  /** By id of the line, with the inputs as the model's own report samples them. */
  readonly own: ReadonlyMap<string, LineFigures>;
  /** The same for samples of several models: an input of the tables is one unknown for all, and what a manifest declares is its own. */
  readonly shared: ReadonlyMap<string, LineFigures>;
}

export type SideNames = Pick<Side, 'key' | 'name' | 'origin' | 'publication'> & { readonly file?: string | undefined };

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
      own.set(lineId({ phase: phase.phase, name: phase.name, component }), { emissions, energy });
    }
  }
  const known = new Map<object, unknown>();
  const ofPlace = (one: Input): Input => (isShared(one) ? one : { ...one, identity: JSON.stringify([place, one.identity]) });
  const changed = (e: Expression): Expression => withInputs(e, ofPlace, known);
  const shared = new Map(
    [...own].map(([id, { emissions, energy }]) => [id, { emissions: changed(emissions), energy: energy && changed(energy) }]),
  );
  return { ...names, assessment, own, shared };
}

/**
 * Whether an input is the same unknown in every model: a factor of the tables, or a figure of a place or a machine that both cite from
 * one publication. A default is not: two clusters of unknown PUE do not have the same one.
 */
function isShared({ identity, basis, source }: Input): boolean {
  if (identity.startsWith('factor:')) return basis === 'table';
  return identity.startsWith('common:') && source !== undefined;
}

/**
 * An assessment as a side. The formula of a line is text there, so nobody knows what lines have in common: all of them are taken to be high
 * or low together, which gives the widest interval.
 */
export function sideOfAssessment(names: SideNames, place: string, assessment: Assessment): Side {
  const figureOf = (what: 'emissions' | 'energy', { value, unit, low, high }: NonNullable<Line['energy' | 'emissions']>) =>
    input({
      name: what,
      value,
      unit,
      low,
      high,
      identity: JSON.stringify([place, what]),
      basis: 'declared',
    });
  const own = new Map(
    assessment.lines.map((line): [string, LineFigures] => [
      line.id,
      { emissions: figureOf('emissions', line.emissions), energy: line.energy && figureOf('energy', line.energy) },
    ]),
  );
  return { ...names, assessment, own, shared: own };
}

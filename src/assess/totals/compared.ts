import type { Assessment, ComponentId, State, Total } from '../../assessment/assessment.js';
import { everywhere, phasesOf } from '../../assessment/coverage.js';
import { sumName } from '../lines.js';

export type Side = 'development' | 'deployment';

/** What of development and use can be compared: the same components on both sides. */
export interface Compared {
  readonly components: readonly ComponentId[];
  /** Emissions of each side by these components (kg). */
  readonly development: number;
  readonly deployment: number;
  /** The sums of the sampler that these are of. */
  readonly sums: Readonly<Record<Side, readonly string[]>>;
}

/** Both sides by their common components; nothing where there are none, or one of the sides is not recorded. */
export function comparedOf(assessment: Pick<Assessment, 'totals' | 'phases' | 'lines' | 'states'>): Compared | undefined {
  const { development, deployment } = assessment.totals;
  if (development === undefined || deployment === undefined) return undefined;
  const components = comparable(assessment);
  if (components.length === 0) return undefined;
  const sum = (total: Total): number =>
    total.components.reduce((all, { component, emissions }) => all + (components.includes(component) ? emissions.value : 0), 0);
  const sumsOf = (side: Side): readonly string[] =>
    components.filter((id) => hasLine(assessment, side, id)).map((component) => sumName({ phase: phaseOf[side], component }, 'emissions'));
  return {
    components,
    development: sum(development),
    deployment: sum(deployment),
    sums: { development: sumsOf('development'), deployment: sumsOf('deployment') },
  };
}

/** A phase of each side, by which its sums are named. */
const phaseOf = { development: 'training', deployment: 'deployment' } as const;

function hasLine({ lines }: Pick<Assessment, 'lines'>, side: Side, id: ComponentId): boolean {
  return lines.some(({ phase, component }) => component === id && (phase === 'deployment') === (side === 'deployment'));
}

/** The components that every phase of both sides has, without those that are inside a line which is not compared. */
function comparable(assessment: Pick<Assessment, 'phases' | 'lines' | 'states'>): readonly ComponentId[] {
  const { lines, states } = assessment;
  const used = everywhere(assessment, phasesOf(assessment, 'deployment'));
  const common = everywhere(assessment, phasesOf(assessment, 'development')).filter((id) => used.includes(id));
  // A line that holds the host or the facility on one side is more than the same line without them on the other.
  const holders = states.flatMap(({ component, in: holder }) =>
    (component === 'host' || component === 'overhead') && !common.includes(component)
      ? (lines.find(({ id }) => id === holder)?.component ?? [])
      : [],
  );
  let shared = common.filter((id) => !holders.includes(id));
  const isInside = ({ component, state, in: holder }: State): boolean =>
    state !== 'included' || !shared.includes(component) || shared.some((id) => lines.find((line) => line.id === holder)?.component === id);
  // What is left out can be what holds another.
  for (let outside = states.find((one) => !isInside(one)); outside !== undefined; outside = states.find((one) => !isInside(one))) {
    const { component } = outside;
    shared = shared.filter((id) => id !== component);
  }
  return shared;
}

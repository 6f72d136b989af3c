import { bases, type ComponentId, componentIds, measurementBoundaries } from '../../assessment/ids.js';
import type { RunRecord, WholeRecord } from '../record.js';
import { own } from '../texts/json-text.js';
import type { FoundRun } from '../tracker.js';
import { baseModelIn, describedIn, modelNameIn } from './own-report.js';

/** A measure as the format `boamps` of carboncard writes it. */
interface PartMeasure {
  readonly component: Exclude<ComponentId, 'embodied'>;
  readonly basis: WholeRecord['basis'];
  readonly boundary: RunRecord['boundary'];
}

/** The parts of one energy, where every measure of a report is one: they add up, and no component is there twice. */
export function partsIn(measures: readonly unknown[]): readonly PartMeasure[] | undefined {
  const parts = measures.map((measure) => partOf(own(measure, 'measurementMethod')));
  const found = parts.filter((part) => part !== undefined);
  const components = new Set(found.map(({ component }) => component));
  return found.length === measures.length && components.size === found.length ? found : undefined;
}

function partOf(method: unknown): PartMeasure | undefined {
  const words = typeof method === 'string' ? /^carboncard: ([a-z]+), ([a-z]+), ([a-z]+)$/.exec(method) : null;
  const component = componentIds.find((id) => id === words?.[1]);
  const basis = bases.find((id) => id === words?.[2]);
  if (component === undefined || component === 'embodied' || basis === undefined) return undefined;
  return { component, basis, boundary: measurementBoundaries.find((id) => id === words?.[3]) };
}

/** The parts of a run as one run: the work itself, and what is counted beside it. */
export function wholeRun(parts: readonly PartMeasure[], report: unknown, found: readonly FoundRun[]): RunRecord | undefined {
  const runs = found.map(({ run }) => run);
  const [first] = runs;
  const last = runs.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const energyOf = (id: ComponentId): number | undefined => runs[parts.findIndex(({ component }) => component === id)]?.energy;
  const work = parts.find(({ component }) => component === 'dynamic');
  return {
    ...first,
    model: modelIn(report),
    name: describedIn(report).name,
    lines: [first.lines[0], last.lines[1]],
    // The date of the report is no date of the run.
    ended: undefined,
    energy: energyOf('dynamic'),
    boundary: work?.boundary,
    isMeasured: work?.basis === 'measured',
    whole: {
      basis: work?.basis ?? 'declared',
      counted: parts.map(({ component }) => component),
      bases: Object.fromEntries(parts.map(({ component, basis }) => [component, basis])),
      host: energyOf('host'),
      idle: energyOf('idle'),
      overhead: energyOf('overhead'),
    },
  };
}

/** The model, which such a report names as its algorithm. */
function modelIn(report: unknown): RunRecord['model'] {
  const name = modelNameIn(report);
  const base = baseModelIn(report);
  return name === undefined ? undefined : { name, isStated: true, bases: base === undefined ? [] : [base.id ?? base.name] };
}

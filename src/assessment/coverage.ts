import { listed } from '../units/listed.js';
import type { Assessment, ComponentId, Line, PhaseFacts, State } from './assessment.js';
import { componentIds } from './ids.js';

/** The phases of a total that have a component: in a line of its own, or inside another line that is counted. */
export interface Coverage {
  readonly component: ComponentId;
  /** At least one, in the order of the assessment. */
  readonly phases: readonly PhaseFacts[];
}

/** Phases of a total that have the same components. */
interface Group {
  readonly components: readonly ComponentId[];
  readonly phases: readonly PhaseFacts[];
}

type Places = Pick<Assessment, 'phases' | 'lines' | 'states'>;

/** Titles that a sentence lists; more of them are counted. */
const maxTitles = 4;

/** The phases of development, or those of deployment. */
export function phasesOf({ phases }: Pick<Assessment, 'phases'>, side: 'development' | 'deployment'): readonly PhaseFacts[] {
  return phases.filter(({ phase }) => (phase === 'deployment') === (side === 'deployment'));
}

/** Whether a line is of a phase. */
export function isLineOf({ phase, name }: Pick<Line, 'phase' | 'name'>, facts: Pick<Line, 'phase' | 'name'>): boolean {
  return phase === facts.phase && name === facts.name;
}

/** The lines of a phase that have electricity. */
export function electricLines({ lines }: Pick<Assessment, 'lines'>, facts: Pick<Line, 'phase' | 'name'>): readonly Line[] {
  return lines.filter((line) => isLineOf(line, facts) && line.energy !== undefined);
}

/** The components that some of the phases have, in the order of every report, each with the phases that have it. */
export function coverageOf(assessment: Places, phases: readonly PhaseFacts[]): readonly Coverage[] {
  return componentIds.flatMap((component) => {
    const own = phases.filter((phase) => isCovered(assessment, phase, component));
    return own.length === 0 ? [] : [{ component, phases: own }];
  });
}

/** The components that every phase has: those that a sentence about all of them may name. */
export function everywhere(assessment: Places, phases: readonly PhaseFacts[]): readonly ComponentId[] {
  return coverageOf(assessment, phases).flatMap(({ component, phases: own }) => (own.length === phases.length ? [component] : []));
}

/** Whether a phase has a component: counted in a line, or included in one. */
function isCovered({ lines, states }: Places, phase: PhaseFacts, component: ComponentId): boolean {
  if (lines.some((line) => isOf(line, phase) && line.component === component)) return true;
  const state = states.find((one) => isOf(one, phase) && one.component === component);
  return state?.state === 'included' && lines.some(({ id }) => id === state.in);
}

/** Whether a state is of work that was not measured, as its reason says, in a phase of which other electricity is counted. */
export function isUnmeasured({ lines }: Pick<Assessment, 'lines'>, { phase, name, component, state, reason = '' }: State): boolean {
  if (component !== 'dynamic' || state !== 'not-counted' || !/\bnot measured\b/.test(reason)) return false;
  return lines.some((line) => isOf(line, { phase, name }) && line.energy !== undefined);
}

function isOf({ phase, name }: Pick<Line, 'phase' | 'name'>, facts: Pick<Line, 'phase' | 'name'>): boolean {
  return phase === facts.phase && name === facts.name;
}

/**
 * What a total counts, in words that hold for every phase that they name:
 * `embodied and dynamic emissions of experiments and training; overhead of training only`.
 */
export function countedText(assessment: Places, phases: readonly PhaseFacts[]): string {
  return groupsOf(assessment, phases)
    .map(({ components, phases: own }, index) => {
      const only = own.length < phases.length ? ' only' : '';
      return `${listed(components)}${index === 0 ? ' emissions' : ''} of ${titlesText(own, phases)}${only}`;
    })
    .join('; ');
}

/** Phases in a sentence: `experiments and training`, `3 of 20 phases`. */
export function titlesText(own: readonly PhaseFacts[], all: readonly PhaseFacts[]): string {
  if (own.length <= maxTitles) return listed(own.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)));
  return own.length === all.length ? `all ${all.length} phases` : `${own.length} of ${all.length} phases`;
}

/** Components by the phases that have them, those of most phases first. */
function groupsOf(assessment: Places, phases: readonly PhaseFacts[]): readonly Group[] {
  const groups = new Map<string, { components: ComponentId[]; phases: readonly PhaseFacts[] }>();
  for (const { component, phases: own } of coverageOf(assessment, phases)) {
    const key = own.map((phase) => phases.indexOf(phase)).join();
    const group = groups.get(key) ?? { components: [], phases: own };
    group.components.push(component);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.phases.length - a.phases.length);
}

/** The title of a line's phase: `Training (104B)`; the kind of the phase where an assessment has no facts on it. */
export function phaseTitle({ phases }: Pick<Assessment, 'phases'>, { phase, name }: Pick<Line, 'phase' | 'name'>): string {
  return phases.find((facts) => facts.phase === phase && facts.name === name)?.title ?? phase;
}

import type { Assessment, Omission, OmissionId, PhaseFacts, PhaseKind } from '../assessment/assessment.js';
import { componentPhrases, phaseNames } from '../assessment/component-names.js';
import { coverageOf, isUnmeasured, phasesOf } from '../assessment/coverage.js';
import { phaseKinds } from '../assessment/ids.js';
import { publishedPhases } from '../assessment/published.js';
import { lowered } from '../charts/plain-text.js';
import { listed } from '../units/listed.js';

export type Side = 'development' | 'deployment';

/** What a total covers: totals that differ in it are not comparable. */
export interface Covered {
  /** Kinds of phases, with the components of each: `training (computing, cooling and losses)`. */
  readonly covers: string;
  /** Parts that the total leaves out, or perhaps leaves out. */
  readonly leftOut: readonly string[];
}

/** What a part is called whose emissions nobody can calculate again. */
export const asPublished = 'as published';

/** How the making of hardware is shared out, where it is not by busy hours. */
const conventions = { occupancy: '', calendar: ' by reserved hours', both: ' by busy or reserved hours' } as const;

/** Omissions that make a total of emissions smaller. The others are of water and of further impacts, or kinds of phases. */
const ofEmissions: Readonly<Record<Side, readonly OmissionId[]>> = {
  development: [
    ...(['unmetered', 'base-model', 'servers', 'rest-of-computer', 'failed-runs', 'data-generation'] as const),
    ...(['storage-and-network', 'buildings', 'end-of-life'] as const),
  ],
  deployment: ['unmetered', 'servers', 'rest-of-computer', 'storage-and-network', 'buildings', 'end-of-life'],
};

export function coveredBy(assessment: Assessment, side: Side): Covered {
  const phases = phasesOf(assessment, side);
  // Kinds of phases that have the same components stand together.
  const groups = new Map<string, PhaseKind[]>();
  for (const kind of phaseKinds) {
    const own = phases.filter(({ phase }) => phase === kind);
    if (own.length === 0) continue;
    const parts = partsOf(assessment, own);
    groups.set(parts, [...(groups.get(parts) ?? []), kind]);
  }
  const covers = [...groups].map(([parts, kinds]) => `${listed(kinds.map((kind) => phaseNames[kind]))} (${parts})`).join('; ');
  return { covers: covers === '' ? 'nothing' : covers, leftOut: leftOutOf(assessment, side, phases) };
}

/** `computing, cooling and losses, idle machines in some phases` */
function partsOf(assessment: Assessment, phases: readonly PhaseFacts[]): string {
  const { embodied = 'occupancy' } = assessment.method;
  const components = coverageOf(assessment, phases).map(({ component, phases: own }) => {
    const convention = component === 'embodied' ? conventions[embodied] : '';
    return `${componentPhrases[component]}${convention}${inSome(own.length, phases.length)}`;
  });
  const published = publishedPhases(assessment, phases).length;
  return [
    ...(components.length === 0 ? ['nothing'] : components),
    ...(published === 0 ? [] : [`${asPublished}${inSome(published, phases.length)}, by the method of its source`]),
  ].join(', ');
}

function inSome(own: number, all: number): string {
  return own < all ? ' in some phases' : '';
}

function leftOutOf(assessment: Assessment, side: Side, phases: readonly PhaseFacts[]): readonly string[] {
  const isPartial = assessment.states.some(
    (state) => (state.phase === 'deployment') === (side === 'deployment') && isUnmeasured(assessment, state),
  );
  const omitted = ofEmissions[side].flatMap((id) => assessment.omissions.filter((omission) => omission.id === id));
  return [...(isPartial ? ['computing that was not measured'] : []), ...omitted.flatMap((omission) => omissionText(omission, phases))];
}

/** The part in words; nothing where it is left out of phases of the other side alone. */
function omissionText({ what, phases: titles, unknownIn }: Omission, phases: readonly PhaseFacts[]): readonly string[] {
  if (titles === undefined && unknownIn === undefined) return [lowered(what)];
  const named = new Set([...(titles ?? []), ...(unknownIn ?? [])]);
  const own = phases.filter(({ title }) => named.has(title)).length;
  return own === 0 ? [] : [`${lowered(what)}${inSome(own, phases.length)}`];
}

import type { Omission, PhaseKind } from '../assessment/assessment.js';
import { type OmissionId, phaseKinds } from '../assessment/ids.js';
import { omissionTitles } from '../assessment/omissions.js';
import type { Manifest } from '../manifest/manifest.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';

/** Phases that a reader expects to be mentioned; other omissions are in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

/** What no line covers, with the reason of the manifest or the default one. */
export function omissionsOf(manifest: Manifest, phases: readonly ResolvedPhase[]): readonly Omission[] {
  const declared = Object.assign({}, manifest.notCounted, ...phases.map(({ notCounted }) => notCounted)) as Partial<Record<string, string>>;
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  const omission = (id: OmissionId, reason: string): Omission => ({ id, what: omissionTitles[id], reason: declared[id] ?? reason });
  const absentPhases = phaseKinds.flatMap((kind) => {
    const what = expected[kind];
    return what === undefined || has(kind) ? [] : [{ id: kind, what, reason: declared[kind] ?? reasons.absentPhase }];
  });
  return [
    omission('failed-runs', failedRunsOf(phases)),
    ...(has('data') ? [] : [omission('data-generation', declared['data'] ?? reasons.absentPhase)]),
    ...absentPhases,
    ...(['storage-and-network', 'buildings', 'end-of-life'] as const).map((id) => omission(id, reasons.notInMethod)),
  ];
}

/** Whether the hours include failed runs, as far as the manifest says. */
function failedRunsOf(phases: readonly ResolvedPhase[]): string {
  if (phases.every(({ phase }) => phase === 'deployment')) return reasons.absentPhase;
  const included = phases.flatMap(({ facts }) => facts.includes ?? []).filter((what) => what !== 'none');
  return included.length > 0 ? reasons.failedRunsInside(included.join(', ')) : reasons.failedRuns;
}

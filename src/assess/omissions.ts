import { reasons } from '../diagnostics/messages.js';
import type { Manifest } from '../manifest/manifest.js';
import { omissionTitles } from '../manifest/omissions.js';
import type { ResolvedPhase } from '../manifest/resolve/resolved.js';
import { type Omission, type PhaseKind, phaseKinds } from './assessment.js';

/** Phases that a reader expects a word on; what else there can be is in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

/** What no line covers, with the manifest's reason or ours. */
export function omissionsOf(manifest: Manifest, phases: readonly ResolvedPhase[]): readonly Omission[] {
  const told: Readonly<Partial<Record<string, string>>> = Object.assign(
    {},
    manifest.notCounted,
    ...phases.map(({ notCounted }) => notCounted),
  ) as Readonly<Partial<Record<string, string>>>;
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  const included = phases.flatMap(({ facts }) => facts.includes ?? []).filter((what) => what !== 'none');
  const absent = phaseKinds.flatMap((kind) => {
    const what = expected[kind];
    return what === undefined || has(kind) ? [] : [{ id: kind, what, reason: told[kind] ?? reasons.absentPhase }];
  });
  const failed = included.length > 0 ? reasons.failedRunsInside(included.join(', ')) : reasons.failedRuns;
  return [
    { id: 'failed-runs', what: omissionTitles['failed-runs'], reason: told['failed-runs'] ?? failed },
    ...(has('data')
      ? []
      : [
          {
            id: 'data-generation',
            what: omissionTitles['data-generation'],
            reason: told['data-generation'] ?? told['data'] ?? reasons.absentPhase,
          },
        ]),
    ...absent,
    ...(['storage-and-network', 'buildings', 'end-of-life'] as const).map((id) => ({
      id,
      what: omissionTitles[id],
      reason: told[id] ?? reasons.notInMethod,
    })),
  ];
}

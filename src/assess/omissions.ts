import type { Omission, PhaseKind } from '../assessment/assessment.js';
import { phaseKinds } from '../assessment/ids.js';
import { omissionTitles } from '../assessment/omissions.js';
import { defaultHostShare } from '../factors/hardware/index.js';
import type { Manifest } from '../manifest/manifest.js';
import { reasons } from '../resolve/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, plain } from '../units/format.js';
import type { WorkedLine } from './lines.js';

/** Phases that a reader expects a word on; what else there can be is in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

/** What no line covers, with the manifest's reason or ours. */
export function omissionsOf(manifest: Manifest, phases: readonly ResolvedPhase[], lines: readonly WorkedLine[]): readonly Omission[] {
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
  const development = phases.some(({ phase }) => phase !== 'deployment');
  return [
    ...hostsOf(phases, lines),
    { id: 'failed-runs', what: omissionTitles['failed-runs'], reason: told['failed-runs'] ?? (development ? failed : reasons.absentPhase) },
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

/** What the boundary of the work leaves out of its machines, for the phases where no baseline holds it. */
function hostsOf(phases: readonly ResolvedPhase[], lines: readonly WorkedLine[]): readonly Omission[] {
  const dynamic = phases.flatMap(({ phase, name, title, baseline }) => {
    const own = lines.filter(({ line }) => line.phase === phase && line.name === name);
    const line = own.find(({ line }) => line.component === 'dynamic')?.line;
    const onNodes = baseline !== undefined && own.some(({ line }) => line.component === 'idle');
    return line?.energy === undefined || onNodes ? [] : [{ title, energy: line.energy.value, boundary: line.boundary }];
  });
  const alone = dynamic.filter(({ boundary }) => boundary === 'accelerator');
  const sensed = dynamic.filter(({ boundary }) => boundary === 'components');
  const where = (of: typeof dynamic): string => of.map(({ title }) => title).join(', ');
  const energy = alone.reduce((sum, phase) => sum + phase.energy, 0);
  const { value, low = value, high = value } = defaultHostShare;
  const sizes = [low, high].map((share) => plain(formatted({ value: energy * share, unit: 'kWh' }).text));
  return [
    ...(alone.length === 0
      ? []
      : [
          {
            id: 'hosts',
            what: `Processors, memory and fans of the hosts (${where(alone)})`,
            reason: reasons.hostOutside(`${low}–${high}`, energy > 0 ? [...new Set(sizes)].join(' to ') : undefined),
          },
        ]),
    ...(sensed.length === 0
      ? []
      : [{ id: 'rest-of-node', what: `Mainboard, fans and power supply of the nodes (${where(sensed)})`, reason: reasons.restOutside }]),
  ];
}

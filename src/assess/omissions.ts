import type { Omission, PhaseKind } from '../assessment/assessment.js';
import { type OmissionId, phaseKinds } from '../assessment/ids.js';
import { omissionTitles } from '../assessment/omissions.js';
import { defaultHostShare } from '../factors/hardware/index.js';
import type { Manifest } from '../manifest/manifest.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { formatted, plain } from '../units/format.js';
import type { WorkedLine } from './lines.js';

/** Phases that a reader expects to be mentioned; other omissions are in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

/** What no line covers, with the reason of the manifest or the default one. */
export function omissionsOf(manifest: Manifest, phases: readonly ResolvedPhase[], lines: readonly WorkedLine[]): readonly Omission[] {
  const declared = Object.assign({}, manifest.notCounted, ...phases.map(({ notCounted }) => notCounted)) as Partial<Record<string, string>>;
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  const omission = (id: OmissionId, reason: string): Omission => ({ id, what: omissionTitles[id], reason: declared[id] ?? reason });
  const absentPhases = phaseKinds.flatMap((kind) => {
    const what = expected[kind];
    return what === undefined || has(kind) ? [] : [{ id: kind, what, reason: declared[kind] ?? reasons.absentPhase }];
  });
  return [
    ...hostsOf(phases, lines),
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

/** What the boundary of the work leaves out of its machines, in the phases where no baseline includes it. */
function hostsOf(phases: readonly ResolvedPhase[], lines: readonly WorkedLine[]): readonly Omission[] {
  const dynamic = phases.flatMap(({ phase, name, title, baseline }) => {
    const own = lines.filter(({ line }) => line.phase === phase && line.name === name);
    const line = own.find(({ line }) => line.component === 'dynamic')?.line;
    const hasNodes = baseline !== undefined && own.some(({ line }) => line.component === 'idle');
    return line?.energy === undefined || hasNodes ? [] : [{ title, energy: line.energy.value, boundary: line.boundary }];
  });
  const alone = dynamic.filter(({ boundary }) => boundary === 'accelerator');
  const sensed = dynamic.filter(({ boundary }) => boundary === 'components');
  const where = (of: typeof dynamic): string => of.map(({ title }) => title).join(', ');
  const found: Omission[] = [];
  if (alone.length > 0) {
    const what = `Processors, memory and fans of the hosts (${where(alone)})`;
    found.push({ id: 'hosts', what, reason: hostSize(alone.reduce((sum, phase) => sum + phase.energy, 0)) });
  }
  if (sensed.length > 0)
    found.push({
      id: 'rest-of-node',
      what: `Mainboard, fans and power supply of the nodes (${where(sensed)})`,
      reason: reasons.restOutside,
    });
  return found;
}

/** The size of what hosts add to the energy of accelerators (kWh), by the default share and its range. */
function hostSize(energy: number): string {
  const { value, low = value, high = value } = defaultHostShare;
  const sizes = [low, high].map((share) => plain(formatted({ value: energy * share, unit: 'kWh' }).text));
  return reasons.hostOutside(`${low}–${high}`, energy > 0 ? [...new Set(sizes)].join(' to ') : undefined);
}

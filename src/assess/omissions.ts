import type { Line, Omission, PhaseKind, Total } from '../assessment/assessment.js';
import { impactCategories, type OmissionId, phaseKinds } from '../assessment/ids.js';
import { impactTitles } from '../assessment/impacts.js';
import { omissionTitles } from '../assessment/omissions.js';
import type { Manifest } from '../manifest/manifest.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { atMost } from '../units/format.js';
import { listed } from '../units/listed.js';
import { waterOmissions } from './water-omissions.js';

/** Phases that a reader expects to be mentioned; other omissions are in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

type Found = Pick<Omission, 'reason' | 'phases' | 'unknownIn'>;

/** What no line covers, with the reason of the manifest or the default one; what is counted after all is not listed. */
export function omissionsOf(
  manifest: Manifest,
  phases: readonly ResolvedPhase[],
  lines: readonly Line[],
  { impacts = {} }: Partial<Total>,
): readonly Omission[] {
  const declared = Object.assign({}, manifest.notCounted, ...phases.map(({ notCounted }) => notCounted)) as Partial<Record<string, string>>;
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  const omission = (id: OmissionId, found: Found | string | undefined): readonly Omission[] => {
    const { reason, phases: lacking, unknownIn }: Partial<Found> = typeof found === 'string' ? { reason: found } : (found ?? {});
    const own = declared[id];
    const what = omissionTitles[id];
    // What the manifest says it leaves out is not unknown.
    if (own !== undefined) return [{ id, what, reason: own, phases: unknownIn === undefined ? lacking : undefined }];
    return reason === undefined ? [] : [{ id, what, reason, phases: lacking, unknownIn }];
  };
  const water = waterOmissions(phases, lines);
  const absentPhases = phaseKinds.flatMap((kind) => {
    const what = expected[kind];
    return what === undefined || has(kind) ? [] : [{ id: kind, what, reason: declared[kind] ?? reasons.absentPhase }];
  });
  const categories = listed(
    impactCategories.filter((category) => impacts[category] !== undefined).map((category) => impactTitles[category]),
  );
  return [
    ...omission('unmetered', unmeteredOf(phases)),
    ...omission('base-model', baseModelReason(manifest, phases)),
    ...omission('servers', lackingOf(phases, 'servers', reasons.noServer)),
    ...omission('rest-of-computer', lackingOf(phases, 'rest-of-computer', reasons.noComputer)),
    ...omission('failed-runs', failedRunsOf(phases)),
    ...omission('data-generation', has('data') ? undefined : (declared['data'] ?? reasons.absentPhase)),
    ...absentPhases,
    ...omission('impacts-of-manufacture', categories === '' ? undefined : reasons.impactsOfManufacture(categories)),
    ...(['water', 'on-site-water', 'off-site-water', 'water-of-manufacture'] as const).flatMap((id) =>
      omission(
        id,
        water.find((one) => one.id === id),
      ),
    ),
    ...(['storage-and-network', 'buildings', 'end-of-life'] as const).flatMap((id) => omission(id, reasons.notInMethod)),
  ];
}

/** Why a base model is not even shown with figures; a model that was fine-tuned, and not trained by these records, has one. */
function baseModelReason({ baseModels }: Manifest, phases: readonly ResolvedPhase[]): string | undefined {
  const unknown = baseModels.flatMap((one) => ('file' in one || one.emissions !== undefined ? [] : (one.name ?? one.id ?? [])));
  if (unknown.length > 0) return reasons.baseModelUnknown(listed(unknown));
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  return has('finetuning') && !has('training') && baseModels.length === 0 ? reasons.noBaseModel : undefined;
}

/** Hours of some phases whose electricity was not measured and can't be calculated. */
function unmeteredOf(phases: readonly ResolvedPhase[]): Found | undefined {
  const own = phases.filter(({ unmeteredHours, notCounted }) => (unmeteredHours ?? notCounted['unmetered']) !== undefined);
  const hours = own.reduce((sum, { unmeteredHours = 0 }) => sum + unmeteredHours, 0);
  return own.length === 0 ? undefined : { reason: reasons.unmetered(atMost(hours, 4)), phases: own.map(({ title }) => title) };
}

/** Names of phases that are failed or preliminary runs themselves. */
const failedNames = /\b(?:failed|failures?|preliminary|aborted|crashed|restart(?:s|ed)?)\b/i;

/** What was made beside the devices of some phases and has no figure. */
function lackingOf(phases: readonly ResolvedPhase[], what: 'servers' | 'rest-of-computer', reason: string): Found | undefined {
  const own = phases.filter(({ embodied }) => embodied?.lacks === what);
  return own.length === 0 ? undefined : { reason, phases: own.map(({ title }) => title) };
}

/** Why failed runs are not counted, or may not be, as far as the manifest says; nothing where the hours include them, or a phase is of them. */
function failedRunsOf(phases: readonly ResolvedPhase[]): Found | undefined {
  const development = phases.filter(({ phase }) => phase !== 'deployment');
  if (development.length === 0) return { reason: reasons.absentPhase };
  if (development.some(({ name = '' }) => failedNames.test(name))) return undefined;
  const silent = development.filter(({ facts }) => facts.includes === undefined);
  const outside = development.filter(({ facts }) => facts.includes?.every((what) => what === 'none') === true);
  if (silent.length + outside.length === 0) return undefined;
  const titles = (own: readonly ResolvedPhase[]): readonly string[] => own.map(({ title }) => title);
  const where = {
    phases: outside.length === 0 || outside.length === development.length ? undefined : titles(outside),
    unknownIn: silent.length === 0 ? undefined : titles(silent),
  };
  if (outside.length === development.length) return { reason: reasons.failedRunsOutside, ...where };
  if (silent.length < development.length) return { reason: reasons.failedRunsOfSome(namesOf(silent), namesOf(outside)), ...where };
  const isPublished = silent.every(({ published }) => published !== undefined);
  return { reason: isPublished ? reasons.failedRunsInPublished : reasons.failedRuns, ...where };
}

function namesOf(own: readonly ResolvedPhase[]): string {
  return listed(own.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)));
}

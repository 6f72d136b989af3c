import type { Omission, PhaseKind, Total } from '../assessment/assessment.js';
import { impactCategories, type OmissionId, phaseKinds } from '../assessment/ids.js';
import { impactTitles } from '../assessment/impacts.js';
import { omissionTitles } from '../assessment/omissions.js';
import type { Manifest } from '../manifest/manifest.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { listed } from '../units/listed.js';

/** Phases that a reader expects to be mentioned; other omissions are in `omissionTitles`. */
const expected: Partial<Record<PhaseKind, string>> = {
  experiments: 'Experiments and intermediate models',
  evaluation: 'Evaluation',
  deployment: 'Deployment (use of the model)',
};

/** What no line covers, with the reason of the manifest or the default one; what is counted after all is not listed. */
export function omissionsOf(
  manifest: Manifest,
  phases: readonly ResolvedPhase[],
  { water, impacts = {} }: Partial<Total>,
): readonly Omission[] {
  const declared = Object.assign({}, manifest.notCounted, ...phases.map(({ notCounted }) => notCounted)) as Partial<Record<string, string>>;
  const has = (kind: PhaseKind): boolean => phases.some(({ phase }) => phase === kind);
  const omission = (id: OmissionId, reason: string | undefined): readonly Omission[] => {
    const why = declared[id] ?? reason;
    return why === undefined ? [] : [{ id, what: omissionTitles[id], reason: why }];
  };
  const absentPhases = phaseKinds.flatMap((kind) => {
    const what = expected[kind];
    return what === undefined || has(kind) ? [] : [{ id: kind, what, reason: declared[kind] ?? reasons.absentPhase }];
  });
  const categories = listed(
    impactCategories.filter((category) => impacts[category] !== undefined).map((category) => impactTitles[category]),
  );
  return [
    ...omission('base-model', baseModelReason(manifest, phases)),
    ...omission('failed-runs', failedRunsOf(phases)),
    ...omission('data-generation', has('data') ? undefined : (declared['data'] ?? reasons.absentPhase)),
    ...absentPhases,
    ...omission('impacts-of-manufacture', categories === '' ? undefined : reasons.impactsOfManufacture(categories)),
    ...omission('water-of-manufacture', water === undefined ? undefined : reasons.waterOfManufacture),
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

/** Names of phases that are failed or preliminary runs themselves. */
const failedNames = /\b(?:failed|failures?|preliminary|aborted|crashed|restart(?:s|ed)?)\b/i;

/** Why failed runs are not counted, as far as the manifest says; nothing where the hours include them, or a phase is of them. */
function failedRunsOf(phases: readonly ResolvedPhase[]): string | undefined {
  const development = phases.filter(({ phase }) => phase !== 'deployment');
  if (development.length === 0) return reasons.absentPhase;
  if (development.some(({ name = '' }) => failedNames.test(name))) return undefined;
  const silent = development.filter(({ facts }) => facts.includes === undefined);
  const outside = development.filter(({ facts }) => facts.includes?.every((what) => what === 'none') === true);
  if (silent.length === development.length)
    return silent.every(({ published }) => published !== undefined) ? reasons.failedRunsInPublished : reasons.failedRuns;
  if (outside.length === development.length) return reasons.failedRunsOutside;
  const titles = (own: readonly ResolvedPhase[]): string => listed(own.map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)));
  return silent.length + outside.length === 0 ? undefined : reasons.failedRunsOfSome(titles(silent), titles(outside));
}

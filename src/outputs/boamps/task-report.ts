import type { Assessment, PhaseFacts, PhaseKind } from '../../assessment/assessment.js';
import { isHubId } from '../../assessment/bom/package-url.js';
import { plainDecimal } from '../../units/format.js';
import type { Measure } from './measures.js';

/** Stages of a task, in the words of BoAmps. */
const stages: Readonly<Record<PhaseKind, string>> = {
  data: 'preprocessing',
  experiments: 'experiments',
  training: 'training',
  finetuning: 'finetuning',
  evaluation: 'evaluation',
  deployment: 'inference',
};

/** Providers in the words of BoAmps. */
const providers: Readonly<Record<string, string>> = { gcp: 'google' };

/** A BoAmps report: one task. What the manifest lacks is absent. */
export interface TaskReport {
  readonly task: object;
  readonly measures: readonly Measure[];
  readonly system?: object | undefined;
  readonly software?: object | undefined;
  readonly infrastructure: object;
  readonly environment?: object | undefined;
  readonly quality?: string | undefined;
}

/** Parts that the format requires and a phase can lack. */
export type RequiredPart = 'family' | 'dataset' | 'infrastructure' | 'components';

export interface DraftedReport {
  readonly report: TaskReport;
  readonly lacks: readonly RequiredPart[];
}

/** The report of a phase, but for its header. */
export function taskReport(
  assessment: Assessment,
  facts: PhaseFacts,
  { measures, quality }: { readonly measures: readonly Measure[]; readonly quality: string | undefined },
): DraftedReport {
  const { software } = assessment;
  const dataset = facts.task?.datasets?.map(({ type, usage, items, url }) => ({
    dataUsage: usage,
    dataType: type,
    dataQuantity: items,
    sourceUri: url,
  }));
  const infraType = facts.task?.infrastructure ?? (facts.place?.cloud === undefined ? undefined : 'publicCloud');
  const components = componentsOf(facts);
  const required = { family: facts.task?.family, dataset, infrastructure: infraType, components };
  return {
    report: {
      task: {
        taskStage: stages[facts.phase],
        taskFamily: facts.task?.family,
        nbRequest: facts.requests,
        algorithms: [algorithmOf(assessment, facts)],
        dataset,
        taskDescription: descriptionOf(assessment, facts),
      },
      measures,
      system: software?.os === undefined ? undefined : { os: software.os },
      software: software?.language === undefined ? undefined : { language: software.language },
      infrastructure: { infraType, cloudProvider: providerOf(facts), components },
      environment: environmentOf(facts),
      quality,
    },
    lacks: (Object.keys(required) as readonly RequiredPart[]).filter((part) => required[part] === undefined),
  };
}

/** The model and its phase, as `BLOOM: Training (104B)`; with the share of the phase that counts for the model. */
function descriptionOf({ model }: Assessment, { title, share }: PhaseFacts): string {
  return `${model.name}: ${title}${share === undefined || share === 1 ? '' : `, share ${plainDecimal(share, 15)}`}`;
}

function algorithmOf({ model, baseModels = [], software }: Assessment, { task }: PhaseFacts): object {
  const [base] = baseModels;
  return {
    algorithmType: task?.algorithm,
    algorithmName: model.name,
    algorithmUri: model.url,
    foundationModelName: base?.name ?? base?.id,
    foundationModelUri: base?.id !== undefined && isHubId(base.id) ? `https://huggingface.co/${base.id}` : undefined,
    // Billions.
    parametersNumber: model.parameters === undefined ? undefined : Number((model.parameters / 1e9).toPrecision(15)),
    framework: software?.framework,
  };
}

/** The devices that did the work, in the words of the manifest where they leave open which variant it is. A part of a card is one card and its share; so is this model's part of devices that several models had. */
function componentsOf({
  device,
  statedDevice = device,
  deviceType,
  accelerators,
  share: ofModel = 1,
}: PhaseFacts): readonly object[] | undefined {
  if (device === undefined || accelerators === undefined) return undefined;
  const nbComponent = Math.ceil(accelerators);
  const part = (accelerators * ofModel) / nbComponent;
  const share = part === 1 ? undefined : Number(part.toPrecision(15));
  return [{ componentName: statedDevice, componentType: deviceType ?? 'gpu', nbComponent, share }];
}

function providerOf({ place }: PhaseFacts): string | undefined {
  return place?.cloud === undefined ? undefined : (providers[place.cloud] ?? place.cloud);
}

function environmentOf({ place, grid }: PhaseFacts): object | undefined {
  if (place?.country === undefined) return undefined;
  return {
    country: place.country,
    location: place.region ?? place.label,
    powerSourceCarbonIntensity: grid?.intensity.value,
  };
}

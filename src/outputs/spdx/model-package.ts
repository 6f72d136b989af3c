import type { Assessment, PhaseKind } from '../../assessment/assessment.js';
import { type Consumption, type Consumptions, modelProperties } from '../../assessment/bom/consumption.js';
import { addressOf, isHubId, packageUrl } from '../../assessment/bom/package-url.js';
import type { Property } from '../../assessment/bom/properties.js';
import { phaseTitle } from '../../assessment/coverage.js';
import { plainDecimal } from '../../units/format.js';
import type { OutputContext } from '../output.js';
import { messages } from './messages.js';

export interface PackageContext {
  /** Id of the agent that supplies the model. */
  readonly supplier: string | undefined;
  readonly report: OutputContext['report'];
}

export interface ModelPackage {
  /** Properties of the element `ai_AIPackage`. */
  readonly properties: object;
  /** Keys of the manifest for properties that the AI profile requires and that are not known. */
  readonly lacks: readonly string[];
}

/** The model as a package: what it is, its energy, and what SPDX has no field for. */
export function modelPackage(assessment: Assessment, consumptions: Consumptions, { supplier, report }: PackageContext): ModelPackage {
  const { model } = assessment;
  const purl = packageUrl(model);
  const url = addressOf(model) ?? (model.id !== undefined && isHubId(model.id) ? `https://huggingface.co/${model.id}` : undefined);
  const { list, without } = consumptions;
  const other = list.filter(({ phase }) => energyFields[phase.phase] === undefined).map(({ phase }) => phase.title);
  if (other.length > 0) report(messages.onlyInProperties(other));
  const unknown = [...new Set(without.map((line) => phaseTitle(assessment, line)))];
  if (unknown.length > 0) report(messages.noEnergy(unknown));
  return {
    properties: {
      name: model.name,
      releaseTime: model.released === undefined ? undefined : `${model.released}T00:00:00Z`,
      suppliedBy: supplier,
      software_primaryPurpose: 'model',
      software_packageVersion: model.version,
      software_packageUrl: purl,
      software_downloadLocation: url,
      ai_energyConsumption: energyConsumption(list),
      extension: [modelProperties(assessment, consumptions), ...list.map(({ properties }) => properties)].flatMap(extension),
    },
    lacks: [
      ...(model.released === undefined ? ['released'] : []),
      ...(supplier === undefined ? ['supplier'] : []),
      ...(model.version === undefined ? ['version'] : []),
      ...(url === undefined ? ['url'] : []),
    ],
  };
}

/** Where SPDX 3.0.1 has the energy of a kind of phase. It has no field for data, experiments and evaluation. */
const energyFields: Readonly<Partial<Record<PhaseKind, string>>> = {
  training: 'ai_trainingEnergyConsumption',
  finetuning: 'ai_finetuningEnergyConsumption',
  deployment: 'ai_inferenceEnergyConsumption',
};

/** Digits of a double that are not the error of an addition. */
const digits = 15;

function energyConsumption(list: readonly Consumption[]): object | undefined {
  const fields = Object.entries(energyFields).flatMap(([kind, field]) => {
    const own = list.filter(({ phase }) => phase.phase === kind);
    return own.length === 0 ? [] : [[field, own.map(description)] as const];
  });
  return fields.length === 0 ? undefined : { type: 'ai_EnergyConsumption', ...Object.fromEntries(fields) };
}

/** A decimal is a text in JSON-LD, so that no reader takes it for a rounded double. */
function description({ energy }: Consumption): object {
  return { type: 'ai_EnergyConsumptionDescription', ai_energyQuantity: plainDecimal(energy.value, digits), ai_energyUnit: 'kilowattHour' };
}

/** Properties as CycloneDX has them: the extension that SPDX defines for them. */
function extension(properties: readonly Property[]): readonly object[] {
  if (properties.length === 0) return [];
  return [
    {
      type: 'extension_CdxPropertiesExtension',
      extension_cdxProperty: properties.map(({ name, value }) => ({
        type: 'extension_CdxPropertyEntry',
        extension_cdxPropName: name,
        extension_cdxPropValue: value,
      })),
    },
  ];
}

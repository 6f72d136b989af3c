import { confidentialities, dataTypes, dataUsages, infrastructures } from '../../../../src/assessment/ids.js';

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const share = { type: 'number', minimum: 0, maximum: 1 } as const;

/** An object that may have these keys, and needs some of them. The published schema allows others; a report of carboncard has none. */
const object = (properties: Readonly<Record<string, object>>, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

const algorithm = object({
  trainingType: text,
  algorithmType: text,
  algorithmName: text,
  algorithmUri: text,
  foundationModelName: text,
  foundationModelUri: text,
  parametersNumber: number,
  framework: text,
  frameworkVersion: text,
});

const dataset = object(
  { dataUsage: { enum: dataUsages }, dataType: { enum: dataTypes }, dataSize: number, dataQuantity: number, sourceUri: text, owner: text },
  ['dataUsage', 'dataType'],
);

const measure = object(
  {
    measurementMethod: text,
    version: text,
    powerConsumption: number,
    measurementDuration: number,
    // The format states the form in words: YYYY-MM-DD HH:MM:SS.
    measurementDateTime: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$` },
  },
  ['measurementMethod', 'powerConsumption'],
);

const component = object(
  { componentName: text, componentType: text, nbComponent: { type: 'integer' }, memorySize: number, manufacturer: text, share },
  ['componentType', 'nbComponent'],
);

/**
 * A BoAmps report, written from the data model that Boavizta publishes, release 1.1.0 of March 2025 with the changes up to April 2026:
 * the fields that carboncard writes, what is required, and the choices.
 *
 * @see https://github.com/Boavizta/BoAmps/tree/main/model
 */
export const reportSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  ...object(
    {
      header: object(
        {
          licensing: text,
          formatVersion: text,
          formatVersionSpecificationUri: text,
          reportId: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
          reportDatetime: { type: 'string', pattern: String.raw`^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$` },
          reportStatus: { enum: ['draft', 'final', 'corrective', 'other'] },
          publisher: object({ name: text, division: text, projectName: text, confidentialityLevel: { enum: confidentialities } }, [
            'confidentialityLevel',
          ]),
        },
        ['reportDatetime'],
      ),
      task: object(
        {
          taskStage: text,
          taskFamily: text,
          nbRequest: number,
          algorithms: { type: 'array', minItems: 1, items: algorithm },
          dataset: { type: 'array', minItems: 1, items: dataset },
          measuredAccuracy: share,
          taskDescription: text,
        },
        ['taskStage', 'taskFamily', 'algorithms', 'dataset'],
      ),
      measures: { type: 'array', minItems: 1, items: measure },
      system: object({ os: text, distribution: text, distributionVersion: text }, ['os']),
      software: object({ language: text, version: text }, ['language']),
      infrastructure: object(
        {
          infraType: { enum: infrastructures },
          cloudProvider: text,
          cloudInstance: text,
          cloudService: text,
          components: { type: 'array', minItems: 1, items: component },
        },
        ['infraType', 'components'],
      ),
      environment: object({ country: text, location: text, powerSourceCarbonIntensity: number }, ['country']),
      quality: { enum: ['high', 'medium', 'low'] },
    },
    ['task', 'measures', 'infrastructure'],
  ),
} as const;

import type { Assessment } from '../../assessment/assessment.js';
import type { TemplateValue } from '../section.js';
import { boundaryNames, mainTotal, withInterval } from './words.js';
import { cited } from './works.js';

/** The sentence beside a total: what the models that this one was made from emitted is not in it. */
export function baseModelsSentence(assessment: Assessment): string | undefined {
  const models = modelsOf(assessment).map(
    ({ name, emissions, covers }) => `${name}, ${emissions}${covers === undefined ? '' : ` (${covers})`}`,
  );
  return models.length === 0 || mainTotal(assessment) === undefined ? undefined : `Not included: the development of ${models.join('; ')}.`;
}

/** The models that this one was made from, each with its own figure, what that covers, and its source. */
export function baseModelsText(assessment: Assessment): TemplateValue {
  const models = modelsOf(assessment);
  if (models.length === 0) return undefined;
  return models.map(({ source, ...words }) => ({ ...words, source: source && cited(assessment, source) }));
}

function modelsOf({ baseModels = [] }: Assessment) {
  return baseModels.map(({ name, emissions, boundary = 'unstated', counted, source }) => ({
    name,
    emissions: emissions === undefined ? 'whose emissions are unknown' : withInterval(emissions),
    covers: emissions && (counted === undefined ? `boundary: ${boundaryNames[boundary]}` : `counted: ${counted}`),
    source,
  }));
}

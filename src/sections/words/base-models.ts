import type { Assessment } from '../../assessment/assessment.js';
import type { TemplateValue } from '../section.js';
import { boundaryNames, withInterval } from './words.js';
import { cited } from './works.js';

/** The models that this one was made from, each with its own figure, what that covers, and its source. */
export function baseModelsText(assessment: Assessment): TemplateValue {
  const { baseModels = [] } = assessment;
  if (baseModels.length === 0) return undefined;
  return baseModels.map(({ name, emissions, boundary = 'unstated', counted, source }) => ({
    name,
    emissions: emissions === undefined ? 'whose emissions are unknown' : withInterval(emissions),
    covers: emissions && (counted === undefined ? `boundary: ${boundaryNames[boundary]}` : `counted: ${counted}`),
    source: source && cited(assessment, source),
  }));
}

import type { Assessment } from '../../assessment/assessment.js';
import { durationText, formatted } from '../../units/format.js';
import type { TemplateData } from '../section.js';
import { marketText, offsetsText } from './market.js';
import { componentsOf, deploymentText, developmentPhases, intervalText, listed, mainTotal } from './words.js';

/** The main result for a card's first sentence and a report's first page: total, interval, and what is counted. */
export function answerOf(assessment: Assessment): TemplateData | undefined {
  const total = mainTotal(assessment);
  if (total === undefined) return undefined;
  const { development, deployment, lifecycle } = assessment.totals;
  return {
    model: assessment.model.name,
    isDevelopment: development !== undefined,
    emissions: formatted(total.emissions).text,
    interval: intervalText(total.emissions),
    energy: total.energy && formatted(total.energy).text,
    water: total.water && formatted(total.water).text,
    market: marketText(assessment, total),
    offsets: offsetsText(assessment),
    phases: listed(
      (development ? developmentPhases(assessment) : assessment.phases).map(({ title }) => title.charAt(0).toLowerCase() + title.slice(1)),
    ),
    components: componentsOf(total),
    deployment: development && deployment && deploymentText(deployment),
    lifecycle: lifecycle && { emissions: formatted(lifecycle.emissions).text, period: durationText(lifecycle.period.value) },
  };
}

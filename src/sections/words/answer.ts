import type { Assessment } from '../../assessment/assessment.js';
import { countedText } from '../../assessment/coverage.js';
import { durationText, formatted } from '../../units/format.js';
import type { TemplateData } from '../section.js';
import { accountingText, withoutEnergyText } from './accounting.js';
import { baseModelsText } from './base-models.js';
import { evidenceText, inCardsText } from './evidence.js';
import { marketText, offsetsText } from './market.js';
import { deploymentText, intervalText, mainPhases, mainTotal } from './words.js';

/** The main result for a card's first sentence and a report's first page: total, interval, and what is counted. */
export function answerOf(assessment: Assessment): TemplateData | undefined {
  const total = mainTotal(assessment);
  if (total === undefined) return undefined;
  const { development, deployment, lifecycle } = assessment.totals;
  const phases = mainPhases(assessment);
  return {
    model: assessment.model.name,
    isDevelopment: development !== undefined,
    emissions: formatted(total.emissions).text,
    interval: intervalText(total.emissions),
    accounting: accountingText(assessment, phases),
    evidence: evidenceText(total),
    inCards: inCardsText(total),
    energy: total.energy && formatted(total.energy).text,
    withoutEnergy: total.energy && withoutEnergyText(assessment, phases),
    water: total.water && formatted(total.water).text,
    market: marketText(assessment, total),
    offsets: offsetsText(assessment),
    counted: countedText(assessment, phases),
    baseModels: baseModelsText(assessment),
    deployment: development && deployment && deploymentText(assessment, deployment),
    lifecycle: lifecycle && { emissions: formatted(lifecycle.emissions).text, period: durationText(lifecycle.period.value) },
  };
}

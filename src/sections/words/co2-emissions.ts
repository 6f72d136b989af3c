import type { Assessment } from '../../assessment/assessment.js';
import { plain } from '../../units/format.js';
import { hardwareText, placesText } from './facts.js';
import { componentsOf } from './words.js';

/** What a card's front matter says, in the Hub's terms and in grams: of the development total, and nothing where there is none. */
export function co2Facts(assessment: Assessment) {
  const { development } = assessment.totals;
  if (development === undefined) return undefined;
  const kinds = assessment.phases.map(({ phase }) => phase);
  const place = placesText(assessment);
  const hardware = hardwareText(assessment);
  return {
    grams: development.emissions.value * 1000,
    source: plain(
      `carboncard report “Carbon footprint of ${assessment.model.name}”, in the section Environmental Impact: development total (${componentsOf(development)}), location-based`,
    ),
    ...(kinds.includes('training')
      ? { trainingType: 'pre-training' as const }
      : kinds.includes('finetuning') && { trainingType: 'fine-tuning' as const }),
    ...(place !== undefined && { geographicalLocation: plain(place) }),
    ...(hardware !== undefined && { hardwareUsed: plain(hardware) }),
  };
}

import type { Assessment } from '../../assessment/assessment.js';
import { titlesText } from '../../assessment/coverage.js';
import { plain } from '../../units/format.js';
import { accountingText } from './accounting.js';
import { hardwareText, placesText } from './facts.js';
import { partsOf, placed, series } from './parts.js';
import { developmentPhases } from './words.js';

/** The `co2_eq_emissions` of a card's front matter: the development total in grams; nothing where there is none. */
export function co2Facts(assessment: Assessment) {
  const { development } = assessment.totals;
  if (development === undefined) return undefined;
  const phases = developmentPhases(assessment);
  const kinds = assessment.phases.map(({ phase }) => phase);
  const place = placesText(assessment);
  const hardware = hardwareText(assessment);
  return {
    grams: development.emissions.value * 1000,
    source: plain(
      `Development total, ${accountingText(assessment, phases)}, of the report “Carbon footprint of ${assessment.model.name}” (carboncard), in the section Environmental Impact: emissions of ${titlesText(phases, phases)} from ${series(partsOf(assessment, phases).map(placed))}`,
    ),
    trainingType: kinds.includes('training')
      ? ('pre-training' as const)
      : kinds.includes('finetuning')
        ? ('fine-tuning' as const)
        : undefined,
    geographicalLocation: place && plain(place),
    hardwareUsed: hardware && plain(hardware),
  };
}

import type { Assessment } from '../assessment/assessment.js';
import { atMost, formatted, grouped } from '../units/format.js';
import type { Section } from './section.js';
import { accountingText } from './words/accounting.js';
import { hardwareText, hoursText, placesText } from './words/facts.js';
import { distinct, intervalText, mainPhases, mainTotal } from './words/words.js';

/** The five bullets of the Hub's template, with its labels. */
export const hub = {
  id: 'hub',
  data: (assessment) => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    return {
      hardware: hardwareText(assessment) ?? 'not stated',
      hours: hoursText(assessment, ' accelerator-hours') ?? 'not stated',
      provider: providersText(assessment) ?? 'not stated',
      region: placesText(assessment) ?? 'not stated',
      emissions: formatted(total.emissions).text,
      interval: intervalText(total.emissions),
      grams: gramsText(total.emissions.value * 1000),
      energy: total.energy && formatted(total.energy).text,
      accounting: accountingText(assessment, mainPhases(assessment)),
      side: assessment.totals.development === undefined ? 'deployment' : 'development',
    };
  },
} as const satisfies Section;

const providers: Readonly<Record<string, string>> = { aws: 'Amazon Web Services', gcp: 'Google Cloud', azure: 'Microsoft Azure' };

function providersText({ phases }: Assessment): string | undefined {
  const development = phases.filter(({ phase }) => phase !== 'deployment');
  const found = distinct(
    (development.length > 0 ? development : phases).map(({ place }) =>
      place?.cloud === undefined ? undefined : (providers[place.cloud] ?? place.cloud),
    ),
  );
  return found.length === 0 ? undefined : found.join('; ');
}

/** Whole grams; below a thousand as many digits as they need. */
function gramsText(grams: number): string {
  return grams >= 1000 ? grouped(grams, 0) : atMost(grams, 6);
}

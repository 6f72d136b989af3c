import { formatted } from '../units/format.js';
import type { Section } from './section.js';
import { accountingText } from './words/accounting.js';
import { deviceHours } from './words/facts.js';
import { mostDevices, mostOf } from './words/most.js';
import { mainPhases, mainTotal } from './words/words.js';

const providers: Readonly<Record<string, string>> = { aws: 'Amazon Web Services', gcp: 'Google Cloud', azure: 'Microsoft Azure' };

/** The five bullets of the Hub's template, in its words: each says what most of the total comes from. */
export const hub = {
  id: 'hub',
  data: (assessment) => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    return {
      hardware: mostDevices(assessment),
      hours: deviceHours(assessment),
      provider: mostOf(assessment, ({ place }) => (place?.cloud === undefined ? undefined : (providers[place.cloud] ?? place.cloud))),
      region: mostOf(assessment, ({ place }) => place?.label),
      emissions: formatted(total.emissions).text,
      accounting: accountingText(assessment, mainPhases(assessment)),
      side: assessment.totals.development === undefined ? 'use' : 'development',
    };
  },
} as const satisfies Section;

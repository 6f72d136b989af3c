import type { Assessment } from '../assessment/assessment.js';
import { isUnmeasured, titlesText } from '../assessment/coverage.js';
import { impactsText } from '../assessment/impacts.js';
import { formatted, plain } from '../units/format.js';
import type { Section, TemplateData } from './section.js';
import { accountingText } from './words/accounting.js';
import { againstSentence } from './words/against.js';
import { baseModelsSentence } from './words/base-models.js';
import { inCardsText, restsOn } from './words/evidence.js';
import { marketText, offsetsText } from './words/market.js';
import { partsText } from './words/parts.js';
import { phaseTable } from './words/phase-table.js';
import { useText } from './words/use.js';
import { waterSubject } from './words/water.js';
import { mainPhases, mainTotal, shortInterval } from './words/words.js';

/**
 * The answer in a sentence or two, what it rests on, the table by phase, and the chart. The chart has its width for phones, and floats:
 * on a wide page the rest of the section is beside it. Beside the table it would not fit with every font.
 */
export const summary = {
  id: 'summary',
  data: (assessment, { charts }): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const accounting = accountingText(assessment, mainPhases(assessment));
    return {
      model: assessment.model.name,
      isDevelopment: assessment.totals.development !== undefined,
      emissions: formatted(total.emissions).text,
      interval: shortInterval(total.emissions),
      accounting: accounting === 'location-based' ? undefined : accounting,
      parts: partsText(assessment, mainPhases(assessment), total),
      unmeasured: unmeasuredText(assessment),
      use: useText(assessment),
      against: againstSentence(assessment),
      rests: restsOn(total),
      inCards: inCardsText(total),
      ...besideTotal(assessment),
      table: phaseTable(assessment),
      chart: plain(charts.get('breakdown') ?? ''),
    };
  },
} as const satisfies Section;

/** In the first sentence, since it may be more than all the rest: work that was not measured. */
function unmeasuredText(assessment: Assessment): string | undefined {
  const phases = mainPhases(assessment);
  const own = phases.filter((facts) =>
    assessment.states.some((one) => isUnmeasured(assessment, one) && one.phase === facts.phase && one.name === facts.name),
  );
  if (own.length === 0) return undefined;
  const where = own.length === phases.length ? '' : ` of ${titlesText(own, phases)}`;
  return `computing${where} was not measured and is not counted`;
}

/** What is said in a sentence each, and is in no total. */
function besideTotal(assessment: Assessment): TemplateData {
  const total = mainTotal(assessment);
  return {
    water: total?.water && { amount: formatted(total.water).text, what: waterSubject(assessment, mainPhases(assessment)) },
    impacts: total && impactsText(total),
    market: total && marketText(assessment, total),
    offsets: offsetsText(assessment),
    baseModels: baseModelsSentence(assessment),
  };
}

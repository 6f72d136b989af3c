import type { Assessment } from '../assessment/assessment.js';
import { impactsText } from '../assessment/impacts.js';
import { formatted, plain } from '../units/format.js';
import type { Section, TemplateData } from './section.js';
import { accountingText } from './words/accounting.js';
import { baseModelsText } from './words/base-models.js';
import { inCardsText, restsOn } from './words/evidence.js';
import { marketText, offsetsText } from './words/market.js';
import { partsText } from './words/parts.js';
import { phaseTable } from './words/phase-table.js';
import { useText } from './words/use.js';
import { waterSubject } from './words/water.js';
import { mainPhases, mainTotal, shortInterval } from './words/words.js';

/** Characters of a row's name with which the table has room beside the chart, on a page of 1000 px. */
const maxBeside = 23;

/**
 * The answer in a sentence or two, what it rests on, the chart, and the table by phase. The chart has its width for phones, and floats:
 * on a wide page the table is beside it, or where that is too wide the rest of the section.
 */
export const summary = {
  id: 'summary',
  data: (assessment, { charts }): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const table = phaseTable(assessment);
    const chart = plain(charts.get('breakdown') ?? '');
    const isNarrow = table === undefined || table.rows.every(({ label }) => label.length <= maxBeside);
    const accounting = accountingText(assessment, mainPhases(assessment));
    return {
      model: assessment.model.name,
      isDevelopment: assessment.totals.development !== undefined,
      emissions: formatted(total.emissions).text,
      interval: shortInterval(total.emissions),
      accounting: accounting === 'location-based' ? undefined : accounting,
      parts: partsText(assessment, mainPhases(assessment), total),
      use: useText(assessment),
      rests: restsOn(total),
      inCards: inCardsText(total),
      ...besideTotal(assessment),
      table,
      chart,
      chartFirst: chart !== '' && isNarrow,
      chartLast: chart !== '' && !isNarrow,
    };
  },
} as const satisfies Section;

/** What is said in a sentence each, and is in no total. */
function besideTotal(assessment: Assessment): TemplateData {
  const total = mainTotal(assessment);
  return {
    water: total?.water && { amount: formatted(total.water).text, what: waterSubject(assessment, mainPhases(assessment)) },
    impacts: total && impactsText(total),
    market: total && marketText(assessment, total),
    offsets: offsetsText(assessment),
    baseModels: baseModelsText(assessment),
  };
}

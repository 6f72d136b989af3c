import type { Assessment } from '../assessment/assessment.js';
import { atMost, durationText, formatted } from '../units/format.js';
import type { Section, SectionContext, TemplateData } from './section.js';
import { accountingText, withoutEnergyText } from './words/accounting.js';
import { baseModelsText } from './words/base-models.js';
import { inCardsText, restsOn } from './words/evidence.js';
import { deviceHours, gridsText, hasOneGrid, placesText } from './words/facts.js';
import { marketText, offsetsText } from './words/market.js';
import { mostDevices } from './words/most.js';
import { partsText } from './words/parts.js';
import { useText } from './words/use.js';
import { intervalText, mainPhases, mainTotal } from './words/words.js';

/** Head of the report's first page: model, total, interval, what it consists of, and the main facts. */
export const cover = {
  id: 'cover',
  data: (assessment: Assessment, context: SectionContext): TemplateData | undefined => {
    const total = mainTotal(assessment);
    if (total === undefined) return undefined;
    const { lifecycle } = assessment.totals;
    const phases = mainPhases(assessment);
    return {
      ...imprint(assessment),
      isDevelopment: assessment.totals.development !== undefined,
      emissions: formatted(total.emissions).text,
      interval: intervalText(total.emissions),
      accounting: accountingText(assessment, phases),
      parts: partsText(assessment, phases, total),
      rests: restsOn(total),
      inCards: inCardsText(total),
      use: useText(assessment),
      lifecycle: lifecycle && { emissions: formatted(lifecycle.emissions).text, period: durationText(lifecycle.period.value) },
      market: marketText(assessment, total),
      offsets: offsetsText(assessment),
      baseModels: baseModelsText(assessment),
      facts: factsOf(assessment),
      grids: gridsText(assessment),
      gridsLabel: hasOneGrid(assessment) ? 'Grid' : 'Places and grids',
      attached: context.attachments.length > 0,
    };
  },
} as const satisfies Section;

/** What the report is about, when it was made, and by whom. */
function imprint({ model, report }: Assessment): TemplateData {
  const { id, name, parameters } = model;
  return {
    model: name,
    id,
    parameters: parameters === undefined ? undefined : parametersText(parameters),
    date: report.date,
    authors: report.authors.length === 0 ? undefined : report.authors.join(', '),
  };
}

/** `176 billion`, `30.8 million`, `1.6 trillion`: without digits that nobody gave. */
export function parametersText(parameters: number): string {
  const value = Number(parameters.toPrecision(3));
  const [size, word] = (
    [
      [1e12, ' trillion'],
      [1e9, ' billion'],
      [1e6, ' million'],
    ] as const
  ).find(([least]) => value >= least) ?? [1, ''];
  return `${atMost(value / size, 3)}${word}`;
}

/** The facts, each with its name; what is not stated is left out. */
function factsOf(assessment: Assessment): readonly { readonly label: string; readonly value: string }[] {
  const total = mainTotal(assessment);
  const withoutEnergy = withoutEnergyText(assessment, mainPhases(assessment));
  const hours = deviceHours(assessment);
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Energy', total?.energy && `${formatted(total.energy).text}${withoutEnergy === undefined ? '' : ` (${withoutEnergy})`}`],
    ['Water', total?.water && formatted(total.water).text],
    // In the words of the manifest: the variant that was used is among the assumptions.
    ['Hardware', mostDevices(assessment, ({ device, statedDevice }) => statedDevice ?? device)],
    ['Hours used', hours],
    // Several grids have their places beside them.
    ['Place', hasOneGrid(assessment) ? placesText(assessment) : undefined],
  ];
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]));
}

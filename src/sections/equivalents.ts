import type { Source } from '../assessment/assessment.js';
import { exact, THIN } from '../units/format.js';
import { listed } from '../units/listed.js';
import type { Section } from './section.js';
import { withInterval } from './words/words.js';

/** The headline total in everyday terms, where the manifest asks for them, each with its factor, year and source. */
export const equivalents = {
  id: 'equivalents',
  data: ({ equivalents: wanted, sources }) => {
    if (wanted === undefined || wanted.length === 0) return undefined;
    return {
      of: wanted.some(({ of }) => of === 'development') ? 'developing' : 'using',
      interval: wanted.some(({ amount }) => amount.low !== undefined),
      rows: wanted.map(({ title, amount, without, factor, year, kind, source }) => ({
        title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
        amount: withInterval({ ...amount, unit: amountUnits[amount.unit] }),
        by: factor.unit === 'kWh/year' ? 'electricity' : 'emissions',
        counts: factor.unit === 'kWh/year' ? electricityText(without) : undefined,
        factor: `${exact(factor.value)}${THIN}${factorUnits[factor.unit]}`,
        year: year === undefined ? undefined : String(year),
        kind,
        source: citedText(sources.find(({ id }) => id === source)),
      })),
    };
  },
} as const satisfies Section;

const amountUnits = { 'km': 'km', 'passenger-km': 'passenger-km', 'household-years': 'years' } as const;
const factorUnits = { 'gCO2e/km': 'g CO₂e/km', 'gCO2e/passenger-km': 'g CO₂e/passenger-km', 'kWh/year': 'kWh a year' } as const;

/** What an amount by electricity is of: no making of hardware, and no phase of which no energy is known. */
function electricityText(without: readonly string[] | undefined): string {
  const phases = without === undefined ? '' : `, without ${listed(without)}, whose energy is not known`;
  return `It counts the electricity alone, and not making the hardware${phases}.`;
}

/** Publisher, year and licence; the whole reference is below Sources. */
function citedText(source: Source | undefined): string | undefined {
  if (source === undefined) return undefined;
  const { title, year, licence } = source;
  return [title.split(':')[0], year, licence].filter((part) => part !== undefined).join(', ');
}

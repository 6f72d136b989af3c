import type { Factor, FactorSource } from './factor.js';

const travel: FactorSource = {
  id: 'owid-travel-2023',
  title:
    'Our World in Data: Which form of transport has the smallest carbon footprint? Chart of 2023 with the UK Government conversion factors of 2022, read in a republication (www.dml.or.id), to whole grams',
  url: 'https://ourworldindata.org/travel-carbon-footprint',
  year: 2023,
  licence: 'CC BY 4.0',
};

const eia: FactorSource = {
  id: 'eia-faq-97-2021',
  title: 'U.S. Energy Information Administration: How much electricity does an American home use?, October 2021',
  url: 'https://www.eia.gov/tools/faqs/faq.php?id=97&t=3',
  year: 2021,
  licence: 'public domain',
};

/**
 * What everyday activities emit, or use: for comparisons that a manifest asks for, and in no total.
 *
 * The figures of travel are those of a chart of Our World in Data, 170 and 148 g. They were read in a republication of it, and not in the
 * tables of the UK Government that the chart is made from.
 */
export const equivalentFactors = {
  car: {
    id: 'equivalent-car-2022',
    title: 'driving a petrol car',
    value: 170,
    unit: 'gCO2e/km',
    year: 2022,
    kind: 'average petrol car of the United Kingdom',
    source: travel,
  },
  flight: {
    id: 'equivalent-flight-2022',
    title: 'flying long-haul',
    value: 148,
    unit: 'gCO2e/passenger-km',
    year: 2022,
    kind: 'one passenger of a long-haul flight from the United Kingdom, with the warming at altitude',
    source: travel,
  },
  household: {
    id: 'equivalent-household-2020',
    title: 'the electricity of a household',
    value: 10715,
    unit: 'kWh/year',
    year: 2020,
    kind: 'average residential customer of the United States, electricity alone',
    source: eia,
  },
} as const satisfies Readonly<Record<string, Factor>>;

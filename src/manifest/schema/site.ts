import { z } from 'zod';
import { energySources } from '../../assessment/bom/activities.js';
import { facility, idle, overhead, pue } from './facility.js';
import { quantityField } from './quantity.js';
import { choice, cite, hover, text, word, yearOfFigure } from './words.js';

export const grid = z
  .strictObject({
    intensity: quantityField({
      dimensions: ['intensity'],
      title: 'Grid intensity',
      text: 'Emissions of the grid per kWh, location-based.',
      absent: 'looked up by place and year',
      examples: ['57 gCO2e/kWh', { value: '394 gCO2e/kWh', year: 2021, cite: 'BLOOM paper' }],
    }).optional(),
    hourly: word({
      title: 'Hourly intensities',
      text: 'CSV with the intensity of each hour, from the folder of this file: `Datetime (UTC)` and a column with its unit, or a download of Electricity Maps. Needs `cite`, and a log with energy by hour; `intensity` is then the yearly average beside it.',
      examples: ['intensity.csv'],
    }).optional(),
    market: quantityField({
      dimensions: ['intensity'],
      title: 'Market-based intensity',
      text: 'Emissions per kWh by the contracts for this electricity; 0 needs a `cite`. Shown beside the location-based figure.',
      examples: [{ value: '12 gCO2e/kWh', cite: 'contract' }],
    }).optional(),
    market_claim: choice(['provider'], {
      title: "Provider's claim",
      text: "Use the cloud provider's claim to have matched its electricity of that year: a market-based 0.",
      examples: ['provider'],
    }).optional(),
    residual_mix: quantityField({
      dimensions: ['intensity'],
      title: 'Residual mix',
      text: 'Market-based emissions per kWh of the electricity that no contract covers.',
      examples: [{ value: '420 gCO2e/kWh', cite: 'AIB 2023' }],
    }).optional(),
    water: quantityField({
      dimensions: ['water intensity'],
      title: 'Water of the electricity',
      text: 'Water consumed in generating the electricity, off-site.',
      absent: 'looked up where the intensity is looked up',
      examples: ['1.8 L/kWh'],
    }).optional(),
    year: yearOfFigure.optional(),
    zone: word({ title: 'Zone', text: 'Zone of the grid that the figures describe.', examples: ['US-CAL-CISO'] }).optional(),
    basis: choice(['life-cycle', 'direct'], {
      title: 'Life-cycle or direct',
      text: 'Whether the intensity covers the whole life cycle of generation, or combustion alone.',
      examples: ['life-cycle'],
    }).optional(),
    provider: word({
      title: 'Energy provider',
      text: 'Who supplied the electricity. Formats for bills of materials ask for it.',
      examples: ['EDF'],
    }).optional(),
    energy_source: choice(energySources, {
      title: 'Energy source',
      text: 'What the electricity was generated from, where it was one source.',
      examples: ['hydropower'],
    }).optional(),
    cite,
    url: text({ title: 'Address', text: 'Address of the publication.' }).optional(),
    licence: text({ title: 'Licence', text: 'Licence of the figures.', examples: ['CC BY 4.0'] }).optional(),
  })
  .register(z.globalRegistry, {
    id: 'grid',
    ...hover({
      title: 'Grid',
      text: 'Electricity of the place, where you have better figures than the tables of carboncard.',
      absent: 'looked up by place and year',
      examples: [{ intensity: '57 gCO2e/kWh', year: 2022, cite: 'BLOOM paper, Table 1' }],
    }),
  });

export const location = z
  .union([
    z.string().min(1),
    z.strictObject({
      country: text({ title: 'Country', text: 'ISO code or English name.', examples: ['FR', 'FRA', 'France'] }),
      region: text({ title: 'Part of the country', text: 'State, province or computing centre.', examples: ['California'] }).optional(),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'location',
    ...hover({
      title: 'Location',
      text: 'Country, part of a country, cloud region, or `world` for the average of the world. Two letters are a country.',
      examples: ['FR', 'aws us-west-2', { country: 'FR' }],
    }),
  });

export const cloud = text({ title: 'Cloud provider', text: 'Provider that runs the machines.', examples: ['aws', 'gcp', 'azure'] });
export const region = word({ title: 'Cloud region', text: 'Region of the provider.', examples: ['us-central1'] });
export const wue = quantityField({
  dimensions: ['water intensity'],
  bare: false,
  title: 'WUE',
  text: 'Water usage effectiveness: on-site water per kWh of the machines.',
  absent: 'looked up where the grid is looked up',
  examples: ['1.8 L/kWh'],
});

export const site = z
  .strictObject({
    location: location.optional(),
    cloud: cloud.optional(),
    region: region.optional(),
    grid: grid.optional(),
    pue: pue.optional(),
    facility: facility.optional(),
    wue: wue.optional(),
    idle: idle.optional(),
    overhead: overhead.optional(),
    cite,
  })
  .register(z.globalRegistry, {
    id: 'site',
    ...hover({
      title: 'Site',
      text: 'Where it ran: place, grid and facility.',
      examples: [
        { location: 'FR', pue: 1.2 },
        { cloud: 'gcp', region: 'us-central1' },
      ],
    }),
  });

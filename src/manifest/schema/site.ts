import { z } from 'zod';
import { quantityField } from '../field.js';
import { idle, overhead, pue } from './facility.js';
import { cite, text, word, year } from './words.js';

const grid = z
  .strictObject({
    intensity: quantityField({ dimensions: ['intensity'], description: 'Emissions of the grid, location-based' }).optional(),
    market: quantityField({
      dimensions: ['intensity'],
      description: 'Market-based intensity of contracts for this electricity; 0 only with a claim to cite',
    }).optional(),
    market_claim: z
      .literal('provider')
      .describe("Take the cloud provider's claim to have matched its electricity of the year: a market-based 0")
      .optional(),
    residual_mix: quantityField({
      dimensions: ['intensity'],
      description: 'Market-based intensity of what no contract covers',
    }).optional(),
    water: quantityField({
      dimensions: ['water intensity'],
      description: 'Water consumed in generating the electricity (off-site)',
    }).optional(),
    year: year.optional(),
    zone: word('Zone that the figure speaks of').optional(),
    basis: z
      .enum(['life-cycle', 'direct'])
      .describe('Whether the figure holds the whole life cycle of generation, or the chimney alone')
      .optional(),
    cite,
    url: text('Where to find it').optional(),
    licence: text('Licence of the figure').optional(),
  })
  .describe('Electricity of the place, where you know better than our tables');

export const location = z
  .union([
    z.string().min(1),
    z.strictObject({
      country: text('ISO code or English name: FR, FRA, France'),
      region: text('Part of the country, for the reader').optional(),
    }),
  ])
  .describe('Country, cloud region (`aws us-west-2`) or `world`');

const siteKeys = {
  location: location.optional(),
  cloud: text('Provider: aws, gcp, azure').optional(),
  region: word('Region of the provider, as us-central1').optional(),
  grid: grid.optional(),
  pue: pue.optional(),
  wue: quantityField({
    dimensions: ['water intensity'],
    bare: false,
    description: 'Water usage effectiveness: on-site water per kWh of the machines',
  }).optional(),
  idle: idle.optional(),
  overhead: overhead.optional(),
  cite,
};
export const site = z.strictObject(siteKeys).describe('Where it ran: place, grid, facility');

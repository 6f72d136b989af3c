import { z } from 'zod';
import { load } from './hardware.js';
import { quantityField } from './quantity.js';
import { choice, hover, strings, year } from './words.js';

const years = z.array(year).min(1);
const loads = z.array(load).min(1);
const lifetimes = z
  .array(
    quantityField({
      dimensions: ['time'],
      aboveZero: true,
      title: 'Lifetime',
      text: 'How long the hardware would be in service.',
      examples: ['4 years'],
    }),
  )
  .min(1);

/** What the same runs would have emitted if one thing had been different: one key for each thing. */
export const whatIf = z
  .strictObject({
    regions: strings({
      title: 'Regions',
      text: 'Cloud regions; `all` for every region of the clouds of the runs.',
      examples: ['all', ['aws us-west-2', 'gcp europe-north1']],
    }).optional(),
    locations: strings({
      title: 'Locations',
      text: 'Countries, or parts of one.',
      examples: [['FR', 'SE', 'Oregon, US']],
    }).optional(),
    years: years
      .register(z.globalRegistry, hover({ title: 'Years', text: 'Years for which grid and PUE are looked up.', examples: [[2020, 2024]] }))
      .optional(),
    hardware: strings({
      title: 'Hardware',
      text: 'Devices, for phases whose hours are calculated from `flops`.',
      examples: [['H100 SXM', '8 x MI300X']],
    }).optional(),
    load: loads
      .register(
        z.globalRegistry,
        hover({
          title: 'Loads',
          text: 'Average power ÷ rated power, where the energy is calculated from it.',
          examples: [['50 %', '90 %']],
        }),
      )
      .optional(),
    lifetime: lifetimes
      .register(
        z.globalRegistry,
        hover({ title: 'Lifetimes', text: 'Years that the hardware is in service.', examples: [['4 years', '8 years']] }),
      )
      .optional(),
    convention: z
      .array(choice(['occupancy', 'calendar']))
      .min(1)
      .register(
        z.globalRegistry,
        hover({ title: 'Conventions', text: 'How making the hardware is divided among its users.', examples: [['calendar']] }),
      )
      .optional(),
  })
  .register(
    z.globalRegistry,
    hover({
      title: 'What if',
      text: 'Alternatives to calculate, each with one thing changed.',
      absent: 'none; `render --what-if` takes all regions of the cloud',
      examples: [{ regions: 'all', load: ['50 %', '90 %'] }],
    }),
  );

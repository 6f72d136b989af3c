import { z } from 'zod';
import { quantityField } from '../field.js';
import { cite, word } from './words.js';

export const power = quantityField({
  dimensions: ['power'],
  also: ['boundary', 'instrument'],
  aboveZero: true,
  description: 'Average draw of one accelerator; takes no load',
});
export const load = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'share',
  aboveZero: true,
  description: 'Average draw ÷ rated power; neither utilisation nor MFU',
});
export const hostShare = quantityField({
  dimensions: ['ratio'],
  bare: true,
  description: "Draw of processors, memory and fans, as a share of the accelerators'",
});
const embodied = z
  .strictObject({
    accelerator: quantityField({ dimensions: ['emissions'], description: 'Making one accelerator, cradle to gate' }).optional(),
    server: quantityField({
      dimensions: ['emissions'],
      description: 'Making one server without its accelerators, cradle to gate',
    }).optional(),
    lifetime: quantityField({ dimensions: ['time'], aboveZero: true, description: 'Service life, as 6 years (8,760 h each)' }).optional(),
    occupancy: quantityField({
      dimensions: ['ratio'],
      bare: true,
      rule: 'share',
      aboveZero: true,
      description: 'Busy share of the lifetime, for the occupancy convention',
    }).optional(),
    convention: z.enum(['occupancy', 'calendar']).describe('Busy hours ÷ occupancy, or reserved hours').optional(),
    cite,
  })
  .describe('Making the hardware');

export const hardware = z
  .strictObject({
    accelerator: word('Device, by the name that people and logs use: A100 SXM 80GB').optional(),
    peak: quantityField({
      dimensions: ['compute rate'],
      aboveZero: true,
      description: 'Peak of one accelerator without sparsity, for `flops`: 312 TFLOP/s',
    }).optional(),
    per_node: quantityField({
      dimensions: ['accelerators'],
      bare: true,
      whole: true,
      aboveZero: true,
      description: 'Accelerators in one server',
    }).optional(),
    accelerators: quantityField({
      dimensions: ['accelerators'],
      bare: true,
      aboveZero: true,
      description: 'Accelerators in use',
    }).optional(),
    power: power.optional(),
    load: load.optional(),
    host_share: hostShare.optional(),
    embodied: embodied.optional(),
    cite,
  })
  .describe('Machines: device, its power, what making it emitted');

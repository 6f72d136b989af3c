import { z } from 'zod';
import { componentIds, omissionIds, phaseKinds } from '../../assessment/ids.js';
import { quantityField } from '../field.js';
import { idle, overhead, pue } from './facility.js';
import { from } from './from.js';
import { hardware, hostShare, load, power } from './hardware.js';
import { location, site } from './site.js';
import { cite, isDate, strings, word, wordFor, year } from './words.js';

const components = z.enum(componentIds);
const systemBoundary = z.array(components).min(1).describe('Components that are counted; all for which there is evidence, where absent');
const notCounted = z
  .partialRecord(z.enum([...componentIds, ...phaseKinds, ...omissionIds]), z.string().min(1))
  .describe('Why something is not counted: { embodied: "not published" }');

const hours = (description: string) => quantityField({ dimensions: ['time'], bare: true, description });

const requests = quantityField({ dimensions: ['requests'], bare: true, aboveZero: true, description: 'Requests answered in the period' });

export const work = {
  from: from.optional(),
  reported: quantityField({
    dimensions: ['emissions'],
    description: 'What the tool that recorded it came to itself: compared with ours, never counted',
  }).optional(),
  site: z
    .union([word('Name of a site, or a place in words'), site])
    .describe('Name of a site, a place in words, or a site written here')
    .optional(),
  location: location.optional(),
  hardware: z
    .union([word('Name of a hardware, or a device in words'), hardware])
    .describe('Name of a hardware, a device in words (`8 x A100 80GB`), or a hardware written here')
    .optional(),
  accelerators: quantityField({ dimensions: ['accelerators'], bare: true, aboveZero: true, description: 'Accelerators in use' }).optional(),
  accelerator_hours: hours('Accelerators × hours, summed: 8 GPUs for 10 h are 80').optional(),
  duration: quantityField({
    dimensions: ['time'],
    aboveZero: true,
    description: 'Wall-clock time; of a deployment, the period',
  }).optional(),
  flops: quantityField({
    dimensions: ['compute'],
    aboveZero: true,
    description: 'Operations of the run, where hours are not recorded: 3.14e23 FLOP',
  }).optional(),
  mfu: quantityField({
    dimensions: ['ratio'],
    bare: true,
    rule: 'share',
    aboveZero: true,
    description: 'Model FLOPs utilisation, which turns `flops` into hours and says nothing of the draw',
  }).optional(),
  energy: quantityField({
    dimensions: ['energy'],
    also: ['boundary', 'instrument'],
    description: 'Electricity, where metered or published; say at which boundary',
  }).optional(),
  power: power.optional(),
  load: load.optional(),
  host_share: hostShare.optional(),
  pue: pue.optional(),
  idle: idle.optional(),
  overhead: overhead.optional(),
  reserved_hours: hours(
    'Accelerator-hours that machines were held, busy or not; for the calendar convention and reserved idle. An endpoint is held for its duration',
  ).optional(),
  idle_power: quantityField({
    dimensions: ['power'],
    also: ['instrument'],
    description: 'Draw of one accelerator with its share of the host, held but not working',
  }).optional(),
  embodied: quantityField({ dimensions: ['emissions'], description: 'Embodied emissions of the phase, as published' }).optional(),
  requests: requests.optional(),
  tokens: quantityField({
    dimensions: ['tokens'],
    bare: true,
    aboveZero: true,
    also: ['key'],
    description: 'Tokens of the period; `key` says which: output, input',
  }).optional(),
  includes: strings('What the hours hold beside the final run: restarts, failed runs; or none').optional(),
  share: quantityField({
    dimensions: ['ratio'],
    bare: true,
    rule: 'share',
    also: ['key'],
    description: 'Share of a phase that several models have in common',
  }).optional(),
  year: year.optional(),
  started: wordFor(
    'Date on which it started, as 2022-03-11; its year alone will do',
    z.string().refine(isDate, 'a date such as 2022-03-11'),
  ).optional(),
  system_boundary: systemBoundary.optional(),
  not_counted: notCounted.optional(),
  cite,
};

export const phase = z
  .strictObject({
    phase: z.enum(phaseKinds).describe('What was done'),
    name: word('Tells phases of one kind apart').optional(),
    ...work,
  })
  .describe('One thing that was done, with its record');

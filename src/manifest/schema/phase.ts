import { z } from 'zod';
import { componentIds, omissionIds, phaseKinds } from '../../assessment/ids.js';
import { facility, host, idle, overhead, pue } from './facility.js';
import { from, sameMachine } from './from.js';
import { accelerators, hardware, hostShare, load, memory, power } from './hardware.js';
import { quantityField } from './quantity.js';
import { cloud, grid, location, region, site, wue } from './site.js';
import { task } from './task.js';
import { choice, cite, count, date, hover, phaseWritten, strings, word, year } from './words.js';

const systemBoundary = z
  .array(choice(componentIds))
  .min(1)
  .register(
    z.globalRegistry,
    hover({
      title: 'System boundary',
      text: 'Components that are counted.',
      absent: 'all: what was not measured is taken from defaults, as far as there are any',
      examples: [['dynamic', 'overhead']],
    }),
  );
const notCounted = z.partialRecord(z.enum([...componentIds, ...phaseKinds, ...omissionIds]), z.string().min(1)).register(
  z.globalRegistry,
  hover({
    title: 'Reasons',
    text: 'Why a component, a phase or another part of the life cycle is not counted.',
    examples: [{ embodied: 'not published' }],
  }),
);

/** What a phase does to machines: time, energy, power, hardware. At the top of a manifest without `phases` it is its only phase. */
export const work = {
  from: from.optional(),
  same_machine: sameMachine.optional(),
  reported: quantityField({
    dimensions: ['emissions'],
    aboveZero: true,
    title: 'Reported total',
    text: 'Emissions as the tool that recorded the run, or its authors, report them. They are compared with the result and never counted.',
    examples: ['8.2 kgCO2e'],
  }).optional(),
  site: z
    .union([word({ title: 'Site', text: 'Name of a site, or a place.', examples: ['jean-zay'] }), site])
    .register(
      z.globalRegistry,
      hover({
        title: 'Site',
        text: 'Where it ran: the name of an entry of `sites`, a place in words, or a site. Beside `phases`, the place at the top (`site`, `location`, `cloud`, `region`, with `grid`, `pue` and `wue`) holds for every phase that gives no place of its own.',
        absent: 'the only entry of `sites`',
        examples: ['aws us-west-2', { location: 'FR', pue: 1.2 }],
      }),
    )
    .optional(),
  location: location.optional(),
  cloud: cloud.optional(),
  region: region.optional(),
  grid: grid.optional(),
  hardware: z
    .union([word({ title: 'Hardware', text: 'Name of hardware, or a device.', examples: ['8 x A100 80GB'] }), hardware])
    .register(
      z.globalRegistry,
      hover({
        title: 'Hardware',
        text: 'What it ran on: the name of an entry of `hardware`, a device in words, or a mapping. One device where words give no number.',
        examples: ['8 x A100 80GB', { accelerator: 'A100 SXM 80GB', power: '400 W' }],
      }),
    )
    .optional(),
  accelerators: accelerators.optional(),
  accelerator_hours: quantityField({
    dimensions: ['time'],
    aboveZero: true,
    bare: true,
    title: 'Accelerator-hours',
    text: 'Accelerators × hours, summed: 8 GPUs for 10 h are 80.',
    absent: '`accelerators` × `duration`, else from `flops`',
    examples: [1082990, '30.84M', '1082990 h'],
  }).optional(),
  duration: quantityField({
    dimensions: ['time'],
    aboveZero: true,
    title: 'Duration',
    text: 'Wall-clock time; for a deployment, the period. Hours of accelerators (`4032 GPU hours`) are taken as `accelerator_hours`.',
    examples: ['3 weeks', '118 d 5 h', '72:30:00', '4032 GPU hours'],
  }).optional(),
  memory: memory.optional(),
  flops: quantityField({
    dimensions: ['compute'],
    aboveZero: true,
    also: ['method'],
    title: 'Operations',
    text: 'Floating-point operations of the whole run. Where no hours are recorded, these are calculated from them. `method` says how they were counted.',
    examples: ['3.14e23 FLOP', { value: '3.86e23 FLOP', method: '6 × parameters × tokens' }],
  }).optional(),
  mfu: quantityField({
    dimensions: ['ratio'],
    bare: true,
    rule: 'share',
    aboveZero: true,
    title: 'MFU',
    text: 'Model FLOPs utilisation, which turns `flops` into hours. It says nothing about power.',
    absent: '35 %, from 20 % to 50 %',
    examples: ['40 %', 0.4],
  }).optional(),
  energy: quantityField({
    dimensions: ['energy'],
    aboveZero: true,
    also: ['boundary', 'instrument'],
    title: 'Energy',
    text: 'Electricity, metered or published. Give `boundary:` to say where it was metered.',
    absent: 'power × accelerator-hours',
    examples: [{ value: '433 MWh', boundary: 'accelerator' }, '433196 kWh'],
  }).optional(),
  unmetered_hours: quantityField({
    dimensions: ['time'],
    aboveZero: true,
    bare: true,
    title: 'Hours without a meter',
    text: 'Accelerator-hours that `energy` does not include, because nothing was measured in them. Their electricity is calculated from the rated power and added.',
    examples: [16, '16 h'],
  }).optional(),
  emissions: quantityField({
    dimensions: ['emissions'],
    aboveZero: true,
    also: ['boundary'],
    title: 'Published emissions',
    text: 'Emissions of the electricity as published, where the energy is unknown. Give `boundary:` and `cite:`.',
    examples: [{ value: '8930 tCO2e', boundary: 'facility', cite: 'model card' }],
  }).optional(),
  power: power.optional(),
  load: load.optional(),
  host: host.optional(),
  host_share: hostShare.optional(),
  pue: pue.optional(),
  facility: facility.optional(),
  wue: wue.optional(),
  idle: idle.optional(),
  overhead: overhead.optional(),
  reserved_hours: quantityField({
    dimensions: ['time'],
    bare: true,
    title: 'Reserved accelerator-hours',
    text: 'Accelerator-hours for which machines were held, busy or not; used by `idle_power` and the calendar convention.',
    absent: 'the busy hours; for a deployment, accelerators × duration',
    examples: [1200000],
  }).optional(),
  idle_power: quantityField({
    dimensions: ['power'],
    also: ['instrument'],
    title: 'Idle power',
    text: 'Power of one accelerator with its share of the host, held but not working.',
    examples: ['60 W'],
  }).optional(),
  embodied: quantityField({
    dimensions: ['emissions'],
    aboveZero: true,
    also: ['by_calendar'],
    title: 'Embodied emissions',
    text: 'Embodied emissions of the phase, as published. `by_calendar` has those by calendar beside those by occupancy.',
    absent: 'calculated from the hardware',
    examples: [{ value: '11.2 tCO2e', by_calendar: '9.5 tCO2e', cite: 'BLOOM paper' }],
  }).optional(),
  requests: quantityField({
    dimensions: ['requests'],
    bare: true,
    aboveZero: true,
    title: 'Requests',
    text: 'Requests answered in the period.',
    examples: [230768, '1.2 million'],
  }).optional(),
  tokens: quantityField({
    dimensions: ['tokens'],
    bare: true,
    aboveZero: true,
    also: ['key'],
    title: 'Tokens',
    text: 'Tokens that a training read, or that a deployment processed in its period; `key` says which ones.',
    examples: [1e9, '7T', { value: 1e9, key: 'output' }],
  }).optional(),
  includes: strings({
    title: 'Includes',
    text: 'What the hours include beside the final run, or `none`.',
    examples: [['restarts', 'failed runs'], 'none'],
  }).optional(),
  runs: count({
    title: 'Runs',
    text: 'Number of runs that the figures of the phase are of, for the checklists of conferences. Nothing is multiplied by it.',
    examples: [5],
  }).optional(),
  share: quantityField({
    dimensions: ['ratio'],
    aboveZero: true,
    bare: true,
    rule: 'share',
    also: ['key'],
    title: 'Share',
    text: 'Share of this model in a phase that several models have in common; `key` says by what it was divided. All that the phase states is of the whole phase: energy, hours, requests, tokens and operations. The model counts with its share of each.',
    absent: '100 %',
    examples: ['25 %', { value: '25 %', key: 'GPU-hours' }],
  }).optional(),
  year: year.optional(),
  started: date({
    title: 'Start',
    text: 'Date on which it started; the year alone is enough.',
    examples: ['2022-03-11', '2022-03', 2022],
  }).optional(),
  task: task.optional(),
  system_boundary: systemBoundary.optional(),
  not_counted: notCounted.optional(),
  notes: strings({
    title: 'Notes',
    text: 'What a reader has to know of the records. Printed in the report among the assumptions; `init` writes here what is odd about a log.',
    examples: [['emissions.csv, line 4: this run overlaps the run of line 3']],
  }).optional(),
  cite,
};

export const phase = z
  .strictObject({
    phase: choice(phaseKinds, { title: 'Kind', text: 'What was done.', examples: ['training'] }, phaseWritten),
    name: word({ title: 'Name', text: 'Name that distinguishes phases of one kind.', examples: ['104B'] }).optional(),
    ...work,
  })
  .register(z.globalRegistry, {
    id: 'phase',
    ...hover({
      title: 'Phase',
      text: 'One thing that was done, with its records.',
      examples: [{ phase: 'training', site: 'FR', hardware: '8 x A100 80GB', duration: '72 h', year: 2023 }],
    }),
  });

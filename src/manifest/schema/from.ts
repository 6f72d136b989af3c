import { z } from 'zod';
import { measurementBoundaries } from '../../assessment/ids.js';
import { trackerIds } from '../../trackers/ids.js';
import { energyPlugins } from '../energy-plugins.js';
import { columns } from './log-columns.js';
import { choice, day, hover, strings, text, word } from './words.js';

export const sameMachine = z.boolean().register(
  z.globalRegistry,
  hover({
    title: 'One machine',
    text: 'Whether runs of the logs that overlap in time are readings of one machine. With `true` the machine counts once, with `false` the runs are added.',
    absent: 'they are added, with a warning',
    examples: [true],
  }),
);

const selection = z
  .strictObject({
    logs: strings({
      title: 'Logs',
      text: 'Paths of the logs, from the folder of this file or absolute, with `*` and `**`.',
      examples: ['logs/*.csv', ['a.csv', 'b.csv']],
    }),
    format: choice(trackerIds, {
      title: 'Format',
      text: 'Format of the logs.',
      absent: 'recognised by their content',
      examples: ['codecarbon'],
    }).optional(),
    project: strings({ title: 'Projects', text: 'Projects in the logs to use.', absent: 'all', examples: ['pretraining'] }).optional(),
    run: strings({ title: 'Runs', text: 'Ids of the runs in the logs to use.', absent: 'all', examples: ['run-7'] }).optional(),
    country: text({ title: 'Country', text: 'Country whose runs to use, as a code.', absent: 'all', examples: ['FRA'] }).optional(),
    since: day({ title: 'First day', text: 'First day of the runs to use.', absent: 'all', examples: ['2023-11-09'] }).optional(),
    until: day({ title: 'Last day', text: 'Last day of the runs to use.', absent: 'all', examples: ['2023-12-24'] }).optional(),
    same_machine: sameMachine.optional(),
    columns: columns.optional(),
    boundary: choice(measurementBoundaries, {
      title: 'Boundary',
      text: 'What the energies or powers of a table include.',
      absent: 'the accelerators where the names of its columns say so, else asked for',
      examples: ['node'],
    }).optional(),
    energy_plugin: choice(energyPlugins, {
      title: 'Energy plugin',
      text: 'Plugin that Slurm took its energy from.',
      examples: [energyPlugins[0]],
    }).optional(),
  })
  .register(
    z.globalRegistry,
    hover({ title: 'Selection', text: 'Logs, and which of their runs to use.', examples: [{ logs: 'emissions.csv', run: 'run-7' }] }),
  );

export const from = z
  .union([
    word({ title: 'Log', text: 'Path of a log, from the folder of this file or absolute.', examples: ['emissions.csv'] }),
    z.array(z.string().min(1)).min(1),
    selection,
  ])
  .register(z.globalRegistry, {
    id: 'from',
    ...hover({
      title: 'Logs of trackers',
      text: 'Logs that fill in the energy, hours, device and place that the phase itself does not give.',
      examples: ['codecarbon/emissions.csv', ['logs/*.csv'], { logs: 'emissions.csv', project: 'pretraining' }],
    }),
  });

export type ParsedFrom = z.output<typeof from>;
export type Selection = z.output<typeof selection>;

/** One form for the three that people write. */
export function selectionOf(written: ParsedFrom): Selection {
  return typeof written === 'string' || Array.isArray(written) ? { logs: written } : written;
}

import { z } from 'zod';
import { trackerIds } from '../../trackers/ids.js';
import { energyPlugins } from '../energy-plugins.js';
import { columns } from './log-columns.js';
import { isDate, strings, text, word } from './words.js';

const date = (description: string) =>
  z
    .string()
    .refine((value) => value.length === 10 && isDate(value), 'a date such as 2023-11-09')
    .describe(description)
    .optional();

const selection = z
  .strictObject({
    logs: strings('Logs: paths from this file on, with `*` and `**`'),
    format: z.enum(trackerIds).describe('Format, where it cannot be told from the log').optional(),
    project: strings('Projects of the log to take; all where absent').optional(),
    run: strings('Run ids of the log to take; all where absent').optional(),
    country: text('Country whose runs to take, as FRA').optional(),
    since: date('First day of the runs to take'),
    until: date('Last day of the runs to take'),
    columns: columns.optional(),
    energy_plugin: z.enum(energyPlugins).describe('Plugin that Slurm took its energy from').optional(),
  })
  .describe('Logs, and which of their runs');

export const from = z
  .union([word('A log'), z.array(z.string().min(1)).min(1), selection])
  .describe('Logs of trackers (`logs/*.csv`): what they say stands where the phase itself says nothing');

export type ParsedFrom = z.output<typeof from>;
export type Selection = z.output<typeof selection>;

/** One form for the three that people write. */
export function selectionOf(written: ParsedFrom): Selection {
  return typeof written === 'string' || Array.isArray(written) ? { logs: written } : written;
}

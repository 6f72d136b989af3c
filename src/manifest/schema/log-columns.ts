import { z } from 'zod';
import { hover, text } from './words.js';

/** What a column of a table can mean. */
export const columnMeanings = ['energy', 'duration', 'emissions', 'ended', 'started', 'project', 'accelerators'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const column = z
  .union([
    text({ title: 'Column', text: 'Name of the column, with its unit in brackets.', examples: ['energy (kWh)'] }),
    z.strictObject({
      column: text({ title: 'Column', text: 'Name of the column.', examples: ['energy'] }),
      unit: text({ title: 'Unit', text: 'Unit of its numbers.', examples: ['kWh'] }),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'column',
    ...hover({ title: 'Column', text: 'A column of a table, with its unit.', examples: ['energy (kWh)'] }),
  });

const meanings = Object.fromEntries(columnMeanings.map((meaning) => [meaning, column.optional()])) as Record<
  ColumnMeaning,
  z.ZodOptional<typeof column>
>;

/** Columns of a table by what they mean. */
export const columns = z
  .strictObject({
    ...meanings,
    time: text({
      title: 'Time',
      text: 'Column with the time of each power: ISO 8601, since 1970, or since the start, with its unit in brackets where it has one.',
      examples: ['time (s)'],
    }).optional(),
    power: z
      .union([column, z.array(column).min(1)])
      .register(
        z.globalRegistry,
        hover({
          title: 'Power',
          text: 'Columns with a power over time, from which the energy is integrated; `*` stands for any text. Each is a device.',
          examples: ['power (W)', 'gpu.*.powerWatts (W)', ['gpu0 (W)', 'gpu1 (W)']],
        }),
      )
      .optional(),
    device: text({ title: 'Device', text: 'Column with the device of each power.', examples: ['gpu'] }).optional(),
  })
  .register(
    z.globalRegistry,
    hover({
      title: 'Columns',
      text: 'Which column of a table means what: an energy in each row, or a power over time.',
      absent: 'recognised by their names',
      examples: [{ energy: 'used (kWh)' }, { time: 'time (s)', power: 'power (W)', device: 'gpu' }],
    }),
  );
export type ColumnMap = z.output<typeof columns>;

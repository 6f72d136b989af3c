import { z } from 'zod';
import { hover, text } from './words.js';

/** What a column of a table can mean. */
export const columnMeanings = ['energy', 'duration', 'emissions', 'ended', 'started', 'project', 'accelerators'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const column = z.union([
  text({ title: 'Column', text: 'Name of the column, with its unit in brackets.', examples: ['energy (kWh)'] }),
  z.strictObject({
    column: text({ title: 'Column', text: 'Name of the column.', examples: ['energy'] }),
    unit: text({ title: 'Unit', text: 'Unit of its numbers.', examples: ['kWh'] }),
  }),
]);

/** Columns of a table by what they mean. */
export const columns = z.partialRecord(z.enum(columnMeanings), column).meta(
  hover({
    title: 'Columns',
    text: 'Which column of a table means what.',
    absent: 'recognised by their names',
    examples: [{ energy: 'used (kWh)' }],
  }),
);
export type ColumnMap = z.output<typeof columns>;

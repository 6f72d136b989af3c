import { z } from 'zod';

/** What a column of a table can mean. */
export const columnMeanings = ['energy', 'duration', 'emissions', 'ended', 'started', 'project', 'accelerators'] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

const column = z.union([
  z.string().min(1).describe('Name of the column, with its unit in brackets: `energy (kWh)`'),
  z.strictObject({ column: z.string().min(1).describe('Name of the column'), unit: z.string().min(1).describe('Its unit, as kWh') }),
]);

/** Columns of a table by what they mean. */
export const columns = z.partialRecord(z.enum(columnMeanings), column).describe('Which column means what: { energy: used (kWh) }');
export type ColumnMap = z.output<typeof columns>;

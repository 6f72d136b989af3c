import { InputError } from '../../diagnostics/diagnostic.js';
import { messages } from '../messages.js';
import type { Layout, TimeKind } from './layout.js';
import { type NamedColumns, tableLayout } from './table-layout.js';

/** The columns of a Parquet file, and its first rows as text. */
export interface ParquetHead {
  readonly names: readonly string[];
  readonly types: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * The layout of a Parquet file. What a time is, its type says; where it is a number or a text, its first rows.
 *
 * @throws {InputError} Where the columns are unknown.
 */
export function parquetLayout({ names, types, rows }: ParquetHead, columns: NamedColumns): Layout {
  if (rows.length === 0) throw new InputError([messages.noTelemetryRows()]);
  const layout = tableLayout({ storage: 'parquet', names, delimiter: '', decimalComma: false, isPadded: false, rows }, columns, 'parquet');
  if (layout === undefined) throw new InputError([messages.unknownTelemetry(names)]);
  const [at = 0] = layout.time.at;
  const kind = kindOf(types[at] ?? '');
  return { ...layout, types, time: kind === undefined ? layout.time : { at: [at], kind, factor: 1 } };
}

function kindOf(type: string): TimeKind | undefined {
  if (/^TIMESTAMP WITH TIME ZONE/.test(type)) return 'zoned';
  return /^TIMESTAMP|^DATE/.test(type) ? 'local' : undefined;
}

import type { Stored } from '../../../io/duckdb/index.js';
import type { Layout } from '../../../telemetry/files/layout.js';

/** A file with its name in the work folder. */
export interface Linked {
  readonly file: string;
  readonly link: string;
  readonly stored: Stored;
}

/** A file of telemetry, and what its rows have. */
export interface Source extends Linked {
  readonly layout: Layout;
  /** About how many rows it has, to show progress; absent for a compressed text. */
  readonly rows: number | undefined;
}

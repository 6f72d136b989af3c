import type { SampleKind } from '../integral-sql.js';

/** How a file stores its rows. */
export type Storage = 'csv' | 'json' | 'parquet' | 'words';

/** What a time is: of a clock without a zone, with one, or counted from 1970. */
export type TimeKind = 'local' | 'zoned' | 'epoch';

export interface TimeColumn {
  /** At its place in the table; of `words`, several that are joined by a blank. */
  readonly at: readonly number[];
  readonly kind: TimeKind;
  /** Microseconds of the unit of a number. */
  readonly factor: number;
}

export interface ValueColumn {
  readonly at: number;
  /** Size of its unit in W, or in J. */
  readonly size: number;
  /** The unit that stands in each cell, where one does. */
  readonly cellUnit: string | undefined;
  /** The device, where the column has its name. */
  readonly device: string | undefined;
}

/** What the rows of a file have. Files of one layout are read together. */
export interface Layout {
  /** As the measurement file names it. */
  readonly format: string;
  readonly storage: Storage;
  readonly kind: SampleKind;
  /** Names of all columns, in order. */
  readonly names: readonly string[];
  /** Of a table in text: the sign between cells, and whether numbers have a decimal comma. */
  readonly delimiter: string;
  readonly decimalComma: boolean;
  readonly time: TimeColumn;
  readonly values: readonly ValueColumn[];
  readonly device: number | undefined;
  readonly host: number | undefined;
  readonly model: number | undefined;
  /** The number of the device in its machine, where `device` is another name. */
  readonly label: number | undefined;
}

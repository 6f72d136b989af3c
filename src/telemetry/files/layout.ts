import type { SampleKind } from '../integral-sql.js';

/** How a file stores its rows: `words` are columns of text between blanks. */
export type Storage = 'csv' | 'json' | 'parquet' | 'words';

/** What a time is: of a clock without a zone, with one, or counted from 1970. */
export type TimeKind = 'local' | 'zoned' | 'epoch';

export interface TimeColumn {
  /** Its place in the table; of `words`, a date and a clock may be two. */
  readonly at: readonly number[];
  readonly kind: TimeKind;
  /** Microseconds of the unit of a number. */
  readonly factor: number;
}

export interface ValueColumn {
  readonly at: number;
  /** Its name, for messages. */
  readonly name: string;
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
  /** Types of the columns in a database; of text, absent. */
  readonly types?: readonly string[] | undefined;
  /** Of a table in text: the sign between cells. */
  readonly delimiter: string;
  /** Whether numbers have a decimal comma. */
  readonly decimalComma: boolean;
  /** Whether blanks stand around cells. */
  readonly isPadded: boolean;
  /** Cells of the beginning that say that a value was not read. */
  readonly unread: readonly string[];
  readonly time: TimeColumn;
  readonly values: readonly ValueColumn[];
  readonly device: number | undefined;
  readonly host: number | undefined;
  readonly model: number | undefined;
  /** The number of the device in its machine, where `device` is another name. */
  readonly label: number | undefined;
  /** A word that the rows of devices have at a place, where other rows stand between them. */
  readonly marked?: { readonly at: number; readonly word: string } | undefined;
  /** What the powers include, where the tool says so by being what it is. */
  readonly boundary: 'accelerator' | undefined;
}

import { error, note, warning } from '../diagnostics/message.js';

/** A text from a log, in quotes and cut to what one line can show. */
export const quoted = (text: string): string => JSON.stringify(text.slice(0, 60));

/** What several readers report of a log. A reader's own messages are beside it. */
export const messages = {
  // Tables and lines
  cellCount: (cells: number, columns: number) =>
    error('cell-count', `This row has ${cells} cells, and there are ${columns} columns.`, {
      expected: 'one cell for each column',
      note: cells > columns ? 'Two rows may have been joined.' : 'Its cells may have shifted to other columns.',
    }),
  notCsv: (reason: string) =>
    error('not-csv', `Invalid CSV: ${reason}.`, { expected: 'rows of cells separated by commas, with every quote closed' }),
  rowTooLong: (limit: string) => error('row-too-long', `This row is longer than ${limit}.`, { expected: 'a line break after each row' }),
  missingColumn: (column: string, found: readonly string[]) =>
    error('missing-column', `Missing column \`${column}\`.`, { expected: `\`${column}\` beside ${found.slice(0, 6).join(', ')} …` }),
  columnTwice: (name: string) =>
    error('column-twice', `Duplicate column ${quoted(name)}.`, { expected: 'a different name for each column' }),
  noRows: () => error('no-rows', 'The log has a header and no rows.', { expected: 'a row for each run' }),
  notANumber: (column: string, text: string) =>
    error('log-not-a-number', `\`${column}\` is not a number: ${quoted(text)}.`, {
      expected: 'digits with a decimal point, such as 0.0123',
      note: /^-?\d+,\d+\D*$/.test(text)
        ? 'The comma may be a decimal comma, or separate thousands. Save the table with decimal points.'
        : undefined,
    }),
  negative: (column: string, value: number) =>
    error('log-negative', `\`${column}\` is negative: ${value}.`, { expected: 'a number that is 0 or greater' }),
  decimalCommas: (example: string) =>
    note(
      'decimal-commas',
      `Semicolons or tabs separate the cells, and numbers have decimal commas, as a spreadsheet saves them: ${quoted(example)} was read as ${quoted(example.replace(',', '.'))}.`,
    ),
  mixedDecimals: (text: string) =>
    error('mixed-decimals', `${quoted(text)} has a point, and other numbers of this table have decimal commas.`, {
      expected: 'the table saved with decimal points throughout',
      note: 'The point may separate thousands.',
    }),
  badCell: (column: string, text: string, expected: string) =>
    error('log-shifted', text === '' ? `\`${column}\` is missing or invalid.` : `\`${column}\` is invalid: ${quoted(text)}.`, {
      expected,
      note: text === '' ? undefined : 'The cells of this row may have shifted to other columns.',
    }),
  rowWithoutTime: () => note('row-without-time', 'This row has neither a duration nor an energy. It was skipped.'),
  unfinishedRow: () =>
    warning('unfinished-row', 'The last row does not end with a line break.', { note: 'Its last cell may have been cut.' }),
  repeatedHeader: () => warning('repeated-header', 'The header is repeated here, so two logs were joined. It was skipped.'),

  otherHeader: (cells: number, columns: number) =>
    error(
      'other-header',
      `Another header begins here, with ${cells} cells where the first has ${columns}: two logs of two versions of the tool were joined.`,
      { expected: 'a file for each version' },
    ),

  // Times
  excelTime: (column: string, text: string) =>
    error('excel-time', `\`${column}\` is ${quoted(text)}: Excel saved the time as minutes and seconds, so its date is lost.`, {
      expected: 'the log as the tool wrote it, before Excel saved it',
    }),
  badTime: (text: string) => error('log-time', `Invalid time: ${quoted(text)}.`, { expected: 'a time such as 2024/10/13 03:33:31.779' }),
  unclearTime: (column: string) => warning('unclear-time', `\`${column}\` is not a time such as 2023-11-09T15:13:33. It was ignored.`),
  backwards: () =>
    error('log-backwards', 'The time is earlier than in the row before.', {
      expected: 'rows of each GPU in chronological order',
      note: 'A clock may have been set back, or two logs may have been joined.',
    }),

  // Texts that are read whole
  tooLarge: (limit: string) =>
    error('log-too-large', `The file is longer than ${limit}. This format can only be read whole.`, { expected: 'a smaller file' }),
  notJson: () => error('log-not-json', 'Invalid JSON from here on. The file may be cut.', { expected: 'one complete JSON value' }),
  wrongShape: (name: string, expected: string) => error('log-shape', `Invalid \`${name}\`.`, { expected }),
  figureAsText: (name: string, text: string) =>
    error('log-figure-as-text', `\`${name}\` is the text ${quoted(text)}, not a number.`, { expected: 'the number without quotes' }),
  quotedNumber: (name: string) => note('log-quoted-number', `\`${name}\` is a number in quotes. It is read as the number.`),
  columnUnit: (meaning: string, unit: string, example: string) =>
    error(
      'column-unit',
      unit === ''
        ? `The column given for \`${meaning}\` has no unit.`
        : `The column given for \`${meaning}\` has the unit ${quoted(unit)}, which does not fit.`,
      { expected: `a unit in brackets, such as \`${meaning}: used (${example})\`` },
    ),

  // Energy and power
  nothingMeasured: () =>
    error('nothing-measured', 'Nothing was measured: every power or energy in this log is 0 or missing.', {
      expected: 'a log with a power or energy above 0',
      note: 'The tool may have had no meter, or no permission to read it. Without a log, `hardware:` and `duration:` are enough.',
    }),
  notMeasured: (what: string) =>
    warning('not-measured', `${what} has an energy of 0 kWh, so it was not measured. The energy of the log does not include it.`, {
      note: 'GPUs without an energy counter, WSL and Jetson report 0.',
    }),
  pueBelowOne: (pue: number) => error('log-pue', `Invalid PUE ${pue}: below 1.`, { expected: 'a PUE of 1 or more' }),
  hiddenPue: () =>
    warning('hidden-pue', 'The energy includes the PUE that the tool was given, and the log does not state it. By default it is 1.', {
      note: 'If another PUE was set, divide the energy by it and give it as `pue:`.',
    }),
  tooMuchPower: (what: string, watts: number, max: number) =>
    warning('too-much-power', `The average power of ${what} was ${watts} W, which is more than ${max} W.`, {
      note: 'The tool may have taken a rating for each core, or it does not know the processor.',
    }),
  worldAverage: (value: number, country: string | undefined) =>
    warning(
      'world-average',
      `The tool's own emissions imply ${value} g/kWh, a world average that it uses without a warning; ${country === undefined ? 'it had no location' : `the location is ${country}`}.`,
    ),
  severalModels: (text: string) =>
    warning('several-accelerators', `${JSON.stringify(text)} names several GPU models. None of them was used.`),

  // Runs
  farApart: (runs: number) =>
    error(
      'run-far-apart',
      `A run continues here after ${runs} other runs have begun, so its rows can't be told from those of another run.`,
      {
        expected: 'the rows of a run near one another, as the tool appends them',
      },
    ),
} as const;

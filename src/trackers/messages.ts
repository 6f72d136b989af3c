import type { Message } from '../diagnostics/message.js';

const error = (id: string, message: string, expected: string, note?: string): Message => ({
  id,
  severity: 'error',
  message,
  expected,
  ...(note !== undefined && { note }),
});
const note = (id: string, message: string, more?: string): Message => ({
  id,
  severity: 'note',
  message,
  ...(more !== undefined && { note: more }),
});
const warning = (id: string, message: string, note?: string): Message => ({
  id,
  severity: 'warning',
  message,
  ...(note !== undefined && { note }),
});

/** Every sentence on a log. */
export const messages = {
  cellCount: (cells: number, columns: number) =>
    error(
      'cell-count',
      `This row has ${cells} cells under ${columns} columns.`,
      'as many cells as columns',
      cells > columns ? 'Two rows may have run into one.' : 'Its cells may have shifted: none can be told from the next.',
    ),
  notCsv: (reason: string) => error('not-csv', `This is not CSV: ${reason}`, 'rows of cells between commas, quotes in pairs'),
  rowTooLong: (limit: string) => error('row-too-long', `This row is longer than ${limit}.`, 'rows with a line break between them'),
  missingColumn: (column: string, found: readonly string[]) =>
    error('missing-column', `There is no column \`${column}\`.`, `it beside ${found.slice(0, 6).join(', ')} …`),
  noRows: () => error('no-rows', 'The log has a header and no row.', 'a row for each run'),
  notANumber: (column: string, text: string) =>
    error(
      'log-not-a-number',
      `\`${column}\` is ${JSON.stringify(text.slice(0, 60))}, which is no number.`,
      'digits with a decimal point, as 0.0123',
      /^\d+,\d+$/.test(text) ? 'It may have a decimal comma: no cell of the row can then be trusted.' : undefined,
    ),
  negative: (column: string, value: number) => error('log-negative', `\`${column}\` is ${value}.`, 'nothing below 0'),
  badCell: (column: string, text: string, expected: string) =>
    error('log-shifted', `\`${column}\` is ${JSON.stringify(text.slice(0, 60))}.`, expected, 'The cells of this row may have shifted.'),
  sumOfParts: (sum: number, total: number) =>
    error(
      'sum-of-parts',
      `CPU, GPU and RAM are ${sum} kWh together, and \`energy_consumed\` says ${total} kWh.`,
      'a total that is their sum',
    ),
  shrinking: (before: number, after: number) =>
    error('not-cumulative', `The run's energy falls from ${before} to ${after} kWh.`, 'rows of one run that add to those above'),
  pueBelowOne: (pue: number) => error('log-pue', `\`pue\` is ${pue}.`, '1 or more'),
  cumulative: (rows: number) => warning('cumulative-rows', `${rows} rows are one run, each with the total so far; the last was taken.`),
  unfinishedRow: () =>
    warning('unfinished-row', 'The last row has no line break behind it.', 'A row that was cut within its last cell looks like this too.'),
  repeatedHeader: () => warning('repeated-header', 'The header stands here again: two logs were joined. It was passed over.'),
  notMeasured: (what: string) =>
    warning(
      'not-measured',
      `${what} has an energy of 0 kWh, which means that it was not measured; it is not counted.`,
      'Cards without an energy counter, WSL and Jetson report 0.',
    ),
  guessedPower: () =>
    warning('guessed-power', 'The CPU drew 42.5 W throughout, which CodeCarbon takes for a processor that it does not know.'),
  overlap: (line: number) =>
    warning('overlap', `This run was going on at the same time as that of line ${line}. On one machine each is charged with all of it.`),
  worldAverage: (value: number, country: string | undefined) =>
    warning(
      'world-average',
      `The tool's own emissions imply ${value} g/kWh, a world average that it falls back to without a word; ${country === undefined ? 'it knew no place' : `the place is ${country}`}.`,
    ),
  farApart: (runs: number) =>
    error(
      'run-far-apart',
      `A run goes on here after ${runs} others have begun, so that its rows can't be told from those of another.`,
      'rows of one run near one another, as the tool appends them',
    ),
  reckonedRam: () =>
    note('reckoned-ram', 'More than a tenth of the energy is of memory, which CodeCarbon reckons from its size and does not measure.'),
  noRegion: () => note('no-region', 'The log names a country and no region, as offline trackers do; the grid is that of the country.'),
  columnsMoved: () =>
    note(
      'columns-moved',
      'Columns stand in another order than the tool documents (3.1 to 3.2.3 write them so); each was read by its name.',
    ),
  muchRam: () =>
    warning(
      'much-ram',
      'Memory has more than a third of the energy.',
      'CodeCarbon does not measure memory: it reckons 3 W for 8 GB, or 5 W a module.',
    ),
  tooMuchPower: (what: string, watts: number, most: number) =>
    warning(
      'too-much-power',
      `${what} drew ${watts} W on average, more than ${most} W.`,
      'The rating that CodeCarbon took may be of each core, or the processor unknown to it.',
    ),
  badTime: (text: string) =>
    error('log-time', `${JSON.stringify(text.slice(0, 60))} is no time.`, 'a time such as 2024/10/13 03:33:31.779'),
  backwards: () =>
    error('log-backwards', 'The time goes back here.', 'rows of one GPU in the order of time', 'Clocks that were set, or two logs in one.'),
  unitOfPower: (text: string) =>
    error(
      'log-unit',
      `A power of ${JSON.stringify(text.slice(0, 60))} has no unit that is known.`,
      'watts, as `22.89 W`, or `[W]` in the header',
    ),
  noHeader: () =>
    error(
      'no-header',
      'This log of nvidia-smi was written with `noheader`, so that no column is known.',
      'its columns in a first line, as they were asked for: `timestamp, index, name, power.draw [W]`',
    ),
  zeusProfile: () =>
    error('zeus-profile', 'This is a profile of power limits, and no log of a run.', "the file that ZeusMonitor's `log_file` names"),
  noPower: () => error('no-power', 'No GPU has two powers in this log.', 'rows with `power.draw` that are numbers'),
  unevenSamples: (shortest: string, longest: string) =>
    note('uneven-samples', `Samples are ${shortest} to ${longest} s apart; the power between two is taken for a straight line.`),
  machineClock: () => note('machine-clock', 'Times are those of a clock of the machine, which is no date; the year is not known.'),
  oldUnit: (unit: string) => note('old-unit', `The energy is in ${unit}, as reports of older formats have it; it was converted to kWh.`),
  noGpuColumn: () =>
    error(
      'no-gpu-column',
      'Several rows have one time, and no column says which GPU each is of.',
      'a column `index`, `uuid` or `pci.bus_id`',
    ),
  noReading: (rows: number) => warning('no-reading', `${rows} rows have no power (N/A); the time between was bridged by a straight line.`),
  gaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count} times nothing was recorded for over a minute, ${longest} s at the longest; it was bridged by a straight line.`,
    ),
  windowsOverlap: (name: string, other: string, line: number) =>
    error(
      'windows-overlap',
      `The window ${JSON.stringify(name)} lies over ${JSON.stringify(other)} of line ${line}: their energies hold one another.`,
      'a log with the rows of one of them',
    ),
  severalModels: (text: string) => warning('several-accelerators', `${JSON.stringify(text)} names several kinds of card; none was taken.`),

  // What runs come to together
  severalDevices: (names: readonly string[]) =>
    warning(
      'several-devices',
      `The runs had ${names.slice(0, 5).join(', ')}; none was taken.`,
      'A phase for each, or `hardware:` says which.',
    ),
  unknownDevice: (name: string) =>
    warning(
      'unknown-device',
      `Our tables don't know ${JSON.stringify(name)}, so that making it is not counted.`,
      '`hardware:` with a device that `carboncard factors` finds, or its embodied emissions.',
    ),
  severalYears: (years: readonly string[], taken: string) =>
    warning(
      'several-years',
      `The runs are of ${years.join(', ')}; the grid is that of ${taken}, which has the most.`,
      'A phase for each year.',
    ),
  severalBoundaries: (boundaries: readonly string[]) =>
    error(
      'several-boundaries',
      `The runs were metered at different boundaries (${boundaries.join(', ')}), so that their energies don't add.`,
      'a phase for each of them',
    ),
  severalMeasures: (methods: readonly string[]) =>
    error(
      'alternative-measures',
      `The measures (${methods.slice(0, 5).join(', ')}) may be of the same energy, so that they don't add.`,
      'one of them, chosen by `project` in `from`',
    ),
  partlyMetered: () => warning('partly-metered', 'Some of the runs have no energy; theirs is missing from the sum.'),

  // Formats that are read whole, and columns that a person names
  tooLarge: (limit: string) => error('log-too-large', `The file is longer than ${limit}, and can only be read whole.`, 'a part of it'),
  notJson: () => error('log-not-json', 'This is not JSON from here on; the file may be cut.', 'one value in JSON, complete'),
  wrongShape: (name: string, expected: string) => error('log-shape', `\`${name}\` is something else than it should be.`, expected),
  figureAsText: (name: string, text: string) =>
    error(
      'log-figure-as-text',
      `\`${name}\` is the text ${JSON.stringify(text.slice(0, 60))}, and no number.`,
      'the number without quotes',
    ),
  columnUnit: (meaning: string, unit: string, example: string) =>
    error(
      'column-unit',
      unit === ''
        ? `The column that is named for \`${meaning}\` has no unit.`
        : `The column that is named for \`${meaning}\` has the unit ${JSON.stringify(unit.slice(0, 60))}, which does not fit.`,
      `a unit in brackets, as \`${meaning}: used (${example})\``,
    ),

  // BoAmps
  noMeasures: () => error('boamps-no-measures', 'The report has no measures.', '`measures`, a list with `powerConsumption` in each'),
  noConsumption: () => error('boamps-no-energy', 'This measure has no `powerConsumption`.', 'its energy in kWh'),
  unknownEnergyUnit: (unit: string) =>
    error('log-unit', `The energy has the unit ${JSON.stringify(unit.slice(0, 60))}, which is not known.`, 'Wh, kWh, MWh, MJoule, kJ or J'),
  alternatives: (count: number) =>
    warning(
      'alternative-measures',
      `The report has ${count} measures of one task; they may be of the same energy, and are not added.`,
      'Take the one whose boundary is known best.',
    ),
  unclearTime: (column: string) => warning('unclear-time', `\`${column}\` is no time such as 2023-11-09T15:13:33; it was left out.`),

  // Impact Framework
  impactFailed: () =>
    error('impact-failed', '`execution.status` is `fail`: this run of Impact Framework did not end.', 'a manifest whose run succeeded'),
  impactNoTree: () => error('impact-no-tree', 'The manifest has no `tree` with children.', '`tree: { children: … }`, with outputs in it'),
  impactNoOutputs: () =>
    error(
      'impact-no-outputs',
      'The manifest has no outputs: it was not run yet.',
      'the file that `if-run -m manifest.yml -o outputs.yml` writes',
    ),
  impactNoEnergy: (name: string, found: readonly string[]) =>
    error(
      'impact-no-energy',
      `No output has \`${name}\`.`,
      `a column that is named for it, as \`columns: { energy: ${found[0] ?? 'cpu/energy'} (kWh) }\``,
      found.length === 0 ? undefined : `The outputs have ${found.map((key) => `\`${key}\``).join(', ')}.`,
    ),
  impactChildNoEnergy: (name: string) =>
    warning('impact-child-no-energy', `The outputs of this child have no \`${name}\`; it is not counted.`),
  impactChildNoOutputs: () => warning('impact-child-no-outputs', 'This child has no outputs; it is not counted.'),
  impactSomeMissing: (name: string, step: number) =>
    error('impact-step', `Step ${step} has no \`${name}\`, and others have.`, 'it in every step, or in none'),
  impactTooDeep: () =>
    error('impact-too-deep', 'The text is nested too deep to be read.', 'children within children, some ten deep at most'),
  impactOverlap: () =>
    warning(
      'impact-overlap',
      'Steps of this child go on at the same time: several machines are in one list.',
      'Their energies are added; the hours are those on the clock.',
    ),
  impactOtherIntensity: (times: string) =>
    warning(
      'impact-other-intensity',
      `The emissions of this child are ${times} times its energy × \`grid/carbon-intensity\`.`,
      'A PUE or a share may be in them, or the energy may have another unit than kWh.',
    ),
  columnNotRead: (meaning: string) =>
    warning('column-not-read', `A column is named for \`${meaning}\`, which is not read from this format.`),

  // Slurm
  slurmFixedWidth: () =>
    error(
      'slurm-fixed-width',
      'This is the table that sacct prints for reading: cells that are too long are cut.',
      'the output of `sacct -P`',
    ),
  slurmUnknownPlugin: (name: string, known: readonly string[]) =>
    error('slurm-energy-plugin', `No energy plugin of Slurm is called ${JSON.stringify(name.slice(0, 60))}.`, known.join(', ')),
  slurmNoJobs: () => error('slurm-no-jobs', 'No job here has run.', 'jobs that have ended, with the time that they took'),
  slurmApart: (jobs: number) =>
    error('slurm-steps-apart', `A step stands here after ${jobs} jobs that follow its own.`, 'steps near their job, as sacct lists them'),
  slurmEnergies: (raw: number, rounded: number) =>
    error(
      'slurm-energies',
      `\`ConsumedEnergyRaw\` is ${raw} J, and \`ConsumedEnergy\` says ${rounded} J.`,
      'one energy in both',
      'The cells of this row may have shifted.',
    ),
  slurmGpuEnergy: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was left out: it had GPUs, and Slurm does not say whether they are in it.',
      'It depends on the plugin that the cluster runs (`scontrol show config`, AcctGatherEnergyType). Name it: `energy_plugin:` in `from`, or `--energy-plugin`.',
    ),
  slurmRaplOfGpuJob: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was left out: it had GPUs, and `rapl` meters processors and memory alone.',
      'Most of its electricity would be missing.',
    ),
  slurmUnknownGpus: () =>
    warning(
      'slurm-energy-of-gpu-job',
      'The energy of this job was left out: nothing says whether it had GPUs, and so whether they would be in it.',
      'Add AllocTRES to the columns, or name a plugin that meters them (`energy_plugin:` in `from`, or `--energy-plugin`).',
    ),
  slurmNoGpus: () => warning('slurm-no-gpus', 'The energy of this job was left out: the plugin meters GPUs, and it had none.'),
  slurmUnknownBoundary: () =>
    warning(
      'slurm-boundary',
      'What the energy of this job covers is not known.',
      'It depends on the plugin that the cluster runs. Name it: `energy_plugin:` in `from`, or `--energy-plugin`.',
    ),
  slurmShared: () =>
    warning(
      'slurm-not-exclusive',
      "The energy is that of the whole node while the job ran. It is the job's own only where nobody else had a part of it.",
      'Whether the allocation was exclusive is not in the accounting.',
    ),
  slurmNoEnergy: () => warning('slurm-no-energy', 'This job has no energy, or one of 0: it was not metered. Its time is taken without it.'),
  slurmStepEnergy: () =>
    warning('slurm-step-energy', "The energy of this job is that of its largest step: steps lie over one another, and don't add."),
  slurmFailed: () =>
    warning('slurm-failed', 'This job failed, or was cancelled or stopped. It is counted, since its electricity was drawn.'),
  slurmRunning: () => warning('slurm-running', 'This job has not ended. It is counted as far as it went.'),
  slurmTwice: () => warning('slurm-twice', 'This row stands here again, and is counted once.'),
  slurmAgain: () =>
    warning(
      'slurm-again',
      'A job has this number a second time, with other figures; both are counted.',
      'It was requeued, or it was still going on when part of this was written: then take out the earlier row.',
    ),

  // Hugging Face Trainer
  trainingNotEnded: () =>
    error(
      'training-not-ended',
      'No training has ended here: there is no `train_runtime`.',
      'the results of a training, or the state that it left at its end',
    ),
  trainedAgain: (parts: number) =>
    warning(
      'trained-again',
      `The history has ${parts} trainings; the time is that of the last alone.`,
      'The others were before it was resumed, or are other trainings.',
    ),
  lastSegment: () =>
    warning(
      'last-segment',
      'Rate and time are not of the same samples: the training was probably resumed, and the time is that of the last part alone.',
      '`duration:` with all of the time.',
    ),
  noHardware: () =>
    warning(
      'no-hardware-named',
      'The Trainer names neither hardware nor the number of accelerators, and measures no electricity.',
      '`hardware: 8 x A100 80GB` beside it.',
    ),

  // A table whose columns are named
  noEnergyColumn: () =>
    error('no-energy-column', 'Nobody has named the column that is the energy.', '`columns: { energy: used (kWh) }` beside the logs'),
  noSuchColumn: (name: string, near: string | undefined, found: readonly string[]) =>
    error(
      'missing-column',
      `There is no column ${JSON.stringify(name)}.`,
      near === undefined ? `one of ${found.slice(0, 12).join(', ')}` : `${JSON.stringify(near)}, perhaps`,
    ),
  columnTwice: (name: string) => error('column-twice', `Two columns are called ${JSON.stringify(name)}.`, 'names that differ'),
  emptyCell: (column: string) => error('empty-cell', `\`${column}\` is empty.`, 'the energy of each run'),

  // carbontracker
  badDuration: (text: string) =>
    error('log-duration', `${JSON.stringify(text.slice(0, 60))} is no duration.`, 'hours, minutes and seconds, as 0:02:21.90'),
  noWatts: (component: string) =>
    warning('not-measured', `The power of the ${component} was not measured in this epoch; it is not counted.`),
  epochWithoutTime: (count: number) =>
    warning('epoch-without-time', `${count === 1 ? 'One epoch has' : `${count} epochs have`} watts and no duration; not counted.`),
  noEpochs: () =>
    error('no-epochs', 'No epoch was finished in this log, and no consumption stands in it.', 'watts and a duration for an epoch'),
  onlyPredicted: () =>
    error(
      'only-predicted',
      'The log holds a prediction alone, which nobody measured.',
      'a block `Actual consumption`, or the standard log beside it',
    ),
  interrupted: () =>
    warning('interrupted', 'The training was interrupted before all epochs were monitored: the energy is of those that were.'),
  pueOfTool: (pue: number) =>
    note('pue-of-tool', `The tool reckons with a PUE of ${pue}, an average of data centres; it is taken until \`pue:\` says another.`),
  unstatedPue: () =>
    warning(
      'unstated-pue',
      'The energy holds a PUE that this log does not state, so that it is taken as that of the facility.',
      'The standard log beside it has the watts without one.',
    ),
  otherEnergy: (stated: number, own: number) =>
    warning('other-energy', `Watts and durations come to ${own} kWh, and the log itself says ${stated} kWh without its PUE.`),

  // Eco2AI
  rowNotMeasured: () => warning('not-measured', 'This row has no energy, or 0 kWh: nothing was measured; it is not counted.'),
  hiddenPue: () =>
    warning(
      'hidden-pue',
      'The energy holds the PUE that the tool was given, which the log does not store: 1, unless somebody set it.',
      'If one was set, divide the energy by it, and give it as `pue:`.',
    ),
  writtenAnew: () =>
    warning('written-anew', 'This run stands here again without an epoch, as the tool writes its row anew; the last counts.'),
  oddIntensity: (value: number) =>
    warning(
      'odd-intensity',
      `The tool's own emissions imply ${Number(value.toPrecision(3))} g/kWh, which no grid has.`,
      'Units may be mixed.',
    ),

  // experiment-impact-tracker
  cutLine: () => warning('cut-line', 'The last line is cut; it was passed over.', 'A process that was stopped while it wrote leaves this.'),
  noSamples: () =>
    error('no-samples', 'No two samples here have a power, so that there is no energy.', 'lines with watts of processors or cards'),
  attributedPower: () =>
    note(
      'attributed-power',
      'Power is the share that the tool gives the process; what else the machine drew is not in it, and neither is the PUE of 1.58.',
      'Nothing is known of the time before the first sample.',
    ),
  missingReadings: (part: string, count: number) =>
    warning('no-reading', `${count} samples have no power of the ${part}; each was taken to be as the next one.`),
  lastReadings: (part: string, seconds: number) =>
    warning('no-last-reading', `The power of the ${part} is missing in the last ${Math.round(seconds)} s; it is not counted.`),
  longGaps: (count: number, longest: number) =>
    warning(
      'gaps',
      `${count === 1 ? 'Once' : `${count} times`} nothing was recorded for over a minute, ${longest} s at the longest; the next power was taken for it.`,
    ),

  // Model cards
  cardSaysNothing: () =>
    error(
      'card-says-nothing',
      'The card states no emissions, energy or hours that could be read.',
      '`co2_eq_emissions`, or answers below *Environmental Impact*',
    ),
  declared: () => note('declared', 'A card declares its figures: nobody can see from it how they came about.'),
  ownSection: () =>
    warning('own-section', 'The card has a section that carboncard wrote; it is no evidence, and neither is the total in the metadata.'),
  notTaken: (what: string) => warning('card-not-taken', `${what} It was not taken.`),
  unclearAnswer: (label: string, text: string) =>
    warning(
      'unclear-answer',
      `${JSON.stringify(label.slice(0, 60))} is answered with ${JSON.stringify(text.slice(0, 60))}, from which no one figure follows; not taken.`,
      'A number with its unit, as `5.6 kg`.',
    ),
  roundedAway: (text: string) =>
    warning('rounded-away', `${JSON.stringify(text.slice(0, 60))} is what rounding has left of the figure; it was not taken.`),
  placeholderFigure: (value: number) =>
    warning('placeholder-figure', `\`co2_eq_emissions\` is ${value}, which cards have where nobody knew; it was not taken.`),
  kilogramsAsGrams: (value: number) =>
    warning(
      'kilograms-as-grams',
      `\`co2_eq_emissions\` is ${value}, which the Hub takes for grams; the card says kilograms, which were taken.`,
    ),
  twoEmissions: (metadata: number, stated: number) =>
    warning('two-emissions', `The metadata says ${metadata} g, and the section ${stated} g; neither was taken.`),
  hoursOfDevices: () =>
    warning(
      'hours-of-devices',
      'The hours are taken for those of all devices together, as the ML Impact calculator asks for them.',
      'If they are on the clock, give `duration:` and `accelerators:` instead.',
    ),
} as const;

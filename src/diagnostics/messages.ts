import type { ParseProblem } from '../units/parse.js';
import { exampleOf } from '../units/parse.js';
import type { Dimension } from '../units/quantity.js';
import type { Diagnostic, Severity } from './diagnostic.js';

/** What a diagnostic says, without the place that it speaks of. */
export interface Sentence {
  readonly id: string;
  readonly severity: Severity;
  readonly message: string;
  readonly expected?: string;
  readonly suggestion?: string;
  readonly note?: string;
}

const error = (id: string, message: string, rest: Partial<Sentence> = {}): Sentence => ({ id, severity: 'error', message, ...rest });
const warning = (id: string, message: string, rest: Partial<Sentence> = {}): Sentence => ({ id, severity: 'warning', message, ...rest });
const note = (id: string, message: string, rest: Partial<Sentence> = {}): Sentence => ({ id, severity: 'note', message, ...rest });
const list = (words: readonly string[]): string => words.join(', ');
const energyAt = (boundary: string, ours: boolean): string =>
  ours ? `The power that was taken from our table is of the ${boundary} boundary` : `The energy was metered at the ${boundary} boundary`;
const optional = (suggestion: string | undefined): Partial<Sentence> => (suggestion === undefined ? {} : { suggestion });

/** What a file that a person names should be; `file` where a card, a manifest and an assessment will all do. */
export type FileKind = 'manifest' | 'model card' | 'file' | 'log';
const examples: Readonly<Record<FileKind, string>> = {
  'manifest': 'carboncard.yaml',
  'model card': 'README.md',
  'file': 'README.md',
  'log': 'emissions.csv',
};
const texts: Readonly<Record<FileKind, string>> = {
  'manifest': 'YAML or JSON',
  'model card': 'Markdown',
  'file': 'Markdown, YAML or JSON',
  'log': 'text',
};
const absent: Readonly<Record<FileKind, string>> = {
  'manifest': 'a manifest in YAML or JSON; without a name, `carboncard.yaml` in this folder is taken',
  'model card': 'the README.md of the model, or another card in Markdown',
  'file': 'a model card, a manifest or an assessment.json',
  'log': "a tracker's log, such as CodeCarbon's emissions.csv",
};

/** Every sentence that a person can be told. Tests assert these, so that no wording lives in two places. */
export const messages = {
  // Files
  notFound: (file: string, kind: FileKind) => error('not-found', `There is no file ${file}.`, { expected: absent[kind] }),
  isFolder: (file: string, kind: FileKind) =>
    error('is-a-folder', `${file} is a folder.`, { expected: `a ${kind}, such as ${examples[kind]} in it` }),
  noPermission: (file: string) => error('no-permission', `${file} can't be read: permission denied.`),
  notRegular: (file: string) => error('not-a-file', `${file} is not a regular file.`),
  unreadable: (file: string, reason: string) => error('unreadable', `${file} can't be read: ${reason}.`),
  tooLarge: (file: string, size: string, limit: string, kind: FileKind) =>
    error('too-large', `${file} has ${size}, too large for a ${kind}.`, {
      expected: kind === 'manifest' ? `at most ${limit}; logs are named in the manifest, not put in it` : `at most ${limit}`,
    }),
  notText: (file: string, kind: FileKind) =>
    error('not-text', `${file} is not UTF-8 text.`, { expected: `${texts[kind]}, saved as UTF-8` }),
  nulByte: () => error('nul-byte', 'The file holds a NUL byte, so it is not text.', { expected: 'text, saved as UTF-8' }),
  emptyFile: (kind: FileKind = 'manifest') =>
    error('empty-file', `The ${kind} is empty.`, {
      expected: kind === 'manifest' ? 'a model and at least one phase, as `model: My model` and `phases:`' : absent[kind],
    }),
  notYaml: (reason: string) => error('not-yaml', `This is not YAML: ${reason}`, { expected: 'YAML or JSON' }),
  severalDocuments: () => error('several-documents', 'The file holds several YAML documents.', { expected: 'one manifest a file' }),
  aliasBomb: () =>
    error('alias-bomb', 'The anchors of this YAML expand to far more than the file holds.', {
      expected: 'values written out, or few aliases',
    }),
  unknownAlias: (name: string) =>
    error('unknown-alias', `No anchor \`&${name}\` stands before this alias.`, {
      expected: `\`&${name}\` at an earlier value; or quotes, where \`*${name}\` is text`,
    }),
  notMergeable: () =>
    error('not-mergeable', '`<<` can merge mappings only.', { expected: '`<<: *anchor` of a mapping, or a list of such aliases' }),
  duplicateKey: (key: string) => error('duplicate-key', `The key \`${key}\` stands here twice.`, { expected: 'each key once' }),
  notAMapping: (found: string) =>
    error('not-a-mapping', `The manifest is ${found}.`, { expected: 'keys with values, such as `model: My model`' }),

  // What can be audited
  notJson: (reason: string) => error('not-json', `This is not JSON: ${reason}`, { expected: 'an assessment.json, or a manifest in JSON' }),
  notAudited: () =>
    error('not-audited', 'This is neither an assessment nor a manifest.', {
      expected: 'a model card, a manifest, or an assessment.json with `lines` and `totals`',
    }),
  notAnAuditSetting: (word: string, known: readonly string[], suggestion?: string) =>
    error('unknown-audit', word === '' ? 'A setting of an audit is incomplete.' : `\`${word}\` is not known in the settings of audits.`, {
      expected: `as in \`<!-- carboncard-audit embodied-silent: off -->\`; one of ${list(known)}`,
      ...optional(suggestion),
    }),

  // A card's front matter
  frontMatterNotYaml: (reason: string) =>
    error('front-matter', `The front matter is not YAML: ${reason}`, { expected: 'YAML that the Hub can read, such as `license: mit`' }),
  frontMatterNotKeys: () =>
    error('front-matter', 'The front matter holds no keys.', { expected: 'keys with values, such as `license: mit`' }),
  frontMatterTemplate: () =>
    error('front-matter', "The front matter holds a template's placeholder, which no reader understands.", {
      expected: 'keys with values in its place, such as `license: mit`',
    }),
  frontMatterTangled: (key: string) =>
    error('front-matter', `\`${key}\` can't be written here without changing other keys of the front matter.`, {
      expected: `\`${key}:\` with plain values of its own, without anchors that other keys use`,
    }),
  frontMatterOpen: () =>
    error('front-matter', 'The front matter that begins here has no end, so that the Hub finds none.', {
      expected: 'a line `---` behind its last key',
    }),
  frontMatterOpeningBlanks: () =>
    error('front-matter', 'Blanks stand behind this fence, so that the Hub finds no front matter.', {
      expected: '`---` and nothing behind it',
    }),
  frontMatterLineBreaks: () =>
    error('front-matter', 'The Hub finds no end of the front matter: this fence ends in a carriage return of its own.', {
      expected: 'lines that end in LF or CRLF',
    }),

  // A card's section
  markerAlone: (marker: string, other: string) =>
    error('markers', `\`${marker}\` stands here alone.`, { expected: `one \`${other}\` that belongs to it, or neither of the two` }),
  markerTwice: (marker: string) => error('markers', `\`${marker}\` stands here a second time.`, { expected: 'one section in a card' }),
  markerInside: (marker: string) =>
    error('markers', `\`${marker}\` stands inside a list, a quotation or a block of HTML, where no section can stand.`, {
      expected: 'a line of its own at the margin, with an empty line above and below',
    }),

  noDevelopment: () =>
    warning('no-development', 'No development phase is recorded, so that `co2_eq_emissions` is left as it is.', {
      expected: 'a phase such as `training`, since the front matter speaks of the development total',
    }),
  largeFiles: (folder: string) =>
    note(
      'large-files',
      `The Hub's git refuses images that are not tracked: \`git lfs track "${folder}/*.png"\` before they are committed.`,
    ),
  noImages: () => note('no-images', 'On standard output the section links no charts, since nothing can be written beside it.'),
  onlyCard: (folder: string) => note('only-card', `There is no ${folder}, so that only the card was checked.`),
  cardOfSeveral: (manifests: readonly string[]) =>
    error('several-manifests', `A card has the section of one manifest, and ${manifests.length} are named.`, {
      expected: '`--card` with one manifest',
    }),

  // Logs
  manifestThere: (file: string) =>
    error('already-there', `${file} is there already, and is never overwritten.`, {
      expected: 'another name: `-o FILE`; or that file moved away',
    }),
  unknownLog: (pointer: string | undefined, formats: readonly string[]) =>
    pointer === undefined
      ? error('unknown-log', 'No format is known that this log has.', { expected: `a log of ${formats.join(', ')}` })
      : error('pointer-file', `This is a pointer of ${pointer}, and not the log itself.`, {
          expected: pointer === 'git LFS' ? 'the file that `git lfs pull` brings' : 'the file that `git annex get` brings',
        }),
  notAnswered: () =>
    error('not-answered', 'The questions were broken off, and nothing was written.', { expected: 'answers, empty where not known' }),
  logsNotGiven: () =>
    error('logs-not-given', '`from` names logs, and only the text of the manifest was given.', {
      expected: 'a manifest that is read from its file',
    }),
  noLogFound: (pattern: string, folder: string) =>
    error('no-log-found', `No file is named ${pattern}.`, { expected: `a path from ${folder} on, with \`*\` for any name` }),
  tooManyLogs: (count: number, limit: number) =>
    error('too-many-logs', `${count} files are named here.`, { expected: `at most ${limit} logs in a phase` }),
  noRunSelected: (what: string, found: readonly string[]) =>
    error('no-run-selected', `No run of these logs is ${what}.`, {
      expected: found.length === 0 ? 'a selection that some run meets' : `one of ${list(found.slice(0, 12))}`,
    }),
  backupBeside: (file: string) =>
    warning('backup-beside', `A backup stands beside ${file}; it may hold earlier runs, and was not read.`, {
      note: 'CodeCarbon moves its file there when columns change. Name it in `from` too where its runs count.',
    }),
  logPlaces: (places: readonly string[]) =>
    error('log-places', `The runs were in ${places.length} places: ${list(places.slice(0, 8))}.`, {
      expected: 'a phase for each, with `country:` in its `from`; or `location:` where it was one place',
    }),
  logOtherPlace: (country: string) => warning('log-other-place', `The logs say that it ran in ${country}; the manifest's place was taken.`),
  logEnergyNotUsed: () => note('log-energy-not-used', "The logs have an energy too; the manifest's own was taken."),
  inLog: (file: string, { id, severity, message, note: more, line }: Diagnostic): Sentence => ({
    id,
    severity,
    message: `${file}${line === undefined ? '' : `, line ${line}`}: ${message}`,
    ...(more !== undefined && { note: more }),
  }),
  ownTotalAgrees: (reported: string, ours: string, making: string | undefined) =>
    note('own-total', `The tool that logged the electricity came to ${reported} itself; here it is ${ours}.`, {
      ...(making !== undefined && { note: `The ${making} of making the hardware are no part of either.` }),
    }),
  ownTotalDiffers: (reported: string, ours: string, causes: readonly string[], making: string | undefined) =>
    note(
      'own-total',
      `The tool that logged the electricity came to ${reported} itself; here it is ${ours}: ${causes.length === 0 ? 'the log does not say why' : causes.join('; ')}.`,
      { ...(making !== undefined && { note: `The ${making} of making the hardware are no part of either.` }) },
    ),
  pickle: () =>
    error('pickle', 'This is a pickle, which can run anything that is in it; none is ever read.', {
      expected: 'the text that stands beside it: data.json of experiment-impact-tracker',
    }),
  severalCountries: (countries: readonly string[]) =>
    note('several-countries', `The runs of this log were in ${list(countries.slice(0, 12))}; each has a phase of its own.`),
  runInTwoLogs: (name: string) =>
    warning('run-in-two-logs', `${name}: runs of it stand in a log before it, by their ids or times; they were counted once.`),
  unknownLogFormat: (format: string, known: readonly string[], suggestion?: string) =>
    error('unknown-log-format', `No format of logs is called \`${format}\`.`, {
      expected: `one of ${list(known)}`,
      ...optional(suggestion),
    }),
  severalFormats: (formats: readonly string[]) =>
    error('several-formats', `This log may be of ${formats.join(' or ')}.`, {
      expected: 'one of them: `--format` of `init`, `format:` of `from`',
    }),

  // Shape
  unknownKey: (key: string, known: readonly string[], suggestion?: string) =>
    error('unknown-key', `There is no key \`${key}\` here.`, {
      expected: known.length > 12 ? 'one of the keys that `carboncard schema` prints for this place' : `one of ${list(known)}`,
      ...optional(suggestion),
    }),
  missingKey: (key: string, why: string) => error('missing-key', `\`${key}\` is missing.`, { expected: why }),
  wrongType: (found: string, expected: string) => error('wrong-type', `This is ${found}.`, { expected }),
  notAChoice: (found: string, choices: readonly string[], suggestion?: string) =>
    error('not-a-choice', `\`${found}\` is not one of the choices.`, { expected: `one of ${list(choices)}`, ...optional(suggestion) }),
  invalid: (message: string) => error('invalid', message),
  machineAtTop: () =>
    error('machine-at-top', '`hardware` at the top of a manifest holds machines by name, and here is one without.', {
      expected:
        '`hardware: 8 x A100 80GB`, or `accelerators: 8` beside `hardware: A100 80GB`; or a name, as `hardware: { node: { accelerator: A100 80GB } }`, that a phase takes by `hardware: node`',
    }),
  unsupportedVersion: (found: string) =>
    error('unsupported-version', `This manifest says \`carboncard: ${found}\`.`, { expected: '`carboncard: 1`' }),

  // Quantities
  quantity: (problem: ParseProblem, dimension: Dimension): Sentence => quantitySentence(problem, dimension),
  missingUnit: (value: number, dimension: Dimension) =>
    error('missing-unit', `${value} has no unit.`, {
      expected: `${nameOf(dimension)} with its unit, such as \`${exampleOf(dimension, value)}\``,
    }),
  missingValue: (dimension: Dimension) =>
    error('missing-value', 'This quantity has no `value`.', {
      expected: `\`{ value: ${exampleOf(dimension)}, low: …, high: …, cite: … }\``,
    }),
  notAQuantity: (found: string, dimension: Dimension) =>
    error('not-a-quantity', `This is ${found}.`, {
      expected: `${nameOf(dimension)}, such as \`${exampleOf(dimension)}\`, or \`{ value, low, high, cite }\``,
    }),
  negative: (text: string) => error('negative', `${text} is negative.`, { expected: '0 or more' }),
  notFinite: (text: string) => error('not-finite', `${text} is not a finite number.`, { expected: 'a finite number' }),
  zero: (what: string) => error('zero', `${what} can't be 0.`, { expected: 'more than 0' }),
  notWhole: (text: string) => error('not-whole', `${text} is not a whole number.`, { expected: 'a whole number' }),
  pueBelowOne: (value: number) =>
    error('pue-below-1', `A PUE of ${value} is below 1.`, {
      expected: 'facility energy ÷ IT energy, 1 or more',
      note: 'At 1 the machines take all of the electricity.',
    }),
  aboveHundred: (value: number) =>
    error('above-100-percent', `${percentText(value)} is above 100 %.`, { expected: 'a share of at most 100 %' }),
  rangeOrder: () =>
    error('range-order', 'The range does not hold the value.', { expected: 'low ≤ value ≤ high (the 5 % and 95 % points)' }),
  halfRange: () => error('half-range', 'A range needs both ends.', { expected: '`low` and `high`, or neither' }),

  instrumentNotMeasured: (instrument: string, basis: string) =>
    error('instrument-not-measured', `What \`${instrument}\` read is measured, and the basis here is ${basis}.`, {
      expected: '`basis: measured`, or no `instrument`',
    }),

  // Names and places
  unknownSite: (name: string, sites: readonly string[], suggestion?: string) =>
    error('unknown-site', `No site is called \`${name}\`, and it is no place that is known.`, {
      expected:
        sites.length === 0
          ? 'a name from `sites`, a country, or a cloud region such as `aws us-west-2`'
          : `one of the sites ${list(sites)}, a country, or a cloud region`,
      ...optional(suggestion),
    }),
  unknownHardware: (name: string, suggestion?: string) =>
    error('unknown-hardware', `No hardware is called \`${name}\`, and it is no device that is known.`, {
      expected: 'a name from `hardware`, or a device such as `8 x A100 80GB`',
      ...optional(suggestion),
    }),
  unknownDevice: (name: string, candidates: readonly string[]) =>
    error('unknown-device', `The device \`${name}\` is not known, so its power isn't either.`, {
      expected: 'a device that `carboncard` knows, or `power:` for the average draw of one',
      ...(candidates.length === 0 ? {} : { suggestion: candidates.join(', ') }),
    }),
  ambiguousDevice: (name: string, candidates: readonly string[]) =>
    error('ambiguous-device', `\`${name}\` can be several devices.`, { expected: `one of ${list(candidates)}` }),
  unknownPlace: (name: string, candidates: readonly string[]) =>
    error('unknown-place', `The place \`${name}\` is not known.`, {
      expected: 'a country, a cloud region such as `aws us-west-2`, or `world`',
      ...(candidates.length === 0 ? {} : { suggestion: candidates.join(', ') }),
    }),
  ambiguousPlace: (name: string, candidates: readonly string[]) =>
    error('ambiguous-place', `\`${name}\` can be several places.`, { expected: `one of ${list(candidates)}` }),
  duplicateName: (kind: string, name: string) =>
    error('duplicate-name', `Two ${kind} are called \`${name}\`.`, { expected: 'a name of its own for each' }),
  twoUnnamed: (phase: string) =>
    error('duplicate-name', `Two phases of kind \`${phase}\` have no name.`, { expected: '`name:` on all of a kind but one' }),
  noSlug: (name: string) =>
    error('no-slug', `No folder name can be made from \`${name}\`.`, { expected: '`slug:` in ASCII letters, digits and hyphens' }),
  unsafeSlug: (slug: string) =>
    error('unsafe-slug', `\`${slug}\` can't be the name of a report's folder.`, {
      expected: 'a `slug:` of letters, digits, `.`, `_` and `-`, starting with a letter or digit; no slash, no `..`',
    }),
  sameSlug: (slug: string, other: string) =>
    error('same-slug', `${other} writes to the same folder, \`${slug}\`.`, { expected: 'a `slug:` of its own for each manifest' }),
  twoSlugs: () => error('two-slugs', '`slug` stands here and in `model`, with another value.', { expected: 'one of them' }),

  // Contradictions
  pueWithMeasuredOverhead: () =>
    error('pue-with-measured-overhead', 'A PUE and measured infrastructure are both given for this phase.', {
      expected: 'one of them: both describe the same electricity',
    }),
  hostShareWithBaseline: () =>
    error('host-share-with-baseline', 'A host share and the baseline of the nodes are both given for this phase.', {
      expected: 'one of them: both describe the same electricity',
    }),
  occupancyWithReservedHours: () =>
    error('occupancy-with-reserved-hours', 'Reserved hours and an occupancy are both given for this phase.', {
      expected: '`reserved_hours` (calendar convention), or `occupancy` (busy hours)',
      note: 'Both would charge the idle life of the hardware twice.',
    }),
  baselineInsideBoundary: (boundary: string, ours: boolean) =>
    error('baseline-inside-boundary', `${energyAt(boundary, ours)}, which holds the baseline of the nodes already.`, {
      expected: `no \`idle\` here, or ${ours ? 'a `power`' : 'energy'} at the accelerator boundary`,
    }),
  loadWithPower: () =>
    error('load-with-power', 'A `power` is average draw already and takes no load.', {
      expected: '`power:` alone, or `load:` with the rated power of a known device',
    }),
  hostShareInsideBoundary: (boundary: string, ours: boolean) =>
    error('host-share-inside-boundary', `${energyAt(boundary, ours)}, which holds the host's draw already.`, {
      expected: `no \`host_share\` here, or ${ours ? 'a `power`' : 'energy'} at the accelerator boundary`,
    }),
  overheadInsideFacility: () =>
    error('overhead-inside-facility', 'Energy metered at the facility holds its overhead already.', {
      expected: 'no `overhead` here; a `pue` splits the figure',
    }),
  calendarWithOccupancy: () =>
    error('calendar-with-occupancy', 'The calendar convention takes no occupancy.', {
      expected: '`convention: occupancy`, or no `occupancy`',
    }),
  occupancyMissing: () =>
    error('occupancy-missing', 'The occupancy convention needs an occupancy.', {
      expected: '`occupancy: 85 %`, or `convention: calendar`',
    }),
  sizeMissing: (what: string) =>
    error('size-missing', `A site's ${what} needs the size that it was measured for.`, {
      expected: `\`${what}: { value: 27 kW, for: 384 accelerators }\``,
    }),
  sizeUnknown: (what: string) =>
    error('accelerators-missing', `The site's ${what} is scaled by accelerators, which this phase does not name.`, {
      expected: '`accelerators:`',
    }),
  reservedBelowBusy: () =>
    error('reserved-below-busy', 'Fewer hours are reserved than were worked.', {
      expected: '`reserved_hours` of at least `accelerator_hours`',
    }),
  idlePowerMissing: () =>
    error('idle-power-missing', '`idle_power` needs the hours that machines were held, and those that they were busy.', {
      expected: '`reserved_hours:` (or the `duration:` and `accelerators:` of an endpoint) beside `accelerator_hours:`',
    }),
  noIdleHours: () =>
    warning('no-idle-hours', 'By these records the machines were busy for as long as they were held, so `idle_power` counts nothing.', {
      expected: '`accelerator_hours:` with the busy hours, or `reserved_hours:`',
    }),
  acceleratorsMissing: (what: string) =>
    error('accelerators-missing', `${what} lasts for the run's hours, and these need \`accelerators\`.`, {
      expected: '`accelerators:` beside `accelerator_hours:`, or `duration:`',
    }),
  noEnergy: () =>
    error('no-energy', 'Nothing here says how much electricity this phase took.', {
      expected: '`energy:`, or `accelerator_hours:` (or `accelerators:` and `duration:`) with `hardware:`',
    }),
  countMissing: () =>
    error('accelerators-missing', 'The duration is here, the number of accelerators is not.', {
      expected: '`hardware: 8 x …`, or `accelerators:`; or `accelerator_hours:`',
    }),
  noPower: () =>
    error('no-power', 'The hours are here, the power of the hardware is not.', {
      expected: '`power:` of one accelerator, or a known `accelerator:`',
    }),
  noPlace: () =>
    error('no-place', 'Nothing here says where this phase ran, so its electricity has no emissions.', {
      expected: '`site:`, `location:` or `grid: { intensity: 57 gCO2e/kWh }`; `location: world` for the world average',
    }),
  noGridYear: (place: string, year: number | undefined, first: string, last: string) =>
    error('no-grid-year', `No grid intensity of ${place} is known within 3 years of ${year ?? 'that year'}.`, {
      expected: `a year near those there are, ${first} to ${last}, or \`grid: { intensity: … }\``,
    }),
  noGrid: (place: string) =>
    error('no-grid', `No grid intensity is known for ${place}.`, { expected: '`grid: { intensity: 57 gCO2e/kWh }`, or another place' }),
  yearNotOfRun: (year: number, started: string, last: number) =>
    error('year-not-of-run', `The year is ${year}, and the run started in ${started}.`, {
      expected:
        last > Number(started.slice(0, 4))
          ? `a year from ${started.slice(0, 4)} to ${last}`
          : '`started:` alone, or its year; or the `duration:` by which it went on',
    }),
  severalPlaces: () => error('several-places', '`site` and `location` are both given.', { expected: 'one of them' }),
  noPhases: () =>
    error('no-phases', 'The manifest names no phase.', {
      expected: '`phases:` with at least one, or `hardware`, `duration` and `location`',
    }),
  phasesBesideShorthand: (key: string) =>
    error('phases-beside-shorthand', `\`${key}\` stands beside \`phases\`.`, { expected: `\`${key}\` inside a phase` }),
  nothingCounted: () =>
    error('nothing-counted', 'No component of any phase can be counted.', {
      expected: 'a component inside `system_boundary` that has a record',
    }),

  // Notes: what stands in the report as an assumption
  boundaryUnstated: () =>
    warning('boundary-unstated', 'It is not said where the energy was metered; it was taken not to include PUE.', {
      expected: '`{ value, boundary: accelerator | components | node | facility }`',
    }),
  rangeNotUsed: (what: string) =>
    warning('range-not-used', `${what}: \`low\` and \`high\` are not used, since a count or a convention has no interval here.`, {
      expected: 'the value alone',
    }),
  bareCO2: (what: string) => note('co2-read-as-co2e', `${what} is written as CO2 and was read as CO2e.`),
  hoursDisagree: (run: string, wall: string) =>
    warning('hours-disagree', `Accelerator-hours ÷ accelerators is ${run}, more than the duration of ${wall}.`, {
      note: 'GPU-hours are not hours: 8 GPUs for 10 h are 80.',
    }),
  hoursFromDuration: () =>
    note('hours-from-duration', 'Accelerator-hours were taken as accelerators × duration: all of them busy all the time.'),
  hoursFromFlops: (peak: string, mfu: string) =>
    note('hours-from-flops', `Accelerator-hours were calculated from operations: FLOP ÷ (peak of ${peak} × MFU of ${mfu}).`, {
      expected: '`accelerator_hours:` from the record of the run',
    }),
  defaultMfu: (mfu: string, range: string) =>
    note('default-mfu', `A model FLOPs utilisation of ${mfu} was assumed (${range}); it turns operations into hours and nothing else.`, {
      expected: '`mfu:`',
    }),
  flopsWithHours: () =>
    note('flops-beside-hours', 'Hours are given, so the operations are not used: hours on record are the better evidence.'),
  noPeak: (device: string) =>
    error('no-peak', `The peak throughput of ${device} is not known, so operations can't become hours.`, {
      expected: '`peak: 312 TFLOP/s` in `hardware`, or `accelerator_hours:`',
    }),
  mfuWithoutFlops: () =>
    error('mfu-without-flops', 'An MFU turns operations into hours, and here are none.', {
      expected: '`flops:` beside it; average draw ÷ rated power is `load`',
    }),
  siteOfOnly: (site: string) => note('only-site', `The phase names no site; \`${site}\` is the only one.`),
  defaultLoad: (load: string, range: string) =>
    note('default-load', `Average draw was taken as ${load} of the rated power (${range}).`, {
      expected: '`power:` with the average draw, or `load:`',
    }),
  ratedPower: {
    rated: (device: string, power: string) => note('rated-power', `The rated power of ${device}, ${power}, was taken from our table.`),
    observed: (device: string, power: string) =>
      note(
        'rated-power',
        `The average power of ${device} that its maker observed in use, ${power}, was taken from our table: no load applies to it.`,
      ),
    estimated: (device: string, power: string) =>
      note('rated-power', `Nobody has published the rated power of ${device}; an estimate, ${power}, was taken from our table.`, {
        expected: '`power:` with the average draw',
      }),
  },
  besideEnergy: (key: string) =>
    note('beside-energy', `The energy is given, so \`${key}\` is not used: energy on record is the better evidence.`),
  loadOnObserved: (device: string) =>
    warning(
      'load-not-applied',
      `The power of ${device} in our table is an average that was observed in use, so the \`load\` was not applied.`,
      {
        expected: '`power:` with the average draw, or no `load`',
      },
    ),
  defaultHostShare: (share: string, range: string) =>
    note('default-host-share', `Processors, memory and fans were added as ${share} of the accelerators' draw (${range}).`, {
      expected: '`host_share:`, or `power:` at the node',
    }),
  defaultPue: (pue: string, source: string) => note('default-pue', `A PUE of ${pue} was taken: ${source}.`),
  defaultGrid: (what: string, value: string) => note('default-grid', `The grid's intensity was taken as ${value}: ${what}.`),
  coarserPlace: (place: string) => note('coarser-place', `No figure is known for ${place}; that of its country was taken.`),
  countryForPlace: (place: string) =>
    note('coarser-place', `${place} is no part of a country with a grid of its own in our tables; the grid of its country was taken.`),
  unknownCloud: (cloud: string, place: string) =>
    note('unknown-cloud', `Of the provider \`${cloud}\` nothing is known, so the grid of ${place} was taken and no PUE of a provider.`),
  defaultWater: (where: string, value: string, what: string) => note('default-water', `Water ${where} was taken as ${value}: ${what}.`),
  noImpact: (what: string, place: string | undefined) =>
    warning('no-impact-figure', `No figure of ${what} is known for ${place ?? 'this place'}, so it is not counted.`),
  severalMarkets: () => error('several-market-figures', '`market` and `market_claim` are both given.', { expected: 'one of them' }),
  marketZeroUncited: () =>
    error('market-zero-uncited', 'A market-based intensity of 0 is a claim, and nothing here says whose.', {
      expected: '`market: { value: 0 g/kWh, cite: … }`, or `market_claim: provider`',
    }),
  marketClaim: (whose: string) =>
    note('market-claim', `Market-based, the electricity counts as 0: a claim (${whose}), not a property of the grid.`),
  noMarketClaim: (place: string | undefined, year: number | undefined, years: readonly string[]) =>
    error(
      'no-market-claim',
      `No claim to have matched all electricity is known for ${place ?? 'this place'}${year === undefined ? '' : ` in ${year}`}.`,
      {
        expected:
          years.length === 0 ? '`market: …` with its citation, in a cloud region' : `one of the years ${list(years)}, or \`market: …\``,
      },
    ),
  zeroGrid: () =>
    warning('zero-grid', "An intensity of 0 is no grid's average; it may be a market-based figure, a provider's claim.", {
      expected: 'the location-based intensity of the grid where it ran',
    }),
  lookupStep: (id: string, text: string) => note(id, `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`),
  defaultEmbodied: (what: string, value: string, source: string) =>
    note('default-embodied', `Making ${what} was taken as ${value} (${source}).`),
  estimatedEmbodied: (what: string, value: string, kind: string) =>
    note('estimated-embodied', `Nobody has published what making ${what} emits; ${value} was taken, ${kind}.`, {
      expected: "`embodied: { accelerator: … }` from the maker's product carbon footprint",
    }),
  defaultLifetime: (years: string) => note('default-lifetime', `A lifetime of ${years} was assumed for the hardware.`),
  defaultPerNode: (perNode: string) => note('default-per-node', `${perNode} accelerators a server were assumed.`),
  perNodeUnknown: (device: string, perNode: string) =>
    note(
      'default-per-node',
      `How many of ${device} a server holds is not in our tables; ${perNode} were assumed, and each carries that part of it.`,
      {
        expected: '`per_node:`; with fewer in a server, its making weighs more on each',
      },
    ),
  perNodeOfTable: (device: string, perNode: string, where: string) =>
    note('default-per-node', `A server was taken to hold ${perNode} of ${device}, as behind ${where}.`, { expected: '`per_node:`' }),
  oneInstance: (instance: string, accelerators: number) =>
    note('one-instance', `${instance} was taken as one machine, with ${accelerators} accelerator${accelerators === 1 ? '' : 's'}.`, {
      expected: '`4 x …`, or `accelerators:`',
    }),
  perNodeOfInstance: (instance: string, perServer: number) =>
    note('instance-server', `The server behind ${instance} was taken to hold ${perServer} accelerator${perServer === 1 ? '' : 's'}.`),
  reservedAsBusy: () =>
    note(
      'reserved-as-busy',
      'Hours reserved are not given; the hours worked were taken for them, which is a lower bound of embodied emissions.',
    ),
  endpointByCalendar: () =>
    note(
      'endpoint-by-calendar',
      'An endpoint is held for its whole window, whatever its load, so its embodied emissions go by calendar, without the occupancy.',
    ),
  serverNotCounted: () =>
    note('server-not-counted', 'No figure is given for the servers, so embodied emissions hold the accelerators alone: a lower bound.'),
  pueOnAccelerators: () =>
    note(
      'pue-on-accelerators',
      'The PUE was applied to accelerator energy alone, so overhead is a lower bound: the hosts need cooling too.',
    ),
  baselineHoldsAccelerators: () =>
    note(
      'baseline-holds-accelerators',
      "The baseline of the nodes also holds the accelerators' own idle draw, which their energy counts too: a small part stands here twice.",
    ),
  restartsUnknown: (titles: string) =>
    note('restarts-unknown', `${titles}: whether failed or restarted parts are inside the hours is unknown.`, {
      expected: '`includes: restarts`, or `includes: none`',
    }),
  originOf: (what: string, value: string, origin: string) =>
    note(`figure-${origin}`, `${what}, ${value}, is ${origin}: the publication does not print it.`),
  assumedFigure: (what: string, value: string) => note('figure-assumed', `${what}, ${value}, is an assumption of this manifest.`),
  valueOutsideDraws: (what: string) => note('value-outside-interval', `The interval of ${what} was widened to hold its value.`),
  absolutePath: (text: string) =>
    warning('absolute-path', `The manifest names the path ${text}, and it is attached to the PDF.`, {
      expected: 'a path relative to the manifest',
    }),
  missingGlyph: (characters: string) => warning('missing-glyph', `No bundled font has ${characters}, so charts and PDF show a box.`),
  brokenTemplate: (reason: string) =>
    error('broken-template', `This template can't be used: ${reason}`, { expected: 'Markdown with Handlebars' }),
  unknownTemplate: (name: string, known: readonly string[], suggestion?: string) =>
    error('unknown-template', `No section has the template ${name}.`, { expected: `one of ${list(known)}`, ...optional(suggestion) }),
  noTemplates: (folder: string) =>
    error('no-templates', `There is no folder ${folder} with templates.`, { expected: '`sections/<section>.md` or `report.css` in it' }),
  unknownFactors: (found: string, known: string) =>
    error('unknown-edition', `The edition ${found} of the factors is not in this version.`, { expected: known }),
} as const;

const names: Record<Dimension, string> = {
  energy: 'an energy',
  power: 'a power',
  time: 'a time',
  emissions: 'a mass of CO2e',
  intensity: 'emissions per kWh',
  water: 'a volume of water',
  'water intensity': 'water per kWh',
  ratio: 'a ratio or percentage',
  parameters: 'a number of parameters',
  requests: 'a number of requests',
  tokens: 'a number of tokens',
  accelerators: 'a number of accelerators',
  compute: 'a number of operations',
  'compute rate': 'operations per second',
};

function nameOf(dimension: Dimension): string {
  return names[dimension];
}

function percentText(value: number): string {
  return `${Number((value * 100).toPrecision(12))} %`;
}

function quantitySentence(problem: ParseProblem, dimension: Dimension): Sentence {
  const expected = `${nameOf(dimension)}, such as \`${exampleOf(dimension)}\``;
  switch (problem.kind) {
    case 'missing-unit':
      return messages.missingUnit(problem.value, dimension);
    case 'not-a-number':
      return error('not-a-number', problem.text === '' ? 'This quantity is empty.' : `\`${problem.text}\` does not start with a number.`, {
        expected,
      });
    case 'separator':
      return error('thousands-separator', `\`${problem.text}\` holds a comma or blank that can be a thousand or a decimal sign.`, {
        expected: 'digits with a point for decimals: 433196 or 433.196',
      });
    case 'unknown-unit':
      return error('unknown-unit', `\`${problem.unit}\` is not a unit that is known.`, { expected });
    case 'ambiguous-unit':
      return error('ambiguous-unit', `\`${problem.unit}\` can mean ${problem.candidates.join(' or ')}.`, {
        expected,
        suggestion: problem.candidates.join(' or '),
      });
    case 'wrong-dimension':
      return error('wrong-dimension', `This is ${nameOf(problem.found)}, where ${nameOf(problem.expected)} belongs.`, { expected });
  }
}

/** Diagnostics that say that something lacks, which can follow from another fault. */
export const insufficiencies: readonly string[] = [
  'no-energy',
  'no-power',
  'no-place',
  'no-grid',
  'no-grid-year',
  'accelerators-missing',
  'size-missing',
  'missing-key',
  'no-phases',
];

/** Why a component of a phase is not counted, or where it is included. */
export const reasons = {
  outsideBoundary: "outside the manifest's system boundary",
  noRecord: 'no record given',
  noPue: 'no PUE and no infrastructure power given',
  noHours: 'no accelerator-hours given, so no share of the hardware can be told',
  noEmbodied: 'no published figure for this hardware is known',
  noReservedIdle: 'no record of machines held idle',
  inNode: "the machines' baseline is inside the metered energy",
  inNodeOfOurs: "the machines' baseline is inside the power that was taken for them, host included",
  inFacility: "the facility's overhead is inside the metered energy",
  heldIdle: (hours: string, metered: boolean): string =>
    `${metered ? 'the energy of the work holds the baseline of its own hours, but' : 'no record of idle draw, though'} machines were held for ${hours} accelerator-hours more than they worked; \`idle_power:\` would count them`,
  noElectricity: 'no electricity is counted that it could be a part of',
  absentPhase: 'no record given',
  failedRuns: 'no record given; whether the hours hold them is not said',
  failedRunsInside: (what: string): string => `inside the hours, as far as the manifest says (${what})`,
  noPueApplied: (what: string, pue: string, size: string): string =>
    `no PUE and no infrastructure power given; at ${pue}, the ${what}, it would be some ${size}`,
  noPueSized: (pues: string, sizes: string): string =>
    `no PUE and no infrastructure power given; at a PUE of ${pues} it would be some ${sizes}`,
  hostOutside: (shares: string, sizes: string | undefined): string =>
    sizes === undefined
      ? 'outside the accelerator boundary'
      : `outside the accelerator boundary; at ${shares} × accelerator energy, some ${sizes}`,
  restOutside: 'outside the components boundary, which holds accelerators, processors and memory; no figure is known for the rest',
  notInMethod: 'outside the method: no line covers it',
} as const;

/** What a line says beside its figures. */
export const lineNotes = {
  overheadInside: 'Metered at the facility with its PUE unknown: overhead is included here.',
  onSiteWaterMissing: 'On-site water is not counted: no WUE is given.',
  offSiteWaterMissing: 'Off-site water is not counted: no figure for the grid is given.',
  convention: {
    occupancy: 'Convention: occupancy. Busy hours carry the idle life of the hardware.',
    calendar: 'Convention: calendar (as in ISO/IEC 21031). Reserved hours, no occupancy.',
  },
  shared: (share: string, key: string | undefined): string =>
    `The phase is shared by several models; ${share} of it is counted here${key === undefined ? '' : `, by ${key}`}.`,
  market: {
    contract: 'Market-based by contract.',
    claim: "Market-based by the provider's claim to have matched its electricity.",
    'residual mix': 'Market-based by the residual mix: no contract covers it.',
    none: 'No contract and no residual mix is known, so market-based the location figure stands.',
  },
  impactsOfElectricity: 'Other impacts are those of electricity alone: making the hardware has no figure here.',
  waterOnFacility: 'On-site water was taken on energy that holds the overhead, which makes it an upper bound.',
  directGrid: 'The grid intensity is direct (operational), without the life cycle of generation.',
} as const;

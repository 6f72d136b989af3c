import { exact, THIN } from '../../units/format.js';
import type { ImpactCategory, LineBoundary, StateKind, TotalId } from '../../verbs/explain.js';
import type { FactorRole, GroupId } from '../../verbs/factors.js';
import type { Progress } from '../../verbs/render.js';

const stateWords: Readonly<Record<StateKind, string>> = {
  counted: 'counted',
  included: 'included in another line',
  'not-counted': 'not counted',
  'not-applicable': 'not applicable',
};

type Format = Extract<Progress, { kind: 'rendering' }>['format'];

const doneWords = { written: 'written', unchanged: 'unchanged', refused: 'not written' } as const;

/** The words of what a command does now. */
export const progressWords = {
  reading: (file: string) => `Reading ${file}`,
  unpacking: (megabytes: number) => `Unpacking the browser that prints the PDF (${megabytes} MB, once on this machine)`,
  done: (file: string, state: 'written' | 'unchanged' | 'refused') => `${file}: ${doneWords[state]}`,
  rendering: (what: string, slug: string) => `${slug}: ${what}`,
  formats: {
    md: 'writing the text',
    json: 'writing the assessment',
    pdf: 'printing the PDF',
    charts: 'drawing the charts',
  } satisfies Partial<Record<Format, string>> as Partial<Record<Format, string>>,
  format: (id: string) => `writing ${id}`,
} as const;

/** What the Hub makes of a card's metadata. */
export const hubWords = {
  reads: (file: string, grams: number | undefined, rejects: readonly string[]) =>
    `${file}: the Hub reads ${grams === undefined ? 'no emissions' : `${exact(grams)}${THIN}g of CO₂e`}${rejects.length === 0 ? '' : `, and rejects ${rejects.join(', ')}`}.`,
} as const;

/** The words of the questions at a terminal, beside the questions. */
export const promptWords = {
  placeholder: (example: string) => `${example} (empty: leave open)`,
  leaveOpen: 'leave open',
} as const;

/** The words that `carboncard render` ends with. */
export const summaryWords = {
  largest: (parts: readonly string[], phase: string | undefined) =>
    `Largest parts: ${parts.join(', ')}${phase === undefined ? '' : `; largest phase: ${phase}`}`,
  use: (figure: string) => `Use, counted separately: ${figure}`,
  impacts: (figures: string) => `Further impacts: ${figures}`,
  nothingAssumed: 'Assumed: nothing',
  assumed: 'Assumed:',
  assumedShared: 'Assumed (with the share of the uncertainty that comes from it):',
  more: (count: number) => `and ${count} more: in the report, below Inputs (as assumed) and Fallbacks and open questions`,
  written: (folder: string, files: readonly string[]) => `Written: ${folder} (${files.join(', ')})`,
  unchanged: (folder: string, files: readonly string[]) =>
    files.length === 0 ? `Unchanged: ${folder} has no file in these formats` : `Unchanged: ${folder} (${files.join(', ')})`,
  noFile: (folder: string) => `No file in ${folder}: the formats that were asked for lack what they need`,
  filesIn: (count: number, folder: string) => `${count} files in ${folder}`,
  short: (folder: string, total: string, interval: string) => `${folder}: ${total}; ${interval}`,
  next: (command: string) => `Next: ${command}`,
  watching: (command: string | undefined) =>
    `Watching: each save writes ${command === undefined ? 'the report' : 'the Markdown'} again, Ctrl-C ends it.${command === undefined ? '' : ` The other formats: ${command}`}`,
  counts: {
    written: (count: number) => `${count} written`,
    unchanged: (count: number) => `${count} unchanged`,
    refused: (count: number) => `${count} not written`,
  },
  /** @param hasRefused Whether some of them may be of manifests with faults. */
  others: (folder: string, names: readonly string[], hasRefused: boolean) =>
    hasRefused
      ? `Also in ${folder}/, from earlier runs: ${names.join(', ')}. Old reports of manifests with faults stay as they were.`
      : `Also in ${folder}/: ${names.join(', ')}, from other manifests; delete their folders to leave them out of the index`,
  moreFolders: (count: number) => `${count} more`,
  emptyShard: (nth: number, of: number) => `No manifests in shard ${nth} of ${of}.`,
} as const;

/** The words of `carboncard check`. */
export const staleWords = {
  /** `Up to date, but the manifest is unfinished and the Hub rejects tags of README.md` */
  upToDate: (isUnfinished: boolean, rejects: readonly string[], card: string) => {
    const faults = [
      ...(isUnfinished ? ['the manifest is unfinished'] : []),
      ...(rejects.length === 0 ? [] : [`the Hub rejects ${rejects.join(', ')} of ${card}`]),
    ];
    return faults.length === 0 ? 'Up to date' : `Up to date, but ${faults.join(' and ')}`;
  },
  of: (file: string, what: string) => `${file}: ${what}`,
  missing: 'missing',
  outOfDate: 'out of date',
  left: 'no longer part of the report',
  /** `300 kg → 310 kg CO₂e` */
  changed: (before: string, after: string) => `${before.replace(/ CO₂e$/, '')} → ${after}`,
  withoutTotal: (after: string) => `out of date; its total would be ${after}`,
  sameTotal: (total: string, lines: number) =>
    `out of date; the total stays ${total}, ${lines === 1 ? 'one line differs' : `${lines} lines differ`}`,
  metadata: (before: string | undefined, after: string, more: number) =>
    `out of date; emissions in the front matter: ${before ?? 'none'} → ${after}${more === 0 ? '' : `, ${more} more ${more === 1 ? 'line differs' : 'lines differ'}`}`,
  several: (count: number, areMissing: boolean) => `${count} files ${areMissing ? 'missing' : 'out of date'}`,
  onlyFactors: (before: string, now: string) =>
    `Only the factors changed: the report uses edition ${before} of the tables, this version edition ${now}.`,
  remedy: (command: string) => `To update: ${command}`,
  verbose: 'With --verbose: every line that differs.',
} as const;

/** The words of `carboncard explain` beside the values. */
export const explainWords = {
  method: (edition: string, file: string | undefined, published: readonly string[]) =>
    `${file === undefined ? '' : `${file}: `}screening carbon footprint, location-based${published.length === 0 ? '' : ` (as published: ${published.join(', ')})`}; factors of edition ${edition}`,
  impacts: { 'adpe': 'ADP', 'primary-energy': 'primary MJ' } satisfies Record<ImpactCategory, string>,
  totals: { development: 'Development', deployment: 'Deployment', lifecycle: 'Development + deployment' } satisfies Record<TotalId, string>,
  over: (title: string, period: string) => `${title} over ${period}`,
  total: (title: string, figure: string) => `${title}: ${figure}`,
  sum: 'sum',
  interval: 'interval',
  energy: 'energy',
  water: 'water',
  emissions: 'emissions',
  market: 'market',
  marketBased: (figure: string) => `${figure}, market-based: in addition to the value above, never in its place`,
  baseModel: (name: string, figure: string | undefined) =>
    `Not included, by reference: ${name}, ${figure ?? 'whose emissions are unknown'}.`,
  counted: (what: string) => `counted: ${what}`,
  boundaryOf: (boundary: string) => `boundary: ${boundary}`,
  offsets: (figure: string) => `Offsets: ${figure}. They are never subtracted.`,
  share: 'share',
  basis: 'basis',
  boundary: 'boundary',
  range: 'range',
  source: 'source',
  licence: 'licence',
  address: 'address',
  place: 'given in',
  aRequest: 'a request',
  aToken: 'a token',
  ofPhase: (figure: string, name: string) => `${figure} of ${name}`,
  compare: 'compare',
  asInCards: (figure: string) => `${figure} on a boundary of accelerators × PUE, as most cards print`,
  request: 'request',
  token: 'token',
  per: (figure: string, count: string) => `${figure}, over ${count}`,
  exactly: (figure: string, exact: string) => `${figure}, exactly ${exact}`,
  ofTotal: (share: string, total: string) => `${share} of ${total.toLowerCase()}`,
  noInterval: 'not assessed: some inputs have no range',
  intervalText: (interval: string) => `90 %: ${interval}; it does not cover what is not counted`,
  contributions: 'Main contributions to the interval (share of its variance), to measure next:',
  notCountedTitle: 'Not counted, or counted elsewhere',
  notCounted: (reason: string) => `Not counted: ${reason}.`,
  state: (
    id: string,
    state: StateKind,
    { inside, size, reason }: Readonly<Partial<Record<'inside' | 'size' | 'reason', string | undefined>>>,
  ) => {
    const what = inside === undefined ? `${stateWords[state]}${size === undefined ? '' : `, ${size}`}` : `included in ${inside}`;
    return reason === undefined ? `${id}: ${what}` : `${id}: ${what}; ${reason}`;
  },
  omission: (what: string, phases: readonly string[] | undefined, reason: string) =>
    `${what}${phases === undefined ? '' : ` (${phases.join(', ')})`}: ${reason}`,
  states: stateWords,
  stateLabel: 'state',
  inside: 'inside',
  reason: 'reason',
  size: 'size',
  see: (id: string, command: string) => `${id}, which \`${command}\` explains`,
  formula: 'Formula',
  numbers: 'With its numbers',
  parts: 'Parts',
  inputs: 'Inputs',
  notes: 'Notes',
  exact: 'none: a count or a convention',
  noRange: 'none given',
  declared: 'the manifest, without citation',
  ownRange: (ends: string) => `${ends} (5 % and 95 % points), as given with the value`,
  defaultRange: (ends: string, title: string, id: string) => `${ends} (5 % and 95 % points), default range \`${id}\` (${title})`,
  dated: (title: string, year: number | undefined) => (year === undefined ? `${title} (year not stated)` : `${title} (${year})`),
  notStated: 'not stated',
  usedBy: 'used by',
  withOrigin: (basis: string, origin: string) => `${basis} (${origin}: not printed in the publication)`,
  alternative: (convention: string, figure: string) => `With the ${convention} convention: ${figure}.`,
  instead: (message: string, expected: string) => `${message} To change it: ${expected}.`,
  askForLine: 'Formula, inputs and sources of one line:',
  boundaries: {
    accelerator: 'accelerators',
    components: 'accelerators, processors and memory',
    node: 'nodes, at the plug',
    facility: 'the facility',
    unstated: 'not stated',
    'cradle-to-gate': 'cradle to gate',
  } satisfies Record<LineBoundary, string>,
} as const;

/** The words of `carboncard factors` beside the values. */
export const factorWords = {
  title: (edition: string) => `Factor tables of carboncard, edition ${edition}`,
  groups: {
    countries: 'grids of countries: life-cycle average by year',
    zones: 'grid zones: life-cycle average by year',
    regions: 'cloud regions: PUE, water, the provider’s own values by year',
    devices: 'accelerators: power and manufacturing',
    servers: 'servers, lifetimes, and defaults such as load',
    facility: 'data centres: PUE',
    water: 'water for generating electricity, by country',
    impacts: 'other impacts of electricity, by country: resources, primary energy',
  } satisfies Record<GroupId, string>,
  rangesTitle: 'default ranges, where a value has none',
  rangesHow:
    'The ends are the 5 % and 95 % points. ×/÷ k is a lognormal distribution whose mean is the value. The range of a PUE is that of PUE − 1.',
  examplesTitle: 'Search for a place (with a year), a device, a table, words, or the id of a row:',
  examples: ['France 2022', 'aws us-west-2 2023', 'us-central1 2021', 'A100 PCIe 40GB', 'load', 'pue', 'ranges', 'grid-fr-2022', '--json'],
  roles: {
    'grid': 'Electricity: used where the manifest gives no grid intensity',
    'other-grid': 'The other series for the same place and year: for comparison; the range reaches to it',
    'provider-grid': 'The provider’s own value for this grid: for comparison, never used',
    'market': 'Market-based claim: used only where the manifest asks for it',
    'pue': 'PUE: used where the manifest gives none',
    'on-site-water': 'Water used on site',
    'off-site-water': 'Water used in generating the electricity',
    'device': 'Values of this device',
  } satisfies Record<Exclude<FactorRole, 'rows'>, string>,
  step: (step: string) => `Note: ${step}.`,
  several: (names: string) => `Several places have this name; search for one of: ${names}.`,
  more: (count: number) => `… and ${count} more (all of them with --json).`,
  inFull: (id: string) => `To see one in full, with its source: carboncard factors ${id}`,
  range: 'range',
  inManifest: '5–95 %',
  kindRows: (kind: string, rows: number) => `${kind}: ${rows} rows`,
  year: 'year',
  zone: 'zone',
  kind: 'kind',
  note: 'note',
  what: 'for',
  source: 'source',
  licence: 'licence',
  address: 'address',
  id: 'id',
  exact: (title: string) => `none: ${title}`,
  instance: (
    name: string,
    accelerators: number,
    perServer: number,
    { title, licence }: { readonly title: string; readonly licence: string },
  ) => `${name} has ${accelerators} of these, in a server of ${perServer} (${title}; ${licence}).`,
  published: (ends: string) => `${ends} (5 % and 95 % points), published with the value`,
  ownDefault: (spread: string, id: string, title: string) => `${spread}, default range \`${id}\` (${title})`,
  noRange: 'none published with the value',
  noSpread: 'none',
} as const;

import { error, note, warning } from '../../diagnostics/message.js';
import type { RatedBy } from '../resolved.js';

const energyAt = (boundary: string, ratedBy: RatedBy | undefined): string =>
  ({
    tables: `The power from the factor tables is at the ${boundary} boundary`,
    manifest: `The rated power is at the ${boundary} boundary`,
    meter: `The energy was metered at the ${boundary} boundary`,
  })[ratedBy ?? 'meter'];

const evidenceOf = (ratedBy: RatedBy | undefined): string => (ratedBy === undefined ? 'energy' : 'a `power`');

/** What an energy without a boundary is taken as. */
const takenWords: Readonly<Record<string, string>> = {
  accelerator: 'It was taken as the energy of the accelerators, so the rest of the nodes and the facility are added.',
  components: 'It was taken as the energy of processors and memory, so the rest of the nodes and the facility are added.',
};

const oneOfHost =
  'Keep one of them: both describe the same electricity. `idle: { value: …, of: reserved }` is for machines that are held without working';

/** `reported` is compared and never counted; a total that is all that is known is counted as `emissions`. */
const orTotal = (reported: string | undefined): string =>
  reported === undefined
    ? ''
    : `; where the total is all that is known, \`emissions: { value: ${reported}, boundary: …, cite: … }\` in place of \`reported:\``;

/** What is said of the hours and the electricity of a phase. */
export const workMessages = {
  pueWithMeasuredOverhead: () =>
    error('pue-with-measured-overhead', 'A PUE and measured infrastructure are both given for this phase.', {
      expected: 'Keep one of them: both describe the same electricity',
    }),
  hostWithBaseline: {
    host: () => error('host-with-baseline', '`host` and the baseline of the nodes are both given for this phase.', { expected: oneOfHost }),
    host_share: () =>
      error('host-share-with-baseline', '`host_share` and the baseline of the nodes are both given for this phase.', {
        expected: oneOfHost,
      }),
  },
  hostTwice: () => error('host-twice', '`host` and `host_share` are both given for this phase.', { expected: 'Keep one of them' }),
  idleTwice: () =>
    error('idle-twice', '`idle` of reserved machines and `idle_power` are both given for this phase.', { expected: 'Keep one of them' }),
  baselineInsideBoundary: (boundary: string, ratedBy: RatedBy | undefined) =>
    error('baseline-inside-boundary', `${energyAt(boundary, ratedBy)}, which includes the baseline of the nodes.`, {
      expected: `Remove \`idle\`, or give ${evidenceOf(ratedBy)} at the accelerator boundary`,
    }),
  loadWithPower: () =>
    error('load-with-power', '`power` is average power and takes no load.', {
      expected: '`power:` alone, or `load:` with the rated power of a known device',
    }),
  hostInsideBoundary: {
    host: (boundary: string, ratedBy: RatedBy | undefined) =>
      error('host-inside-boundary', `${energyAt(boundary, ratedBy)}, which includes the power of the host.`, {
        expected: `Remove \`host\`, or give ${evidenceOf(ratedBy)} at the accelerator boundary`,
      }),
    host_share: (boundary: string, ratedBy: RatedBy | undefined) =>
      error('host-share-inside-boundary', `${energyAt(boundary, ratedBy)}, which includes the power of the host.`, {
        expected: `Remove \`host_share\`, or give ${evidenceOf(ratedBy)} at the accelerator boundary`,
      }),
  },
  facilityNotUsed: (key: 'pue' | 'overhead') =>
    warning('facility-not-used', `\`facility\` and \`${key}\` are both given. \`${key}\` was used.`, { expected: 'Keep one of them' }),
  overheadInsideFacility: () =>
    error('overhead-inside-facility', 'Energy metered at the facility includes its overhead.', {
      expected: 'Remove `overhead`; a `pue` splits the figure',
    }),
  sizeMissing: (what: string) =>
    error('size-missing', `Missing size: ${what} of a site needs the number of accelerators that it was measured for.`, {
      expected: `\`${what}: { value: 27 kW, for: 384 accelerators }\``,
    }),
  sizeUnknown: (what: string) =>
    error('accelerators-missing', `Missing number of accelerators: the ${what} of the site is scaled by them.`, {
      expected: 'Add `accelerators:`',
    }),
  reservedBelowBusy: () =>
    error('reserved-below-busy', '`reserved_hours` are fewer than the busy hours.', {
      expected: '`reserved_hours` of at least `accelerator_hours`',
    }),
  idlePowerMissing: () =>
    error('idle-power-missing', '`idle_power` needs the hours that machines were held and the hours that they were busy.', {
      expected: '`reserved_hours:` (or the `duration:` and `accelerators:` of an endpoint) beside `accelerator_hours:`',
    }),
  noIdleHours: () =>
    warning(
      'no-idle-hours',
      'The records give no idle hours: machines were busy for as long as they were held, so `idle_power` counts nothing.',
      {
        expected: '`accelerator_hours:` with the busy hours, or `reserved_hours:`',
      },
    ),
  acceleratorsMissing: (what: string) =>
    error('accelerators-missing', `Missing number of accelerators: ${what} lasts for the hours of the run, which need it.`, {
      expected: 'Add `accelerators:` beside `accelerator_hours:`, or `duration:`',
    }),
  /** @param reported Total that the phase reports, which may be all that is known: `25 t`. */
  noEnergy: (reported?: string) =>
    error('no-energy', 'Missing energy: the electricity cannot be calculated.', {
      expected: `Add \`energy:\`, or \`accelerator_hours:\` (or \`accelerators:\` and \`duration:\`) with \`hardware:\`${orTotal(reported)}`,
    }),
  noTime: (reported?: string) =>
    error('no-time', 'Missing time: the electricity cannot be calculated from the hardware alone.', {
      expected: `Add \`duration:\` (by the clock, such as \`3 weeks\`), \`accelerator_hours:\` or \`energy:\`${orTotal(reported)}`,
    }),
  countMissing: () =>
    error('accelerators-missing', 'Missing number of accelerators: only the duration is given.', {
      expected: '`hardware: 8 x …`, or `accelerators:`; or `accelerator_hours:`',
    }),
  noPower: () =>
    error('no-power', 'Missing power of the hardware: only the hours are given.', {
      expected: '`power:` of one accelerator, or a known `accelerator:`',
    }),
  severalYears: (first: number, last: number) =>
    note('several-years', `The run may reach into ${last}. The figures of ${first} were used for all of it.`, {
      expected: 'a phase for each year, or `year:` with the year of most of it',
    }),
  yearNotOfRun: (year: number, started: string, last: number) =>
    error('year-not-of-run', `Invalid year ${year}: the run started in ${started}.`, {
      expected:
        last > Number(started.slice(0, 4))
          ? `a year from ${started.slice(0, 4)} to ${last}`
          : '`started:` alone, or its year; or a `duration:` that reaches into the year',
    }),
  boundaryUnstated: (taken: string) =>
    warning(
      'boundary-unstated',
      `The boundary of the energy is not stated. ${takenWords[taken] ?? 'It was assumed not to include the PUE.'}`,
      { expected: '`{ value, boundary: accelerator | components | node | facility }`: where was it metered?' },
    ),
  publishedBoundary: () =>
    warning('boundary-unstated', 'The boundary of the published emissions is not stated, so it is unknown what they include.', {
      expected: '`{ value, boundary: accelerator | components | node | facility, cite }`',
    }),
  publishedBeside: (key: string) =>
    error('emissions-with-records', `\`emissions\` as published and \`${key}\` are both given for this phase.`, {
      expected: 'Keep one of them; `reported:` for a published total to compare with the calculated one',
    }),
  publishedUncited: () =>
    warning('published-uncited', 'The published emissions have no citation.', { expected: '`cite:` with the publication' }),
  rangeNotUsed: (what: string) =>
    warning('range-not-used', `${what}: \`low\` and \`high\` are not used, since a count or a convention has no interval.`, {
      expected: 'the value alone',
    }),
  bareCO2: (what: string) => note('co2-read-as-co2e', `${what} is given as CO2 and was read as CO2e.`),
  hoursDisagree: (run: string, wall: string) =>
    warning('hours-disagree', `Accelerator-hours ÷ accelerators is ${run}, more than the duration of ${wall}.`, {
      note: 'GPU-hours are not hours: 8 GPUs for 10 h are 80.',
    }),
  durationOfAccelerators: (hours: string) =>
    note(
      'duration-of-accelerators',
      `The duration is given in hours of accelerators. It was read as ${hours} of accelerators, and not multiplied by their number.`,
      { expected: '`accelerator_hours:`; or a duration by the clock, such as `21 days`' },
    ),
  severalAcceleratorHours: () =>
    error('several-accelerator-hours', '`duration`, in hours of accelerators, and `accelerator_hours` do not agree.', {
      expected: 'Keep one of them; or give the duration by the clock, such as `21 days`',
    }),
  hoursFromDuration: () =>
    note('hours-from-duration', 'Accelerator-hours were calculated as accelerators × duration, assuming that all were busy throughout.'),
  hoursFromFlops: (peak: string, mfu: string) =>
    note('hours-from-flops', `Accelerator-hours were calculated from operations: FLOP ÷ (peak of ${peak} × MFU of ${mfu}).`, {
      expected: '`accelerator_hours:` from the record of the run',
    }),
  defaultMfu: (peak: string, mfu: string, range: string) =>
    note(
      'default-mfu',
      `Default model FLOPs utilisation: ${mfu} of ${peak} (${range}). It converts operations into hours and nothing else.`,
      {
        expected: '`mfu:`',
      },
    ),
  flopsWithHours: () =>
    note('flops-beside-hours', 'Hours are given, so the operations are not used: recorded hours are the better evidence.'),
  noPeak: (device: string) =>
    error('no-peak', `Unknown peak throughput of ${device}: operations cannot be converted into hours.`, {
      expected: '`peak: 312 TFLOP/s` in `hardware`, or `accelerator_hours:`',
    }),
  mfuWithoutFlops: () =>
    error('mfu-without-flops', 'Missing operations: an MFU converts operations into hours.', {
      expected: 'Add `flops:`; average power ÷ rated power is `load`',
    }),
  defaultLoad: (load: string, range: string) =>
    note('default-load', `Default average power: ${load} of the rated power (${range}).`, {
      expected: '`power:` with the average power, or `load:`',
    }),
  ratedPower: {
    rated: (device: string, power: string) => note('rated-power', `Rated power of ${device} from the factor tables: ${power}.`),
    observed: (device: string, power: string) =>
      note(
        'rated-power',
        `Average power of ${device} from the factor tables: ${power}, observed in use by its maker. No load applies to it.`,
      ),
    estimated: (device: string, power: string) =>
      note('rated-power', `No rated power of ${device} is published. An estimate from the factor tables was used: ${power}.`, {
        expected: '`power:` with the average power',
      }),
  },
  besideEnergy: (key: string) =>
    note('beside-energy', `The energy is given, so \`${key}\` is not used: recorded energy is the better evidence.`),
  loadOnObserved: (device: string) =>
    warning(
      'load-not-applied',
      `The power of ${device} in the factor tables is an average observed in use, so the \`load\` was not applied.`,
      {
        expected: '`power:` with the average power, or no `load`',
      },
    ),
  superchipMeter: (device: string) =>
    note('superchip-meter', `Sensors of ${device} show the GPU alone or the whole module. The figure was taken as that of the GPU alone.`, {
      expected: '`boundary: components`, where processor and memory are included',
    }),
  powerIsRating: (power: string, device: string) =>
    note(
      'power-is-rating',
      `The power of ${power} is the rated power of the ${device}. The average was assumed to lie between 60 % and 100 % of it.`,
      {
        expected: '`power:` with the average power, or `basis: measured`',
      },
    ),
  leastHost: (watts: string, share: string) =>
    note(
      'default-host',
      `Default for processors, memory, fans and losses of the nodes: ${watts} for each accelerator at least, which is more than ${share} of its energy.`,
      {
        expected: '`host:`, `host_share:`, or `power:` at the node',
      },
    ),
  defaultHost: {
    accelerators: (share: string, range: string) =>
      note(
        'default-host',
        `Default for processors, memory, fans and losses of the nodes: ${share} of the energy of the accelerators (${range}).`,
        {
          expected: '`host:`, `host_share:`, or `power:` at the node',
        },
      ),
    components: (share: string, range: string) =>
      note(
        'default-host',
        `Default for fans, mainboard and losses of the nodes: ${share} of the energy of processors, memory and accelerators (${range}).`,
        {
          expected: '`host:`, `host_share:`, or `power:` at the node',
        },
      ),
  },
  originOf: (what: string, value: string, origin: 'inferred' | 'back-calculated') =>
    note(`figure-${origin}`, `${what} of ${value} is ${origin}: the publication does not print it.`),
  assumedFigure: (what: string, value: string) => note('figure-assumed', `${what} of ${value} is an assumption of this manifest.`),
} as const;

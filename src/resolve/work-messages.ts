import { error, note, warning } from '../diagnostics/message.js';

const energyAt = (boundary: string, ours: boolean): string =>
  ours ? `The power that was taken from our table is of the ${boundary} boundary` : `The energy was metered at the ${boundary} boundary`;

/** What is said of the hours and the electricity of a phase. */
export const workMessages = {
  pueWithMeasuredOverhead: () =>
    error('pue-with-measured-overhead', 'A PUE and measured infrastructure are both given for this phase.', {
      expected: 'one of them: both describe the same electricity',
    }),
  hostShareWithBaseline: () =>
    error('host-share-with-baseline', 'A host share and the baseline of the nodes are both given for this phase.', {
      expected: 'one of them: both describe the same electricity',
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
  yearNotOfRun: (year: number, started: string, last: number) =>
    error('year-not-of-run', `The year is ${year}, and the run started in ${started}.`, {
      expected:
        last > Number(started.slice(0, 4))
          ? `a year from ${started.slice(0, 4)} to ${last}`
          : '`started:` alone, or its year; or the `duration:` by which it went on',
    }),
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
  originOf: (what: string, value: string, origin: string) =>
    note(`figure-${origin}`, `${what}, ${value}, is ${origin}: the publication does not print it.`),
  assumedFigure: (what: string, value: string) => note('figure-assumed', `${what}, ${value}, is an assumption of this manifest.`),
} as const;

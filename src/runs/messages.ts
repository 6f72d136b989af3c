import { error, type IdsOf, listed, type Message, note, warning } from '../diagnostics/message.js';
import type { TrackerId } from '../trackers/ids.js';
import { trackers } from '../trackers/index.js';
import { atMost, durationText, formatted, plainDecimal, THIN } from '../units/format.js';
import { listed as inWords } from '../units/listed.js';
import type { Overlap } from './overlap-readings.js';
import type { ReadApart } from './read-apart.js';

/** Share of the time of runs that may go unread. */
const alike = 0.01;

/** What is reported of runs together. */
export const messages = {
  overlap: (overlap: Overlap) =>
    warning(
      'overlap',
      `${runsOf(overlap)}. On one machine they used ${kWh(overlap.once)}, on ${overlap.machines} machines ${kWh(overlap.added)}. The latter is counted.${overlap.areAlike ? ` The energies differ by less than 0.1${THIN}%, so they are almost certainly readings of one machine.` : ''}`,
      {
        expected:
          overlap.phases.length > 1 && new Set(overlap.logs.values()).size > 1
            ? 'one of the phases where it was one machine, or `same_machine: false` in each'
            : overlap.phases.length > 1
              ? 'in each of these phases `same_machine: true`, which counts one machine once, or `same_machine: false`'
              : 'in the phase `same_machine: true`, which counts one machine once, or `same_machine: false`, which adds them',
      },
    ),
  countedOnce: (overlap: Overlap) =>
    note('counted-once', `${runsOf(overlap)}, on one machine (\`same_machine: true\`). ${countedOnceText(overlap)}`),
  measuredMeanwhile: (runs: number) =>
    note(
      'counted-once',
      `${runs === 1 ? 'One run has' : `${runs} runs have`} no energy, and the machine was measured at the same time (\`same_machine: true\`). ${runs === 1 ? 'Its' : 'Their'} time is not counted again.`,
    ),
  sameCard: (overlap: Overlap) =>
    warning('same-card', `${runsOf(overlap)}, and have the same cards by their UUIDs. ${countedOnceText(overlap)}`),
  readApart: ({ processors, gpus, energy, hours, hoursRead }: ReadApart) => {
    const isRead = hoursRead >= hours * (1 - alike);
    const rest = isRead
      ? ''
      : ` The GPUs were measured for ${atMost(hoursRead, 4)} of ${durationText(hours)}: also add \`unmetered_hours:\`, the other hours of accelerators.`;
    return warning(
      'gpus-read-apart',
      `No energy of the GPUs is in ${logsText(processors, processors, gpus)}, and ${logsText(gpus, processors, gpus)} measured them at the same time. In two phases, their electricity would be counted twice: as measured, and from their rated power. Add \`host: { value: ${plainDecimal(energy, 6)} kWh, boundary: components }\` to the phase of ${logsText(gpus)}, and leave out ${logsText(processors)}.${rest}`,
    );
  },
  countedElsewhere: () =>
    error(
      'counted-elsewhere',
      'All runs of this phase are a part of what another phase has of the same machine, so nothing is left to count.',
      {
        expected: 'the phase with the whole machine alone; remove this one',
      },
    ),
  nothingCountedOnce: () =>
    note('nothing-counted-once', 'No runs of these logs overlap on one machine, so `same_machine: true` changes nothing.'),
  tooManyToCountOnce: (most: number) =>
    error('too-many-runs', `\`same_machine: true\` is possible for at most ${most} runs.`, {
      expected: 'fewer logs in the phases with `same_machine`, or a selection of their runs',
    }),
  tooManyToCompare: (most: number) =>
    note('overlaps-not-compared', `There are more than ${most} runs. Runs that overlap were looked for among the first ${most}.`),
  notFinite: () =>
    error('log-not-finite', 'The figures of this run are beyond what numbers can hold.', {
      expected: 'an energy in kWh, a duration in hours or seconds',
    }),
  tooMuch: () =>
    error('log-energy', 'Implausible energy of a run: more electricity than the world uses in a year.', {
      expected: 'an energy in the unit that the column or the format has',
    }),
  tooLong: (hours: number) =>
    error('log-duration', `Implausible duration of a run: ${durationText(hours)}.`, { expected: 'a run of at most 30 years' }),
  cardsBeyond: (count: number) =>
    error('log-accelerators', `Implausible number of accelerators of a run: ${count}.`, {
      expected: 'a number of accelerators, or the share of one that was used: `0.125`',
    }),
  otherYear: (year: string) =>
    error('log-year', `Implausible year of a run: ${year}.`, {
      expected: 'a time from 1990 on',
      note: 'Clocks that were never set begin in 1970.',
    }),
  runNotMeasured: () =>
    warning('not-measured', 'This run has an energy of 0 kWh, so it was not measured. Its time is used without an energy.'),
  dies: (name: string, { count, dies }: { readonly count: number; readonly dies: number }) =>
    note(
      'dies-counted',
      `Drivers and schedulers list the ${dies} dies of one ${name} as ${dies} GPUs, so the ${count === 1 ? 'one' : count} in the log ${count === 1 ? 'is' : 'are'} ${count / dies === 1 ? 'one' : count / dies} of them.`,
      { note: `Where the log counts whole modules or boards, add \`accelerators: ${count}\`.` },
    ),
  countryByName: (code: string, name: string) =>
    warning('country-code', `Unknown country code ${JSON.stringify(code)}. The name of the country beside it was used: ${name}.`),
  countriesDiffer: (code: string, name: string) =>
    warning(
      'country-contradicts',
      `The log names the country ${name}, and its code is ${code}, which is another country. The code was used.`,
      {
        note: `If it was ${name}, add \`location: ${name}\`.`,
      },
    ),
  severalDevices: (names: readonly string[]) =>
    warning('several-devices', `The runs used ${listed(names.slice(0, 5))}. None of them was used as the hardware.`, {
      note: 'Give each a phase, or name the device as `hardware:`.',
    }),
  unknownDevice: (name: string) =>
    warning('unknown-device', `Unknown device ${JSON.stringify(name)}, so its embodied emissions are not counted.`, {
      note: 'Give a device that `carboncard factors` finds as `hardware:`, or its embodied emissions.',
    }),
  severalYears: (years: readonly string[], used: string) =>
    warning('several-years', `The runs are of the years ${listed(years)}. The grid of ${used}, the year with the most energy, is used.`, {
      note: 'Give each year a phase.',
    }),
  severalBoundaries: (boundaries: readonly string[]) =>
    error('several-boundaries', `The energies have different boundaries (${listed(boundaries)}), so they can't be added.`, {
      expected: 'a phase for each of them',
      note: '`run`, `project` or `since` in `from` select runs. `carboncard init` writes a phase for each.',
    }),
  severalMeasures: (methods: readonly string[]) =>
    error('alternative-measures', `The measures (${listed(methods.slice(0, 5))}) may be of the same energy, so they can't be added.`, {
      expected: 'one of them, selected by `project` in `from`',
    }),
  /** @param device Whose rated power is known. */
  partlyMetered: (what: string, device: string | undefined) =>
    warning(
      'partly-metered',
      device === undefined
        ? `Not counted: the electricity of ${what}, for which the log has no energy. It is unknown on which device, or on how many, it ran.`
        : `The log has no energy of ${what}. It is calculated from the rated power of ${device}, and added.`,
      device === undefined ? { note: 'Give the device as `hardware:`, and `unmetered_hours:` in hours of accelerators.' } : undefined,
    ),
  hostPartlyMetered: (without: number, runs: number) =>
    warning('partly-metered', `${without} of ${runs} runs have no energy of processors and memory. It is not included.`),
  cardNotCounted: (card: string) => warning('card-not-counted', `Not counted: the electricity of ${card}. It has no power readings.`),
  acceleratorsCalculated: (device: string) =>
    warning(
      'accelerators-not-measured',
      `The GPUs were not measured: the energy in the log is of processors and memory. That of the GPUs is calculated from the rated power of ${device}.`,
      { note: 'Tools write 0 for a GPU that they cannot read: one without an energy counter, in WSL, on Jetson, or a slice of a GPU.' },
    ),
  acceleratorsNotCounted: (why: string) =>
    warning(
      'accelerators-not-measured',
      `Not counted: the electricity of the GPUs. It was not measured, and ${why}. The energy in the log is of processors and memory.`,
      { note: 'Give the GPUs as `hardware:`, or their energy.' },
    ),
  idleCards: (idle: number, cards: number) =>
    warning(
      'unused-cards',
      `${idle} of ${cards} GPUs never took more than a third of the average of the busiest one. Were all ${cards} used?`,
      { note: 'Tools list every GPU of a machine. Give those that were used as `accelerators:`.' },
    ),
  unusedCards: (cards: number, watts: string, share: string, device: string) =>
    warning(
      'unused-cards',
      `The average power of the ${cards} GPUs is ${watts}\u202fW each, ${share} of the rated power of ${device}. Were all ${cards} used?`,
      { note: 'Tools list every GPU of a machine. Give those that were used as `accelerators:`.' },
    ),
} as const;

/** What is reported of runs that overlap. */
export function overlapMessage(overlap: Overlap): Message<IdsOf<typeof messages>> {
  if (overlap.kind === 'overlap') return messages.overlap(overlap);
  return overlap.kind === 'counted-once' ? messages.countedOnce(overlap) : messages.sameCard(overlap);
}

/** Logs, or lines of one log, that a sentence names. */
const maxNamed = 4;

/** `4 runs overlap in time: a.csv, b.csv, c.csv and d.csv`, with the names of the tools where they differ. */
function runsOf({ runs, logs, lines }: Overlap): string {
  const [log = ''] = logs.keys();
  const where = logs.size > 1 ? logsText(logs, logs) : `${log}, lines ${inWords(firstOf(lines.map(String), 'lines'))}`;
  return `${runs} runs overlap in time: ${where}`;
}

/**
 * Names of logs, with those of their tools where several tools are spoken of.
 *
 * @param all The logs that are spoken of.
 */
function logsText(logs: ReadonlyMap<string, TrackerId>, ...all: readonly ReadonlyMap<string, TrackerId>[]): string {
  const tools = new Set(all.flatMap((one) => [...one.values()]));
  const names = [...logs].map(([name, tracker]) => (tools.size > 1 ? `${name} (${trackers[tracker].title})` : name));
  return inWords(firstOf(names, 'logs'));
}

function firstOf(names: readonly string[], noun: string): readonly string[] {
  if (names.length <= maxNamed + 1) return names;
  return [...names.slice(0, maxNamed), `${names.length - maxNamed} more ${noun}`];
}

function countedOnceText({ once, added }: Overlap): string {
  return `They are counted once: ${kWh(once)} instead of ${kWh(added)}.`;
}

function kWh(value: number): string {
  return formatted({ value, unit: 'kWh' }).text;
}

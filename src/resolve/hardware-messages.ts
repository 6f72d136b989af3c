import { error, listed, note, suggested } from '../diagnostics/message.js';

/** What is said of the hardware of a phase and of making it. */
export const hardwareMessages = {
  unknownHardware: (name: string, suggestion?: string) =>
    error('unknown-hardware', `No hardware is called \`${name}\`, and it is no device that is known.`, {
      expected: 'a name from `hardware`, or a device such as `8 x A100 80GB`',
      ...suggested(suggestion),
    }),
  unknownDevice: (name: string, candidates: readonly string[]) =>
    error('unknown-device', `The device \`${name}\` is not known, so its power isn't either.`, {
      expected: 'a device that `carboncard` knows, or `power:` for the average draw of one',
      ...(candidates.length === 0 ? {} : { suggestion: candidates.join(', ') }),
    }),
  ambiguousDevice: (name: string, candidates: readonly string[]) =>
    error('ambiguous-device', `\`${name}\` can be several devices.`, { expected: `one of ${listed(candidates)}` }),
  occupancyWithReservedHours: () =>
    error('occupancy-with-reserved-hours', 'Reserved hours and an occupancy are both given for this phase.', {
      expected: '`reserved_hours` (calendar convention), or `occupancy` (busy hours)',
      note: 'Both would charge the idle life of the hardware twice.',
    }),
  calendarWithOccupancy: () =>
    error('calendar-with-occupancy', 'The calendar convention takes no occupancy.', {
      expected: '`convention: occupancy`, or no `occupancy`',
    }),
  occupancyMissing: () =>
    error('occupancy-missing', 'The occupancy convention needs an occupancy.', {
      expected: '`occupancy: 85 %`, or `convention: calendar`',
    }),
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
} as const;

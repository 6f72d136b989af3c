import { error, note, suggested, warning } from '../../diagnostics/message.js';

const accelerators = (count: number): string => `${Number(count.toPrecision(3))} accelerator${count === 1 ? '' : 's'}`;

const cores = (count: number): string => `${Number(count.toPrecision(4))} core${count === 1 ? '' : 's'}`;
const share = (processors: number): string => `${Number(processors.toPrecision(3))} processor${processors === 1 ? '' : 's'}`;

/** Text in a mapping on one line of YAML. */
const inFlow = (text: string): string => (/^[\w(][\w ().@/+-]*$/.test(text) ? text : JSON.stringify(text));

/** What is said of the hardware of a phase and of making it. */
export const hardwareMessages = {
  unknownHardware: (name: string, suggestion?: string) =>
    error('unknown-hardware', `Unknown hardware or device \`${name}\`.`, {
      expected: 'a name from `hardware`, or a device such as `8 x A100 80GB`',
      ...suggested(suggestion),
    }),
  unknownDevice: (name: string, candidates: readonly string[]) =>
    error('unknown-device', `Unknown device \`${name}\`: its power is not in the factor tables.`, {
      expected: 'a device that `carboncard factors` finds, or `power:` with the average power of one',
      ...suggested(candidates.length === 0 ? undefined : candidates.join('; ')),
    }),
  deviceNotCounted: (name: string, candidates: readonly string[]) =>
    warning('unknown-device', `Unknown device \`${name}\`: its embodied emissions are not counted.`, {
      expected: 'a device that `carboncard factors` finds, or `embodied:` with the emissions of making one',
      ...suggested(candidates.length === 0 ? undefined : candidates.join('; ')),
    }),
  ambiguousDevice: (name: string, candidates: readonly string[]) =>
    error('ambiguous-device', `Ambiguous device \`${name}\`: it can be several.`, { expected: `one of ${candidates.join('; ')}` }),
  occupancyWithReservedHours: () =>
    error('occupancy-with-reserved-hours', '`reserved_hours` and an `occupancy` are both given for this phase.', {
      expected: '`reserved_hours` (calendar convention), or `occupancy` (busy hours)',
      note: 'Both would count the idle life of the hardware twice.',
    }),
  calendarWithOccupancy: () =>
    error('calendar-with-occupancy', 'The calendar convention takes no occupancy.', {
      expected: '`convention: occupancy`, or no `occupancy`',
    }),
  occupancyMissing: () =>
    error('occupancy-missing', 'Missing occupancy: the occupancy convention needs one.', {
      expected: '`occupancy: 85 %`, or `convention: calendar`',
    }),
  defaultEmbodied: (what: string, value: string, source: string) =>
    note('default-embodied', `${what}: ${value} from the factor tables (${source}).`),
  computerNotCounted: (device: string) =>
    note(
      'server-not-counted',
      `The emissions of making the computer around the ${device} are not counted: they differ from one computer to the next.`,
      {
        expected: "`embodied: { server: … }` from the maker's product carbon footprint",
      },
    ),
  ratedProcessor: {
    model: (processor: string, power: string) => note('rated-power', `Rated power of ${processor} from the factor tables: ${power}.`),
    generation: (processor: string, power: string) =>
      note('rated-power', `Highest power of ${processor} from the factor tables: ${power}.`, {
        expected: 'the model of the processor, such as `Xeon Gold 6148`',
      }),
    line: (processor: string, power: string) =>
      note('processor-unknown', `No rated power of ${processor} is in the factor tables. The median of its line was used: ${power}.`, {
        expected: `\`hardware: { accelerator: ${inFlow(processor)}, rating: … W }\` with the rated power (TDP) of one processor, or its model`,
      }),
  },
  coresCounted: (processor: string, used: number, perProcessor: number) =>
    note('cores-counted', `${cores(used)} of ${processor} were counted as ${share(used / perProcessor)} of ${perProcessor} cores.`),
  defaultCores: (processor: string, used: number, perProcessor: number) =>
    note(
      'default-cores',
      `The number of cores of ${processor} is not in the factor tables: ${cores(used)} were counted as ${share(used / perProcessor)}, with ${perProcessor} cores assumed.`,
      {
        expected: 'the number of processors: `2 x …`',
      },
    ),
  ratingOfMachine: (rating: string, perNode: string) =>
    note('rating-of-machine', `The rated power of ${rating} was read as that of a machine of ${perNode}.`, {
      expected: `\`rating: { value: …, for: ${perNode} accelerators }\``,
    }),
  memoryPower: (size: string, watts: string) => note('memory-power', `Default power of ${size} of memory: ${watts} W for each GB.`),
  estimatedEmbodied: (what: string, value: string, kind: string) =>
    note('estimated-embodied', `No figure is published for making ${what}; ${value} was used, ${kind}.`, {
      expected: "`embodied: { accelerator: … }` from the maker's product carbon footprint",
    }),
  defaultLifetime: (years: string) => note('default-lifetime', `Default lifetime of the hardware: ${years}.`),
  defaultPerNode: (perNode: string) => note('default-per-node', `Default number of accelerators in a server: ${perNode}.`),
  serverOfProcessor: (processor: string) =>
    note('default-per-node', `Each ${processor} was counted with a server of its own.`, {
      expected: '`per_node: 2` for two processors in a server',
    }),
  perNodeUnknown: (device: string, perNode: string) =>
    note(
      'default-per-node',
      `The factor tables do not say how many of ${device} a server holds. With ${perNode} assumed, each carries that part of the server.`,
      { expected: '`per_node:`; with fewer in a server, each carries more of it' },
    ),
  perNodeOfTable: (device: string, perNode: string, where: string) =>
    note('default-per-node', `A server was assumed to hold ${perNode} of ${device}, as behind ${where}.`, { expected: '`per_node:`' }),
  countsDisagree: (other: number, where: string, used: number) =>
    warning('counts-disagree', `Two numbers of accelerators: ${other} in ${where}, and ${used} in \`accelerators\`. ${used} was used.`, {
      expected: 'one number; those in one server are `per_node:`',
    }),
  oneDevice: (device: string) =>
    note('one-device', `One ${device} was counted, since no number is given.`, { expected: '`8 x …`, or `accelerators:`' }),
  memoryNotUsed: () =>
    note(
      'memory-not-used',
      'The electricity of `memory` is not counted: it is a part of what was metered, or of the default for the rest of the machine.',
    ),
  oneInstance: (instance: string, count: number) =>
    note('one-instance', `${instance} was read as one machine, with ${accelerators(count)}.`, {
      expected: '`4 x …`, or `accelerators:`',
    }),
  perNodeOfInstance: (instance: string, perServer: number) =>
    note('instance-server', `The server behind ${instance} was assumed to hold ${accelerators(perServer)}.`),
  reservedAsBusy: () =>
    note(
      'reserved-as-busy',
      'No reserved hours are given. The busy hours were used for them, so the embodied emissions are a lower bound.',
    ),
  endpointByCalendar: () =>
    note(
      'endpoint-by-calendar',
      'An endpoint is held for its whole window, whatever its load. Its embodied emissions follow the calendar convention, and the occupancy is not used.',
    ),
  serverNotCounted: () =>
    note(
      'server-not-counted',
      'No figure is given for the servers, so the embodied emissions include the accelerators alone and are a lower bound.',
    ),
} as const;

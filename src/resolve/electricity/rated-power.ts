import type { LineBoundary } from '../../assessment/assessment.js';
import type { Factor } from '../../factors/factor.js';
import { defaultLoads, largeRun, memoryPower, type Processor, processorRating, serverSizeOf } from '../../factors/hardware/index.js';
import { constant, type Expression, evaluate, type Input, input, product, quotient, step, sum } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { formatted, percentExactly } from '../../units/format.js';
import { fromFactor, fromManifest } from '../inputs.js';
import type { Machine } from '../machine.js';
import { hardwareMessages } from '../messages/hardware.js';
import { workMessages } from '../messages/work.js';
import { anchorOf } from '../references.js';
import type { RatedBy } from '../resolved.js';
import type { WorkContext } from './work-context.js';

/** Average power of one accelerator, or of one processor where these do the work. */
export interface RatedPower {
  readonly power: Expression;
  readonly boundary: LineBoundary;
  readonly by: RatedBy;
}

/** The rated power of the manifest or of the tables × a load; a power that was observed in use includes its load already. */
export function ratedPowerOf(context: WorkContext): RatedPower | undefined {
  const { scope, machine } = context;
  const { phase, hardware, report } = scope;
  const rating = hardware?.value.rating;
  const load = phase.load ?? hardware?.value.load;
  if (rating !== undefined) return withMemory(context, ofRating(context, rating));
  const { device, path } = machine;
  if (device === undefined) {
    if (machine.processor !== undefined) return withMemory(context, ofProcessor(context, machine.processor));
    // A device that is unknown was reported where it was looked up.
    if (hardware?.value.accelerator === undefined) report({ ...workMessages.noPower(), path: anchorOf(phase) });
    return undefined;
  }
  const kind = device.observed === true ? 'observed' : device.estimated === true ? 'estimated' : 'rated';
  report({ ...workMessages.ratedPower[kind](device.name, formatted(device.power).text), path });
  const rated = input(fromFactor(device.power, { name: `${kind} power`, basis: 'table' }));
  if (kind === 'observed') {
    if (load !== undefined) report({ ...workMessages.loadOnObserved(device.name), path: load.path });
    return { power: rated, boundary: device.powerBoundary, by: 'tables' };
  }
  return { power: step('power', 'W', product(rated, input(loadOf(context)))), boundary: device.powerBoundary, by: 'tables' };
}

/** The rating that the manifest gives: of one accelerator, or of a machine with several, by its size or by `for`. */
function ofRating(context: WorkContext, rating: ManifestQuantity): RatedPower {
  const { scope, machine } = context;
  const { hardware, cites, report } = scope;
  const { device, processor } = machine;
  const whole = input(fromManifest(rating, { name: 'rated power', cites: cites.hardware, common: true, exact: true }, report));
  const shared = sharersOf(rating, machine, hardware?.value.per_node?.value);
  if (shared !== undefined && rating.for === undefined)
    report({ ...hardwareMessages.ratingOfMachine(formatted(rating).text, String(shared)), path: rating.path });
  const one =
    shared === undefined || shared === 1 ? whole : step('rated power of one', 'W', quotient(whole, constant(shared, 'accelerators')));
  const ofParts = processor !== undefined ? 'components' : (device?.powerBoundary ?? 'accelerator');
  const boundary = rating.boundary ?? (shared !== undefined && shared > 1 ? 'node' : ofParts);
  return { power: step('power', 'W', product(one, input(loadOf(context)))), boundary, by: 'manifest' };
}

/** How many accelerators share a rating: those that it names, else those of the node, where it is more than one of them can take. */
function sharersOf(rating: ManifestQuantity, { device, instance }: Machine, perNode: number | undefined): number | undefined {
  if (rating.for !== undefined) return rating.for;
  const isOfNode = rating.boundary === 'node' || (device !== undefined && rating.value > 2 * (device.power.high ?? device.power.value));
  if (!isOfNode) return undefined;
  return perNode ?? instance?.accelerators ?? (device && serverSizeOf(device).factor.value);
}

/** The rated power of a processor of the tables: of its model, of its generation, or the median of its line. */
function ofProcessor(context: WorkContext, { name }: Processor): RatedPower {
  const { power, by } = processorRating(name);
  context.scope.report({ ...hardwareMessages.ratedProcessor[by](name, formatted(power).text), path: context.machine.path });
  const rated = input(fromFactor(power, { name: 'rated power', basis: by === 'line' ? 'assumed' : 'table' }));
  return { power: step('power', 'W', product(rated, input(loadOf(context)))), boundary: 'components', by: 'tables' };
}

/** Memory beside processors, at work whatever the load: of each machine, or of the whole phase, divided by its processors. */
function withMemory({ scope, machine, hours }: WorkContext, rated: RatedPower): RatedPower {
  const ofMachine = scope.hardware?.value.memory;
  const memory = scope.phase.memory ?? ofMachine ?? memoryInWords(machine);
  if (memory === undefined || rated.boundary !== 'components') return rated;
  const size = input(fromManifest(memory, { name: 'memory', cites: scope.cites.hardware, common: true, exact: true }, scope.report));
  const perGB = input(fromFactor(memoryPower, { name: 'power of a GB', basis: 'assumed' }));
  scope.report({ ...hardwareMessages.memoryPower(formatted(memory).text, String(memoryPower.value)), path: memory.path });
  const whole = step('memory power', 'W', product(size, perGB));
  const isOfAll = memory !== ofMachine && hours.accelerators !== undefined;
  const ofOne = isOfAll ? step('memory power of one', 'W', quotient(whole, input(hours.accelerators))) : whole;
  return { ...rated, power: sum(rated.power, ofOne) };
}

const gigabytes: Readonly<Record<string, number>> = { GB: 1, GiB: 1.073741824, TB: 1000, TiB: 1099.511627776 };

/** Memory in the words of the hardware: `64 x EPYC 7763 cores, 256 GB`. */
function memoryInWords({ processor, path }: Machine): ManifestQuantity | undefined {
  const [, digits, unit = ''] = /^(\d+) ?([GT]i?B)$/i.exec(processor?.memory ?? '') ?? [];
  const factor = Object.entries(gigabytes).find(([name]) => name.toLowerCase() === unit.toLowerCase())?.[1];
  if (digits === undefined || factor === undefined) return undefined;
  return { value: Number(digits) * factor, unit: 'GB', dimension: 'memory', path };
}

function loadOf(context: WorkContext): Input {
  const { phase, hardware, cites, report } = context.scope;
  const recorded = phase.load ?? hardware?.value.load;
  if (recorded !== undefined) return fromManifest(recorded, { name: 'load', cites: cites.hardware, max: 1 }, report);
  const factor = defaultLoadOf(context);
  const { value, low = value, high = value } = factor;
  report({
    ...workMessages.defaultLoad(percentExactly(value), `${percentExactly(low)}–${percentExactly(high)}`),
    path: context.machine.path,
  });
  return fromFactor(factor, { name: 'load', basis: 'assumed', max: 1 });
}

/** The default load: that of a large training, of an endpoint, or of all other work. */
function defaultLoadOf({ scope: { phase }, hours }: WorkContext): Factor<'1'> {
  if (phase.phase === 'deployment') return defaultLoads.deployment;
  if (phase.phase !== 'training' && phase.phase !== 'data') return defaultLoads.small;
  const isLarge =
    hours.accelerators === undefined
      ? hours.busy !== undefined && evaluate(hours.busy) >= largeRun.acceleratorHours
      : hours.accelerators.value >= largeRun.accelerators;
  return isLarge ? defaultLoads.large : defaultLoads.small;
}

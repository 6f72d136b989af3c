import type { Message } from '../diagnostics/message.js';
import {
  type Device,
  defaultLifetime,
  defaultOccupancy,
  defaultPerNode,
  type ServerSize,
  serverOf,
  serverSizeOf,
} from '../factors/hardware/index.js';
import { embodiedByCalendar, embodiedByOccupancy } from '../formulas/embodied.js';
import { type Expression, type Input, input, product, quotient, step, sum } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { atMost, formatted } from '../units/format.js';
import type { Hours } from './hours.js';
import { type Citations, fromFactor, fromManifest } from './inputs.js';
import type { Machine } from './machine.js';
import { hardwareMessages } from './messages/hardware.js';
import { reasons } from './messages/reasons.js';
import type { Embodied } from './resolved.js';
import type { PhaseScope } from './scope.js';

interface EmbodiedContext {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly hours: Hours;
}

/** Making the hardware: the phase's own figure, else figures per device and server by the convention that fits. */
export function embodiedOf(scope: PhaseScope, machine: Machine, hours: Hours): Embodied | { readonly missing: string } {
  const { phase, hardware, boundary, cites, report } = scope;
  checkConvention(scope);
  if (!boundary.includes('embodied')) return { missing: reasons.outsideBoundary };
  if (phase.embodied !== undefined) {
    const declared = fromManifest(phase.embodied, { name: 'embodied emissions', cites: cites.phase }, report);
    return { emissions: input(declared), parts: [], evidence: 'declared', alternative: declaredByCalendar(phase.embodied, declared) };
  }
  if (hardware === undefined) return { missing: reasons.noRecord };
  if (hours.busy === undefined && hours.reserved === undefined) return { missing: reasons.noHours };
  const context: EmbodiedContext = { scope, machine, hours };
  const made = devicesMade(context);
  if (made.length > 0) return { ...byConvention(context, made), lacks: lackOf(context, made) };
  const name = hardware.value.accelerator;
  return { missing: machine.device === undefined && name !== undefined ? reasons.unknownDevice(name) : reasons.noEmbodied };
}

/** The published emissions by calendar beside those by occupancy: as unsure as they are, since both are of the same hardware. */
function declaredByCalendar({ value, byCalendar }: ManifestQuantity, declared: Input): Embodied['alternative'] {
  if (byCalendar === undefined) return undefined;
  const { basis, path, source } = declared;
  const ratio: Input = {
    ...{ name: 'by calendar ÷ by occupancy', value: byCalendar / value, unit: '', exact: true, identity: `calendar:${path}` },
    ...{ basis, path, source },
  };
  return { convention: 'calendar', emissions: product(input(declared), input(ratio)) };
}

function checkConvention({ phase, hardware, report }: PhaseScope): void {
  const own = hardware?.value.embodied;
  if (own?.occupancy !== undefined && own.occupancy.value < 1 && phase.reserved_hours !== undefined)
    report({ ...hardwareMessages.occupancyWithReservedHours(), path: phase.reserved_hours.path });
  if (own?.convention === 'calendar' && own.occupancy !== undefined)
    report({ ...hardwareMessages.calendarWithOccupancy(), path: own.occupancy.path });
  if (own?.convention === 'occupancy' && own.occupancy === undefined)
    report({ ...hardwareMessages.occupancyMissing(), path: `${hardware?.path}.embodied.convention` });
}

/** Who is cited for the figures of making the hardware. */
function citesOf({ hardware, cites }: PhaseScope): Citations {
  return [hardware?.value.embodied?.cite, ...cites.hardware];
}

/** What has no figure beside the accelerators: their servers, or the computer around a card that is in no server of the tables. */
function lackOf({ scope, machine }: EmbodiedContext, made: readonly Made[]): Embodied['lacks'] {
  if (made.some(({ name }) => name === 'servers')) return undefined;
  const { device } = machine;
  return device !== undefined && serverOf(device, scope.hardware?.value.per_node?.value) === undefined ? 'rest-of-computer' : 'servers';
}

interface Made {
  readonly name: 'servers' | 'accelerators';
  readonly emissions: Input;
}

/** What was made, with its figure: those of the manifest, else those of the factor tables. */
function devicesMade(context: EmbodiedContext): readonly Made[] {
  const { hardware, report } = context.scope;
  const own = hardware?.value.embodied;
  const cites = citesOf(context.scope);
  const made: Made[] = [];
  if (own?.server !== undefined)
    made.push({ name: 'servers', emissions: fromManifest(own.server, { name: 'making a server', cites, common: true }, report) });
  if (own?.accelerator !== undefined)
    made.push({
      name: 'accelerators',
      emissions: fromManifest(own.accelerator, { name: 'making an accelerator', cites, common: true }, report),
    });
  if (made.length === 0) return devicesOfTables(context);
  if (own?.server === undefined) report({ ...hardwareMessages.serverNotCounted(), path: `${hardware?.path}.embodied` });
  return made;
}

/** The server by its class, and the device. A consumer card has no server of the tables, and processors are parts of their server. */
function devicesOfTables({ scope, machine }: EmbodiedContext): readonly Made[] {
  const { device, processor, path } = machine;
  if (device === undefined && processor?.use !== 'data-centre') return [];
  const perNode = scope.hardware?.value.per_node?.value;
  const server = serverOf(device, perNode);
  const made: Made[] = [];
  if (server === undefined) scope.report({ ...hardwareMessages.computerNotCounted(device?.name ?? ''), path });
  else {
    scope.report({ ...hardwareMessages.defaultEmbodied(server.title, formatted(server).text, server.source.title), path });
    made.push({ name: 'servers', emissions: fromFactor(server, { name: 'making a server', basis: 'table' }) });
  }
  return device === undefined ? made : [...made, deviceOfTables(scope, device, path)];
}

function deviceOfTables(scope: PhaseScope, device: Device, path: string): Made {
  const { embodied } = device;
  const isEstimate = embodied.range === 'embodied-estimate';
  const [what, value] = [`Making one ${device.name}`, formatted({ value: embodied.value, unit: embodied.unit }).text];
  const message = isEstimate
    ? hardwareMessages.estimatedEmbodied(`one ${device.name}`, value, embodied.kind)
    : hardwareMessages.defaultEmbodied(what, value, embodied.source.title);
  scope.report({ ...message, path });
  return {
    name: 'accelerators',
    emissions: fromFactor(embodied, { name: 'making an accelerator', basis: isEstimate ? 'assumed' : 'table' }),
  };
}

/** The share of making the hardware that the run accounts for, by the convention that fits its records, and by the other one beside it. */
function byConvention(context: EmbodiedContext, made: readonly Made[]): Embodied | { readonly missing: string } {
  const { scope, hours } = context;
  const { hardware, phase, report } = scope;
  const own = hardware?.value.embodied;
  // How long the hardware lasts, and how much of that time it is busy.
  const lifetime = input(lifetimeOf(context));
  const occupancy = own?.occupancy && input(fromManifest(own.occupancy, { name: 'occupancy', cites: citesOf(scope), exact: true }, report));
  // An endpoint is held for its whole window, so it goes by calendar unless the manifest asks for occupancy.
  const isEndpoint = hours.window !== undefined && own?.convention !== 'occupancy';
  if (isEndpoint && own?.occupancy !== undefined) report({ ...hardwareMessages.endpointByCalendar(), path: own.occupancy.path });
  const convention = isEndpoint ? 'calendar' : (own?.convention ?? (occupancy === undefined ? 'calendar' : 'occupancy'));
  // The hours that the convention counts: held by calendar, busy by occupancy.
  const isCalendar = convention === 'calendar';
  const held = hours.reserved === undefined ? (hours.window ?? hours.busy) : input(hours.reserved);
  const counted = isCalendar ? held : hours.busy;
  if (counted === undefined) return { missing: reasons.noHours };
  if (isCalendar && hours.reserved === undefined && hours.window === undefined && phase.accelerator_hours !== undefined)
    report({ ...hardwareMessages.reservedAsBusy(), path: phase.accelerator_hours.path });
  // Each device's share of those hours.
  const perNode = made.some(({ name }) => name === 'servers') ? perNodeOf(context) : undefined;
  const partsBy = partsOf(made, { lifetime, occupancy, perNode });
  const parts = partsBy(convention, counted);
  const alternative = isCalendar ? byOccupancy(hours, isEndpoint, partsBy) : total('calendar', partsBy('calendar', held ?? counted));
  const isDeclared = made.every(({ emissions }) => emissions.basis === 'declared' || emissions.basis === 'measured');
  return { ...total(convention, parts), parts, evidence: isDeclared ? 'declared' : 'modelled', alternative };
}

interface Lives {
  readonly lifetime: Expression;
  readonly occupancy: Expression | undefined;
  /** Accelerators in a server; absent where no server is counted. */
  readonly perNode: Expression | undefined;
}

type PartsBy = (by: 'occupancy' | 'calendar', acceleratorHours: Expression, busyShare?: Expression) => Embodied['parts'];

function partsOf(made: readonly Made[], { lifetime, occupancy, perNode }: Lives): PartsBy {
  return (by, acceleratorHours, busyShare = occupancy) =>
    made.map(({ name, emissions }) => {
      const deviceHours = name === 'servers' && perNode !== undefined ? quotient(acceleratorHours, perNode) : acceleratorHours;
      const usedUp =
        by === 'occupancy' && busyShare !== undefined
          ? embodiedByOccupancy(deviceHours, input(emissions), lifetime, busyShare)
          : embodiedByCalendar(deviceHours, input(emissions), lifetime);
      return { name, emissions: step(`embodied in ${name}`, 'kgCO2e', usedUp) };
    });
}

function total(
  convention: 'occupancy' | 'calendar',
  parts: Embodied['parts'],
): { readonly convention: 'occupancy' | 'calendar'; readonly emissions: Expression } {
  return { convention, emissions: sum(...parts.map(({ emissions }) => emissions)) };
}

/** The occupancy convention beside the calendar's, on the busy hours; an endpoint has no such hours. */
function byOccupancy(hours: Hours, isEndpoint: boolean, partsBy: PartsBy): Embodied['alternative'] {
  if (isEndpoint || hours.busy === undefined) return undefined;
  const busyShare = input(fromFactor(defaultOccupancy, { name: 'occupancy', basis: 'assumed' }));
  return { ...total('occupancy', partsBy('occupancy', hours.busy, busyShare)), occupancy: defaultOccupancy.value };
}

function lifetimeOf({ scope, machine }: EmbodiedContext): Input {
  const declared = scope.hardware?.value.embodied?.lifetime;
  if (declared !== undefined) return fromManifest(declared, { name: 'lifetime', cites: citesOf(scope), exact: true }, scope.report);
  const [value, low, high] = [defaultLifetime.value, defaultLifetime.low, defaultLifetime.high].map((hours) => String((hours ?? 0) / 8760));
  scope.report({ ...hardwareMessages.defaultLifetime(`${value} years (${low} to ${high})`), path: machine.path });
  return fromFactor(defaultLifetime, { name: 'lifetime', basis: 'assumed' });
}

/** Accelerators in a server: the record, else those of the machine type, else those that the tables have for the device. */
function perNodeOf({ scope, machine }: EmbodiedContext): Expression | undefined {
  const { hardware, cites, report } = scope;
  const { device, instance, processor, path } = machine;
  const name = 'accelerators per server';
  const recorded = hardware?.value.per_node;
  if (recorded !== undefined) return input(fromManifest(recorded, { name, cites: cites.hardware, exact: true }, report));
  if (instance !== undefined) {
    const { name: type, perServer: value, source } = instance;
    report({ ...hardwareMessages.perNodeOfInstance(type, value), path });
    return input({ name, value, unit: 'accelerators', exact: true, identity: `instance:${type}`, basis: 'table', source });
  }
  // A server without accelerators is counted by itself.
  if (processor !== undefined) {
    report({ ...hardwareMessages.serverOfProcessor(processor.name), path });
    return undefined;
  }
  const size: ServerSize = device === undefined ? { factor: defaultPerNode, known: 'form' } : serverSizeOf(device);
  report({ ...serverSizeMessage(size, device), path });
  return input(fromFactor(size.factor, { name, basis: 'assumed', exact: true }));
}

function serverSizeMessage({ factor, known, instance }: ServerSize, device: Device | undefined): Message {
  // Eight cards hold 18.67 slices of 3/7.
  const perNode = Number.isInteger(factor.value) ? String(factor.value) : `${atMost(factor.value, 3)} slices of this size`;
  if (device === undefined || known === 'form') return hardwareMessages.defaultPerNode(perNode);
  return instance === undefined
    ? hardwareMessages.perNodeUnknown(device.name, perNode)
    : hardwareMessages.perNodeOfTable(device.name, perNode, instance);
}

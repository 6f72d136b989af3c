import type { Report } from '../diagnostics/report.js';
import type { Device } from '../factors/hardware/index.js';
import {
  defaultLifetime,
  defaultOccupancy,
  defaultPerNode,
  type InstanceOfDevice,
  type ServerSize,
  serverOf,
  serverSizeOf,
} from '../factors/hardware/index.js';
import { embodiedByCalendar, embodiedByOccupancy } from '../formulas/embodied.js';
import { type Expression, type Input, input, quotient, step, sum } from '../formulas/expression.js';
import type { Phase } from '../manifest/manifest.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { formatted } from '../units/format.js';
import { hardwareMessages } from './hardware-messages.js';
import type { Hours } from './hours.js';
import { type Citations, fromFactor, fromManifest } from './inputs.js';
import { reasons } from './reasons.js';
import type { Reference } from './references.js';
import type { Embodied } from './resolved.js';

export interface EmbodiedContext {
  readonly phase: Phase;
  readonly hardware: Reference<ParsedHardware> | undefined;
  readonly device: Device | undefined;
  /** Cloud instance that the hardware was named by. */
  readonly instance: InstanceOfDevice | undefined;
  readonly hours: Hours;
  readonly cites: Citations;
  readonly hardwareCites: Citations;
  readonly wanted: boolean;
  readonly report: Report;
}

/** Making the hardware: the phase's own figure, else figures per device and server by the convention that fits. */
export function embodiedOf(context: EmbodiedContext): Embodied | { readonly missing: string } {
  const { phase, hardware, hours, cites, report } = context;
  checkConvention(context);
  if (!context.wanted) return { missing: reasons.outsideBoundary };
  if (phase.embodied !== undefined) {
    const declared = fromManifest(phase.embodied, { name: 'embodied emissions', cites }, report);
    return { emissions: input(declared), parts: [], evidence: 'declared' };
  }
  if (hardware === undefined) return { missing: reasons.noRecord };
  if (hours.busy === undefined && hours.reserved === undefined) return { missing: reasons.noHours };
  const made = devicesMade(context);
  if (made.length === 0) return { missing: reasons.noEmbodied };
  return byConvention(context, made);
}

function checkConvention({ phase, hardware, report }: EmbodiedContext): void {
  const own = hardware?.value.embodied;
  if (own?.occupancy !== undefined && own.occupancy.value < 1 && phase.reserved_hours !== undefined)
    report({ ...hardwareMessages.occupancyWithReservedHours(), path: phase.reserved_hours.path });
  if (own?.convention === 'calendar' && own.occupancy !== undefined)
    report({ ...hardwareMessages.calendarWithOccupancy(), path: own.occupancy.path });
  if (own?.convention === 'occupancy' && own.occupancy === undefined)
    report({ ...hardwareMessages.occupancyMissing(), path: `${hardware?.path}.embodied.convention` });
}

interface Made {
  readonly name: 'servers' | 'accelerators';
  readonly emissions: Input;
}

/** What was made, with its figure: those of the manifest, or ours where it has none. */
function devicesMade({ hardware, device, instance, hardwareCites, report, phase }: EmbodiedContext): readonly Made[] {
  const own = hardware?.value.embodied;
  const cites: Citations = [own?.cite, ...hardwareCites];
  const made: Made[] = [];
  if (own?.server !== undefined)
    made.push({ name: 'servers', emissions: fromManifest(own.server, { name: 'making a server', cites, common: true }, report) });
  if (own?.accelerator !== undefined)
    made.push({
      name: 'accelerators',
      emissions: fromManifest(own.accelerator, { name: 'making an accelerator', cites, common: true }, report),
    });
  if (made.length > 0) {
    if (own?.server === undefined) report({ ...hardwareMessages.serverNotCounted(), path: `${hardware?.path}.embodied` });
    return made;
  }
  if (device === undefined) return [];
  const path = hardware?.path ?? phase.path;
  const isEstimate = device.embodied.range === 'embodied-estimate';
  const value = formatted({ value: device.embodied.value, unit: device.embodied.unit }).text;
  const server = serverOf(instance);
  report({ ...hardwareMessages.defaultEmbodied('a server without accelerators', formatted(server).text, server.source.title), path });
  report({
    ...(isEstimate
      ? hardwareMessages.estimatedEmbodied(`one ${device.name}`, value, device.embodied.kind)
      : hardwareMessages.defaultEmbodied(`one ${device.name}`, value, device.embodied.source.title)),
    path,
  });
  return [
    { name: 'servers', emissions: fromFactor(server, { name: 'making a server', basis: 'declared' }) },
    {
      name: 'accelerators',
      emissions: fromFactor(device.embodied, { name: 'making an accelerator', basis: isEstimate ? 'assumed' : 'declared' }),
    },
  ];
}

function byConvention(context: EmbodiedContext, made: readonly Made[]): Embodied | { readonly missing: string } {
  const { hardware, hours, hardwareCites, report, phase } = context;
  const own = hardware?.value.embodied;
  const cites: Citations = [own?.cite, ...hardwareCites];
  const path = hardware?.path ?? phase.path;
  const lifetime = input(
    own?.lifetime ? fromManifest(own.lifetime, { name: 'lifetime', cites, exact: true }, report) : ownLifetime(path, report),
  );
  const occupancy = own?.occupancy && input(fromManifest(own.occupancy, { name: 'occupancy', cites, exact: true }, report));
  const endpoint = hours.window !== undefined && own?.convention !== 'occupancy';
  if (endpoint && own?.occupancy !== undefined) report({ ...hardwareMessages.endpointByCalendar(), path: own.occupancy.path });
  const convention = endpoint ? 'calendar' : (own?.convention ?? (occupancy === undefined ? 'calendar' : 'occupancy'));
  const calendar = convention === 'calendar';
  const held = hours.reserved === undefined ? (hours.window ?? hours.busy) : input(hours.reserved);
  const worked = calendar ? held : hours.busy;
  if (worked === undefined) return { missing: reasons.noHours };
  if (calendar && hours.reserved === undefined && hours.window === undefined && phase.accelerator_hours !== undefined)
    report({ ...hardwareMessages.reservedAsBusy(), path: phase.accelerator_hours.path });
  const perNode = made.some(({ name }) => name === 'servers') ? perNodeOf(context, path) : undefined;
  const partsBy: PartsBy = (by, acceleratorHours, busyShare = occupancy) =>
    made.map(({ name, emissions }) => {
      const deviceHours = name === 'servers' && perNode !== undefined ? quotient(acceleratorHours, perNode) : acceleratorHours;
      const usedUp =
        by === 'occupancy' && busyShare !== undefined
          ? embodiedByOccupancy(deviceHours, input(emissions), lifetime, busyShare)
          : embodiedByCalendar(deviceHours, input(emissions), lifetime);
      return { name, emissions: step(`embodied in ${name}`, 'kgCO2e', usedUp) };
    });
  const parts = partsBy(convention, worked);
  const alternative = calendar ? byOccupancy(context, endpoint, partsBy) : total('calendar', partsBy('calendar', held ?? worked));
  return {
    convention,
    emissions: sum(...parts.map((part) => part.emissions)),
    parts,
    evidence: 'modelled',
    ...(alternative && { alternative }),
  };
}

type PartsBy = (by: 'occupancy' | 'calendar', acceleratorHours: Expression, busyShare?: Expression) => Embodied['parts'];

const total = (convention: 'occupancy' | 'calendar', parts: Embodied['parts']): Embodied['alternative'] => ({
  convention,
  emissions: sum(...parts.map(({ emissions }) => emissions)),
});

/** The occupancy convention beside the calendar's, on the busy hours; an endpoint has no such hours. */
function byOccupancy({ hours }: EmbodiedContext, endpoint: boolean, partsBy: PartsBy): Embodied['alternative'] {
  if (endpoint || hours.busy === undefined) return undefined;
  const busyShare = input(fromFactor(defaultOccupancy, { name: 'occupancy', basis: 'assumed' }));
  return total('occupancy', partsBy('occupancy', hours.busy, busyShare));
}

function ownLifetime(path: string, report: Report): Input {
  report({ ...hardwareMessages.defaultLifetime(`${defaultLifetime.value / 8760} years`), path });
  return fromFactor(defaultLifetime, { name: 'lifetime', basis: 'assumed', exact: true });
}

function perNodeOf({ hardware, hardwareCites, device, instance, report }: EmbodiedContext, path: string): Expression {
  const given = hardware?.value.per_node;
  if (given !== undefined) return input(fromManifest(given, { name: 'accelerators a server', cites: hardwareCites, exact: true }, report));
  if (instance !== undefined) {
    report({ ...hardwareMessages.perNodeOfInstance(instance.name, instance.perServer), path });
    return input({
      name: 'accelerators a server',
      value: instance.perServer,
      unit: 'accelerators',
      exact: true,
      identity: `instance:${instance.name}`,
      basis: 'declared',
      source: instance.source,
    });
  }
  const size: ServerSize = device === undefined ? { factor: defaultPerNode, known: 'form' } : serverSizeOf(device);
  const { factor, known, instance: as } = size;
  const perNode = String(factor.value);
  if (device === undefined || known === 'form') report({ ...hardwareMessages.defaultPerNode(perNode), path });
  else
    report({
      ...(as === undefined
        ? hardwareMessages.perNodeUnknown(device.name, perNode)
        : hardwareMessages.perNodeOfTable(device.name, perNode, as)),
      path,
    });
  return input(fromFactor(factor, { name: 'accelerators a server', basis: 'assumed', exact: true }));
}

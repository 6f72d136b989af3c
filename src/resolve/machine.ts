import { type Device, type InstanceOfDevice, type Processor, processorNamed } from '../factors/hardware/index.js';
import type { Phase } from '../manifest/manifest.js';
import { messages } from '../manifest/messages.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { hardwareMessages } from './messages/hardware.js';
import { placeMessages } from './messages/place.js';
import type { Reference } from './references.js';
import type { PhaseScope } from './scope.js';
import { severalDevicesIn } from './several-devices.js';

/** What a phase ran on, as far as the factor tables know it. */
export interface Machine {
  readonly device: Device | undefined;
  /** The name of the device as the manifest has it, where it leaves open which variant is meant. */
  readonly open?: string | undefined;
  /** A processor that does the work itself, where the hardware names no accelerator. */
  readonly processor?: Processor | undefined;
  /** Accelerators in the name of the hardware: `8 x A100`; those of a machine type. */
  readonly count: number | undefined;
  /** The number before or behind the name, where there is one. */
  readonly named?: number | undefined;
  /** Machine type of a cloud that the hardware is named by. */
  readonly instance: InstanceOfDevice | undefined;
  /** Path of the hardware in the manifest, or of the phase where it names none. */
  readonly path: string;
}

/** The device that the hardware names. A device that is unknown or ambiguous is reported only where its power is needed. */
export function machineOf({ phase, hardware, boundary, lookups, report }: PhaseScope): Machine {
  const none: Machine = { device: undefined, count: undefined, instance: undefined, path: hardware?.path ?? phase.path };
  const name = hardware?.value.accelerator;
  if (hardware === undefined || name === undefined) return none;
  const isMapping = hardware.path.startsWith('hardware.') || typeof phase.hardware === 'object';
  const path = isMapping ? `${hardware.path}.accelerator` : hardware.path;
  const match = lookups.device(name);
  const isPowerNeeded =
    boundary.includes('dynamic') &&
    [phase.energy, phase.power, hardware.value.power, hardware.value.rating, phase.emissions].every((given) => given === undefined);
  if (match.found === undefined) {
    const processor = processorNamed(name);
    if (processor?.cores !== undefined) reportCores(processor, path, report);
    if (processor !== undefined)
      return {
        ...none,
        processor,
        named: processor.cores === undefined ? processor.count : undefined,
        count: processor.count ?? oneProcessor(processor.name, path, { phase, hardware, report }),
      };
    const several = severalDevicesIn(name, lookups);
    if (several.length > 0) {
      report({ ...messages.severalDevices(several), path, part: 'value' });
      return none;
    }
    const message =
      match.why === 'ambiguous'
        ? hardwareMessages.ambiguousDevice(name, match.candidates)
        : hardwareMessages.unknownDevice(name, match.candidates.slice(0, 3));
    if (isPowerNeeded) report({ ...message, path, part: 'value' });
    else if (isEmbodiedOfTables(hardware.value, { phase, boundary }))
      report({ ...hardwareMessages.deviceNotCounted(name, match.candidates.slice(0, 3)), path, part: 'value' });
    return none;
  }
  const isFigureNeeded = isPowerNeeded || isEmbodiedOfTables(hardware.value, { phase, boundary });
  if (isFigureNeeded) for (const { id, text } of match.steps) report({ ...placeMessages.lookupStep(id, text), path });
  const { device, open, count, instance } = match.found;
  // A machine type without a number before it is one machine.
  const isCounted = count !== undefined || phase.accelerators !== undefined || hardware.value.accelerators !== undefined;
  if (!isCounted && instance !== undefined) report({ ...hardwareMessages.oneInstance(instance.name, instance.accelerators), path });
  if (!isCounted && instance === undefined && isOneDevice(name, device, hardware, phase)) {
    report({ ...hardwareMessages.oneDevice(device.name), path });
    return { ...none, device, open, count: 1 };
  }
  return { ...none, device, open, named: count, count: count ?? instance?.accelerators, instance };
}

/** Says how many cores were taken for a processor, where they are counted in place of processors. */
function reportCores({ name, cores }: Processor, path: string, report: PhaseScope['report']): void {
  if (cores === undefined) return;
  const { used, perProcessor, isDefault } = cores;
  report({ ...hardwareMessages[isDefault === true ? 'defaultCores' : 'coresCounted'](name, used, perProcessor), path });
}

/** A processor without a number before it is one, where the phase gives no number either. */
function oneProcessor(
  name: string,
  path: string,
  { phase, hardware, report }: Pick<PhaseScope, 'phase' | 'hardware' | 'report'>,
): number | undefined {
  if (phase.duration === undefined || (phase.accelerators ?? phase.accelerator_hours ?? hardware?.value.accelerators) !== undefined)
    return undefined;
  report({ ...hardwareMessages.oneDevice(name), path });
  return 1;
}

/**
 * Whether a name without a number is of one device: `T4` of a run of some hours, and not `A100s`, nor hardware that has a name of
 * its own. Beside an energy, or where a log may have counted others, nothing is taken for granted.
 */
function isOneDevice(name: string, device: Device, { path, value }: Reference<ParsedHardware>, phase: Phase): boolean {
  const isOwn = !/^hardware[.[]/.test(path) && value.per_node === undefined;
  const isTimed = phase.duration !== undefined && phase.accelerator_hours === undefined;
  return isOwn && isTimed && phase.energy === undefined && phase.from === undefined && !isPlural(name, device);
}

/** `A100s`, `A100 GPUs`; the L40S is one card. */
function isPlural(name: string, device: Device): boolean {
  if (/\b(?:accelerators|cards|chips|devices|gpus|machines|nodes|pods?|servers|tpus)\b/i.test(name)) return true;
  const plural = name.split(/[^\w-]+/).find((word) => /\ds$/.test(word));
  return plural !== undefined && !device.name.toLowerCase().includes(plural.toLowerCase());
}

/** Whether making the hardware is counted from the factor tables, which need a known device. */
function isEmbodiedOfTables({ embodied }: ParsedHardware, { phase, boundary }: Pick<PhaseScope, 'phase' | 'boundary'>): boolean {
  const isGiven = phase.embodied !== undefined || embodied?.accelerator !== undefined || embodied?.server !== undefined;
  return boundary.includes('embodied') && !isGiven;
}

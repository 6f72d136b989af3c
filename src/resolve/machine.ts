import type { Device, InstanceOfDevice } from '../factors/hardware/index.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { hardwareMessages } from './messages/hardware.js';
import { placeMessages } from './messages/place.js';
import type { PhaseScope } from './scope.js';

/** What a phase ran on, as far as the factor tables know it. */
export interface Machine {
  readonly device: Device | undefined;
  /** Accelerators in the name of the hardware: `8 x A100`; those of a machine type. */
  readonly count: number | undefined;
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
    boundary.includes('dynamic') && phase.energy === undefined && phase.power === undefined && hardware.value.power === undefined;
  if (match.found === undefined) {
    const message =
      match.why === 'ambiguous'
        ? hardwareMessages.ambiguousDevice(name, match.candidates)
        : hardwareMessages.unknownDevice(name, match.candidates.slice(0, 3));
    if (isPowerNeeded) report({ ...message, path, part: 'value' });
    else if (isEmbodiedOfTables(hardware.value, { phase, boundary }))
      report({ ...hardwareMessages.deviceNotCounted(name, match.candidates.slice(0, 3)), path, part: 'value' });
    return none;
  }
  if (isPowerNeeded) for (const { id, text } of match.steps) report({ ...placeMessages.lookupStep(id, text), path });
  const { device, count, instance } = match.found;
  // A machine type without a number before it is one machine.
  if (count === undefined && instance !== undefined && phase.accelerators === undefined && hardware.value.accelerators === undefined)
    report({ ...hardwareMessages.oneInstance(instance.name, instance.accelerators), path });
  return { ...none, device, count: count ?? instance?.accelerators, instance };
}

/** Whether making the hardware is counted from the factor tables, which need a known device. */
function isEmbodiedOfTables({ embodied }: ParsedHardware, { phase, boundary }: Pick<PhaseScope, 'phase' | 'boundary'>): boolean {
  const isGiven = phase.embodied !== undefined || embodied?.accelerator !== undefined || embodied?.server !== undefined;
  return boundary.includes('embodied') && !isGiven;
}

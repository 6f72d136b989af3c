import type { Report } from '../diagnostics/report.js';
import { type DeviceMatch, findDevice } from '../factors/hardware/index.js';
import type { Phase } from '../manifest/manifest.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { hardwareMessages } from './hardware-messages.js';
import { placeMessages } from './place-messages.js';
import type { Reference } from './references.js';

/** The device that a phase's hardware names; what is unknown or ambiguous is told only where its power is `wanted`. */
export function deviceOf(
  phase: Phase,
  hardware: Reference<ParsedHardware> | undefined,
  wanted: boolean,
  report: Report,
): Partial<DeviceMatch> {
  const name = hardware?.value.accelerator;
  if (name === undefined) return {};
  const path =
    hardware?.path.startsWith('hardware.') || typeof phase.hardware === 'object'
      ? `${hardware?.path}.accelerator`
      : (hardware?.path ?? phase.path);
  const match = findDevice(name);
  const needed = wanted && phase.energy === undefined && phase.power === undefined && hardware?.value.power === undefined;
  if (match.found === undefined) {
    if (needed)
      report({
        ...(match.why === 'ambiguous'
          ? hardwareMessages.ambiguousDevice(name, match.candidates)
          : hardwareMessages.unknownDevice(name, match.candidates.slice(0, 3))),
        path,
        part: 'value',
      });
    return {};
  }
  if (needed) for (const { id, text } of match.steps) report({ ...placeMessages.lookupStep(id, text), path });
  const { device, count, instance } = match.found;
  // A machine type without a number before it is one machine.
  const accelerators = count ?? instance?.accelerators;
  if (count === undefined && instance !== undefined && phase.accelerators === undefined && hardware?.value.accelerators === undefined)
    report({ ...hardwareMessages.oneInstance(instance.name, instance.accelerators), path });
  return { device, ...(accelerators !== undefined && { count: accelerators }), ...(instance && { instance }) };
}

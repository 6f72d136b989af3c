import type { Report } from '../diagnostics/report.js';
import type { Manifest, Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { grouped } from '../units/format.js';
import { workMessages } from './messages/work.js';

/**
 * A manifest in which a `duration: 4032 GPU hours` is `accelerator_hours`: the product of accelerators and hours already, so
 * that it is not multiplied by the accelerators again. How long the run was by the clock, it does not say.
 */
export function withAcceleratorHours(manifest: Manifest, report: Report): Manifest {
  return { ...manifest, phases: manifest.phases.map((phase) => moved(phase, report)) };
}

function moved(phase: Phase, report: Report): Phase {
  const { duration, accelerator_hours, ...rest } = phase;
  if (duration?.ofAccelerators !== true) return phase;
  const { path } = duration;
  if (accelerator_hours === undefined) {
    report({ ...workMessages.durationOfAccelerators(`${grouped(duration.value, 1)} h`), path });
    return { ...rest, accelerator_hours: duration };
  }
  if (!areEqual(duration, accelerator_hours)) report({ ...workMessages.severalAcceleratorHours(), path, part: 'value' });
  return { ...rest, accelerator_hours };
}

/** Whether two figures can be one, each rounded to the last place that is written. */
function areEqual(one: ManifestQuantity, other: ManifestQuantity): boolean {
  return Math.abs(one.value - other.value) <= (one.halfPlace ?? 0) + (other.halfPlace ?? 0);
}

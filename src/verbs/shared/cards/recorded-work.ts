import type { Assessment } from '../../../assessment/assessment.js';
import type { Recorded } from '../../../claims/claim.js';
import { mainPhases } from '../../../sections/words/words.js';
import { atMost } from '../../../units/format.js';

/** What a manifest records of the work that the section of its card states; nothing where no phase has hours. */
export function recordedWork(assessment: Assessment): Recorded | undefined {
  const phases = mainPhases(assessment);
  const hours = phases.flatMap(({ acceleratorHours }) => acceleratorHours?.value ?? []);
  if (hours.length === 0) return undefined;
  const acceleratorHours = hours.reduce((sum, value) => sum + value, 0);
  const [{ accelerators, duration, device, statedDevice = device } = {}] = phases;
  const isProduct =
    phases.length === 1 &&
    accelerators !== undefined &&
    duration !== undefined &&
    Math.abs((accelerators * duration.value) / acceleratorHours - 1) < 1e-9;
  return {
    model: assessment.model.name,
    acceleratorHours,
    product: isProduct ? `${atMost(accelerators, 6)} × ${statedDevice ?? 'accelerators'} for ${atMost(duration.value, 6)} h` : undefined,
  };
}

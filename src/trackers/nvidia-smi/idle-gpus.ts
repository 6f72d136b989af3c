import type { Message } from '../../diagnostics/message.js';
import { messages } from './messages.js';

/** One GPU of a recording. */
export interface RecordedGpu {
  readonly name: string | undefined;
  readonly joules: number;
  readonly first: number;
  readonly time: number;
}

/**
 * Share of the busiest GPU's mean power below which one of the same model did no work. Idle GPUs take 10 % to 20 % of what a busy one
 * takes: an A100 some 60 W of 400 W, a T4 10 W of 70 W.
 */
const maxShare = 0.3;

/** GPUs of a recording that did no work beside one that did; a recording of a whole machine has those of other users too. */
export function idleGpus(gpus: readonly RecordedGpu[]): Message | undefined {
  const powers = gpus.filter(({ first, time }) => time > first).map((gpu) => ({ ...gpu, watts: gpu.joules / (gpu.time - gpu.first) }));
  const [busiest] = powers.toSorted((a, b) => b.watts - a.watts);
  if (busiest === undefined) return undefined;
  const idle = powers.filter(({ name, watts }) => name === busiest.name && watts < maxShare * busiest.watts);
  if (idle.length === 0) return undefined;
  const joules = idle.reduce((sum, gpu) => sum + gpu.joules, 0);
  const most = idle.reduce((watts, gpu) => Math.max(watts, gpu.watts), 0);
  return messages.idleGpus({ idle: idle.length, all: gpus.length, most, busiest: busiest.watts, kWh: joules / 3.6e6 });
}

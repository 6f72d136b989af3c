import type { IdsOf, Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { thresholds } from './thresholds.js';

/** The average power of a run whose device is unknown. */
export interface RunPower {
  readonly kWh: number;
  /** Hours on the clock. */
  readonly hours: number;
  readonly accelerators?: number | undefined;
}

/** What is odd about the power of a run on unknown devices: more than a server of 8 accelerators takes. */
export function runPowerFinding({ kWh, hours, accelerators = 1 }: RunPower): Message<IdsOf<typeof messages>> | undefined {
  if (!(hours > 0)) return undefined;
  const watts = (kWh * 1000) / hours;
  const servers = Math.ceil(accelerators / 8);
  return watts > thresholds.unknownMachine.value * servers ? messages.runPowerTooHigh(kWh, hours, watts) : undefined;
}

import type { Message } from '../diagnostics/message.js';
import type { LoggedPhase } from '../manifest/logged.js';
import { averagePowerFinding } from '../plausibility/power-finding.js';
import { runPowerFinding } from '../plausibility/run-power.js';
import type { Known } from './fields.js';
import type { Sums } from './sums.js';

/**
 * What is odd about the average power that the energy and the hours of a log imply: for one accelerator where the device is known,
 * else for a run. A warning even where `render` has an error: a draft is for a person to correct.
 */
export function impliedPowerFinding(sums: Sums, { energy, duration, ...fields }: LoggedPhase, known: Known): Message | undefined {
  if (energy === undefined) return undefined;
  const { value: kWh, boundary = 'unstated' } = energy;
  const { hardware, accelerators } = fields;
  const limit = hardware === undefined ? undefined : known.limit(hardware);
  const product = accelerators === undefined || duration === undefined ? undefined : accelerators * duration;
  const hours = fields.accelerator_hours ?? product;
  if (limit === undefined) {
    const nodes = Math.max(1, ...sums.kinds('nodes').flatMap((run) => run.nodes ?? []));
    return duration === undefined
      ? undefined
      : runPowerFinding({ kWh, hours: duration, accelerators: Math.max(accelerators ?? 1, nodes * 8) });
  }
  if (hours === undefined || hours <= 0) return undefined;
  const phase = sums.kinds('tool')[0]?.phase;
  const record = { kind: 'energy', kWh, hours, isProduct: fields.accelerator_hours === undefined } as const;
  const found = averagePowerFinding({ watts: (kWh * 1000) / hours, boundary, limit, phase, accelerators, record });
  return found && { ...found, severity: 'warning' };
}

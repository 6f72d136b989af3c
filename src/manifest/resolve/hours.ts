import { messages } from '../../diagnostics/messages.js';
import { runHours as runHoursOf } from '../../formulas/energy.js';
import { type Expression, evaluate, type Input, input, product, step } from '../../formulas/expression.js';
import { grouped } from '../../units/format.js';
import type { Phase } from '../manifest.js';
import type { ParsedHardware } from '../schema.js';
import { type Citations, fromManifest } from './inputs.js';
import type { Tell } from './resolved.js';

/** How long, and on how many: the hours of a phase in each of the senses that formulas need. */
export interface Hours {
  readonly accelerators?: Input;
  /** Busy accelerator-hours. */
  readonly busy?: Expression;
  readonly reserved?: Input;
  /** Wall-clock hours for which cluster power is charged. */
  readonly run?: Expression;
  readonly duration?: Input;
  /** Accelerator-hours of the window that an endpoint is held for, whatever its load. */
  readonly window?: Expression;
}

export function hoursOf(
  phase: Phase,
  hardware: ParsedHardware | undefined,
  count: number | undefined,
  devicePath: string,
  cites: Citations,
  tell: Tell,
): Hours {
  const given = phase.accelerators ?? hardware?.accelerators;
  const accelerators: Input | undefined =
    given !== undefined
      ? fromManifest(given, { name: 'accelerators', cites, exact: true }, tell)
      : count !== undefined
        ? {
            name: 'accelerators',
            value: count,
            unit: 'accelerators',
            exact: true,
            identity: `manifest:${devicePath}`,
            basis: 'declared',
            path: devicePath,
          }
        : undefined;
  const duration = phase.duration && fromManifest(phase.duration, { name: 'duration', cites }, tell);
  const reserved = phase.reserved_hours && fromManifest(phase.reserved_hours, { name: 'reserved accelerator-hours', cites }, tell);
  const busy = busyHours(phase, accelerators, duration, cites, tell);
  const run = runOf(phase, busy, accelerators, duration);
  if (phase.accelerator_hours !== undefined && run !== undefined && duration !== undefined && evaluate(run) > duration.value * 1.02) {
    tell(messages.hoursDisagree(`${grouped(evaluate(run), 1)} h`, `${grouped(duration.value, 1)} h`), phase.accelerator_hours.path);
  }
  if (reserved !== undefined && busy !== undefined && reserved.value < evaluate(busy)) {
    tell(messages.reservedBelowBusy(), reserved.path ?? phase.path, 'value');
  }
  return {
    ...(accelerators && { accelerators }),
    ...(busy && { busy }),
    ...(reserved && { reserved }),
    ...(run && { run }),
    ...(duration && { duration }),
    ...(phase.phase === 'deployment' &&
      accelerators &&
      duration && { window: step('window', 'h', product(input(accelerators), input(duration))) }),
  };
}

function busyHours(
  phase: Phase,
  accelerators: Input | undefined,
  duration: Input | undefined,
  cites: Citations,
  tell: Tell,
): Expression | undefined {
  if (phase.accelerator_hours !== undefined)
    return input(fromManifest(phase.accelerator_hours, { name: 'accelerator-hours', cites }, tell));
  if (accelerators === undefined || duration === undefined) return undefined;
  tell(messages.hoursFromDuration(), phase.duration?.path ?? phase.path);
  return step('accelerator-hours', 'h', product(input(accelerators), input(duration)));
}

function runOf(
  phase: Phase,
  busy: Expression | undefined,
  accelerators: Input | undefined,
  duration: Input | undefined,
): Expression | undefined {
  if (phase.accelerator_hours === undefined || busy === undefined) return duration && input(duration);
  // Wall-clock time is a check on run hours, never a replacement.
  return accelerators && step('run hours', 'h', runHoursOf(busy, input(accelerators)));
}

import type { Report } from '../diagnostics/report.js';
import { type Device, defaultMfu } from '../factors/hardware/index.js';
import { hoursOfCompute, runHours as runHoursOf } from '../formulas/energy.js';
import { type Expression, evaluate, type Input, input, product, step } from '../formulas/expression.js';
import type { Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import type { ParsedHardware } from '../manifest/schema.js';
import { exact, grouped, percent } from '../units/format.js';
import { type Citations, fromFactor, fromManifest } from './inputs.js';
import { workMessages } from './work-messages.js';

/** How long, and on how many: the hours of a phase in each of the senses that formulas need. */
export interface Hours {
  readonly accelerators?: Input | undefined;
  /** Busy accelerator-hours. */
  readonly busy?: Expression | undefined;
  readonly reserved?: Input | undefined;
  /** Wall-clock hours for which cluster power is charged. */
  readonly run?: Expression | undefined;
  readonly duration?: Input | undefined;
  /** Accelerator-hours of the window that an endpoint is held for, whatever its load. */
  readonly window?: Expression | undefined;
}

export interface HoursContext {
  readonly phase: Phase;
  readonly hardware: ParsedHardware | undefined;
  readonly device: Device | undefined;
  /** Accelerators that the device's name says: `8 x A100`. */
  readonly count: number | undefined;
  readonly devicePath: string;
  readonly cites: Citations;
  readonly hardwareCites: Citations;
  readonly report: Report;
}

export function hoursOf(context: HoursContext): Hours {
  const { phase, hardware, count, devicePath, cites, report } = context;
  const given = phase.accelerators ?? hardware?.accelerators;
  const accelerators: Input | undefined =
    given !== undefined
      ? fromManifest(given, { name: 'accelerators', cites, exact: true }, report)
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
  const duration = phase.duration && fromManifest(phase.duration, { name: 'duration', cites }, report);
  const reserved = phase.reserved_hours && fromManifest(phase.reserved_hours, { name: 'reserved accelerator-hours', cites }, report);
  const busy = busyHours(context, accelerators, duration);
  const run = runOf(phase, busy, accelerators, duration);
  if (phase.accelerator_hours !== undefined && run !== undefined && duration !== undefined && evaluate(run) > duration.value * 1.02) {
    report({
      ...workMessages.hoursDisagree(`${grouped(evaluate(run), 1)} h`, `${grouped(duration.value, 1)} h`),
      path: phase.accelerator_hours.path,
    });
  }
  if (reserved !== undefined && busy !== undefined && reserved.value < evaluate(busy)) {
    report({ ...workMessages.reservedBelowBusy(), path: reserved.path ?? phase.path, part: 'value' });
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

/** Hours on record, else accelerators × duration, else what the operations take. */
function busyHours(context: HoursContext, accelerators: Input | undefined, duration: Input | undefined): Expression | undefined {
  const { phase, cites, report } = context;
  if (phase.mfu !== undefined && phase.flops === undefined) report({ ...workMessages.mfuWithoutFlops(), path: phase.mfu.path });
  const recorded = phase.accelerator_hours !== undefined || (accelerators !== undefined && duration !== undefined);
  if (phase.flops !== undefined && recorded) report({ ...workMessages.flopsWithHours(), path: phase.flops.path });
  if (phase.accelerator_hours !== undefined)
    return input(fromManifest(phase.accelerator_hours, { name: 'accelerator-hours', cites }, report));
  if (accelerators === undefined || duration === undefined) return phase.flops && computedHours(context, phase.flops);
  report({ ...workMessages.hoursFromDuration(), path: phase.duration?.path ?? phase.path });
  return step('accelerator-hours', 'h', product(input(accelerators), input(duration)));
}

function computedHours(
  { phase, hardware, device, cites, hardwareCites, report }: HoursContext,
  flops: ManifestQuantity,
): Expression | undefined {
  const peak = hardware?.peak
    ? fromManifest(hardware.peak, { name: 'peak', cites: hardwareCites, exact: true }, report)
    : device?.peak && fromFactor(device.peak, { name: 'peak', basis: 'declared' });
  if (peak === undefined) {
    // Metered energy stands without hours.
    if (phase.energy === undefined)
      report({ ...workMessages.noPeak(device?.name ?? hardware?.accelerator ?? 'the hardware'), path: flops.path });
    return undefined;
  }
  const { value, low, high } = defaultMfu;
  if (phase.mfu === undefined)
    report({ ...workMessages.defaultMfu(percent(value), `${percent(low ?? value)}–${percent(high ?? value)}`), path: phase.path });
  const mfu = phase.mfu
    ? fromManifest(phase.mfu, { name: 'MFU', cites, max: 1 }, report)
    : fromFactor(defaultMfu, { name: 'MFU', basis: 'assumed', max: 1 });
  report({ ...workMessages.hoursFromFlops(`${exact(peak.value / 1e12)} TFLOP/s`, percent(mfu.value)), path: flops.path });
  const operations = input(fromManifest(flops, { name: 'operations', cites }, report));
  return step('accelerator-hours', 'h', hoursOfCompute(operations, input(peak), input(mfu)));
}

function runOf(
  phase: Phase,
  busy: Expression | undefined,
  accelerators: Input | undefined,
  duration: Input | undefined,
): Expression | undefined {
  if (busy === undefined || (phase.accelerator_hours === undefined && duration !== undefined)) return duration && input(duration);
  // Wall-clock time is a check on run hours, never a replacement.
  return accelerators && step('run hours', 'h', runHoursOf(busy, input(accelerators)));
}

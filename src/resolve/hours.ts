import type { Report } from '../diagnostics/report.js';
import { defaultMfu, defaultMfuFp8 } from '../factors/hardware/index.js';
import { hoursOfCompute, runHours as runHoursOf } from '../formulas/energy.js';
import { type Expression, evaluate, type Input, input, product, step } from '../formulas/expression.js';
import type { Phase } from '../manifest/manifest.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { exact, grouped, percentExactly } from '../units/format.js';
import { fromFactor, fromManifest } from './inputs.js';
import type { Machine } from './machine.js';
import { hardwareMessages } from './messages/hardware.js';
import { workMessages } from './messages/work.js';
import type { PhaseScope } from './scope.js';

/** How long, and on how many: the hours of a phase in each of the senses that formulas need. */
export interface Hours {
  readonly accelerators?: Input | undefined;
  /** Busy accelerator-hours. */
  readonly busy?: Expression | undefined;
  /** The busy hours were calculated from operations. */
  readonly isModelled?: true | undefined;
  readonly reserved?: Input | undefined;
  /** Wall-clock hours for which cluster power is charged. */
  readonly run?: Expression | undefined;
  readonly duration?: Input | undefined;
  /** Accelerator-hours of the window that an endpoint is held for, whatever its load. */
  readonly window?: Expression | undefined;
}

export function hoursOf(scope: PhaseScope, machine: Machine): Hours {
  const { phase, cites, report } = scope;
  const accelerators = acceleratorsOf(scope, machine);
  const duration =
    phase.duration && fromManifest(phase.duration, { name: 'duration', cites: cites.phase, ...timeOptions(phase.duration) }, report);
  const reserved =
    phase.reserved_hours &&
    fromManifest(
      phase.reserved_hours,
      { name: 'reserved accelerator-hours', cites: cites.phase, ...timeOptions(phase.reserved_hours) },
      report,
    );
  const busy = busyHours(scope, machine, accelerators, duration);
  const run = runOf(phase, busy, accelerators, duration);
  const isEndpoint = phase.phase === 'deployment' && accelerators !== undefined && duration !== undefined;
  checkHours(scope, { busy, reserved, run, duration });
  return {
    accelerators,
    busy,
    isModelled: busy !== undefined && isFromOperations(phase, accelerators, duration) ? true : undefined,
    reserved,
    run,
    duration,
    window: isEndpoint ? step('window', 'h', product(input(accelerators), input(duration))) : undefined,
  };
}

/** Whole years for which machines are held are a contract; other times are as sure as their digits. */
function timeOptions({ value, low }: ManifestQuantity): { readonly exact: true } | { readonly clock: true } {
  return low === undefined && value > 0 && value % 8760 === 0 ? { exact: true } : { clock: true };
}

/** Neither accelerator-hours nor accelerators and a duration are on record. */
function isFromOperations(phase: Phase, accelerators: Input | undefined, duration: Input | undefined): boolean {
  return phase.accelerator_hours === undefined && (accelerators === undefined || duration === undefined);
}

/** How many accelerators: the record, else the number in the name of the hardware. */
function acceleratorsOf({ phase, hardware, cites, report }: PhaseScope, { count, named, path }: Machine): Input | undefined {
  const ofHardware = hardware?.value.accelerators;
  const recorded = phase.accelerators ?? ofHardware;
  if (recorded !== undefined) reportOtherCount(recorded, { ofHardware: ofHardware?.value, named }, report);
  if (recorded !== undefined) return fromManifest(recorded, { name: 'accelerators', cites: cites.phase, exact: true }, report);
  if (count === undefined) return undefined;
  return { name: 'accelerators', value: count, unit: 'accelerators', exact: true, identity: `manifest:${path}`, basis: 'declared', path };
}

/** Reports a number of accelerators that contradicts the one in use, which may itself be that of a log. */
function reportOtherCount(
  { value, path }: ManifestQuantity,
  { ofHardware, named }: { readonly ofHardware: number | undefined; readonly named: number | undefined },
  report: Report,
): void {
  const other = [
    { count: named, where: 'the name of the hardware' },
    { count: ofHardware, where: '`hardware`' },
  ].find(({ count }) => count !== undefined && count !== value);
  if (other?.count !== undefined && /\baccelerators(?:\.value)?$/.test(path))
    report({ ...hardwareMessages.countsDisagree(other.count, other.where, value), path, part: 'value' });
}

/** Reports hours that contradict each other. */
function checkHours({ phase, report }: PhaseScope, { busy, reserved, run, duration }: Hours): void {
  if (phase.accelerator_hours !== undefined && run !== undefined && duration !== undefined && evaluate(run) > duration.value * 1.02) {
    const hours = (value: number): string => `${grouped(value, 1)} h`;
    report({ ...workMessages.hoursDisagree(hours(evaluate(run)), hours(duration.value)), path: phase.accelerator_hours.path });
  }
  if (reserved !== undefined && busy !== undefined && reserved.value < evaluate(busy))
    report({ ...workMessages.reservedBelowBusy(), path: reserved.path ?? phase.path, part: 'value' });
}

/** Hours on record, else accelerators × duration, else what the operations take. */
function busyHours(
  scope: PhaseScope,
  machine: Machine,
  accelerators: Input | undefined,
  duration: Input | undefined,
): Expression | undefined {
  const { phase, cites, report } = scope;
  if (phase.mfu !== undefined && phase.flops === undefined) report({ ...workMessages.mfuWithoutFlops(), path: phase.mfu.path });
  const recorded = phase.accelerator_hours !== undefined || (accelerators !== undefined && duration !== undefined);
  if (phase.flops !== undefined && recorded) report({ ...workMessages.flopsWithHours(), path: phase.flops.path });
  if (phase.accelerator_hours !== undefined)
    return input(fromManifest(phase.accelerator_hours, { name: 'accelerator-hours', cites: cites.phase, clock: true }, report));
  if (accelerators === undefined || duration === undefined) return phase.flops && computedHours(scope, machine, phase.flops);
  const isHeld = phase.phase === 'deployment' && phase.energy !== undefined;
  report({ ...workMessages[isHeld ? 'hoursOfWindow' : 'hoursFromDuration'](), path: phase.duration?.path ?? phase.path });
  return step('accelerator-hours', 'h', product(input(accelerators), input(duration)));
}

function computedHours(
  { phase, hardware, cites, report }: PhaseScope,
  { device }: Machine,
  flops: ManifestQuantity,
): Expression | undefined {
  const peak = hardware?.value.peak
    ? fromManifest(hardware.value.peak, { name: 'peak', cites: cites.hardware, exact: true }, report)
    : device?.peak && fromFactor(device.peak, { name: 'peak', basis: 'table' });
  if (peak === undefined) {
    // Metered energy needs no hours.
    if (phase.energy === undefined)
      report({ ...workMessages.noPeak(device?.name ?? hardware?.value.accelerator ?? 'the hardware'), path: flops.path });
    return undefined;
  }
  // A peak far above that of 16 bits is that of FP8, of which a run reaches less.
  const isFp8 = device?.peak !== undefined && peak.value > 1.6 * device.peak.value;
  const ofTables = isFp8 ? defaultMfuFp8 : defaultMfu;
  const { value, low, high } = ofTables;
  if (phase.mfu === undefined)
    report({
      ...workMessages.defaultMfu(
        isFp8 ? 'an FP8 peak' : 'the 16-bit peak',
        percentExactly(value),
        `${percentExactly(low ?? value)}–${percentExactly(high ?? value)}`,
      ),
      path: phase.path,
    });
  const mfu = phase.mfu
    ? fromManifest(phase.mfu, { name: 'MFU', cites: cites.phase, max: 1 }, report)
    : fromFactor(ofTables, { name: 'MFU', basis: 'assumed', max: 1 });
  report({ ...workMessages.hoursFromFlops(`${exact(peak.value / 1e12)} TFLOP/s`, percentExactly(mfu.value)), path: flops.path });
  const operations = input(fromManifest(flops, { name: 'operations', cites: cites.phase }, report));
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

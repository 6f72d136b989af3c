import { type AuditId, auditIds } from '../../audits/ids.js';
import { devicesNamed } from '../../factors/hardware/index.js';
import { evaluate } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import type { AveragePower } from '../../plausibility/average-power.js';
import { mfuFinding } from '../../plausibility/mfu.js';
import { operationsFinding } from '../../plausibility/operations.js';
import { averagePowerFinding } from '../../plausibility/power-finding.js';
import { type PowerLimit, powerLimitOf } from '../../plausibility/power-limit.js';
import { pueFinding } from '../../plausibility/pue.js';
import type { Hours } from '../hours.js';
import type { Machine } from '../machine.js';
import type { PhaseScope } from '../scope.js';
import type { ResolvedWork } from './work.js';

interface PlausibleContext {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly hours: Hours;
  readonly resolved: ResolvedWork | undefined;
}

/** Reports a power, an energy, a load or a PUE that cannot be, or hardly can, where the manifest has it. */
export function reportImplausible(context: PlausibleContext): void {
  const { scope, resolved } = context;
  const { phase, site } = scope;
  const pue = phase.pue ?? site?.value.pue;
  const ofPue = pue && pueFinding(pue.value);
  if (ofPue !== undefined) reportAs(scope, ofPue, pue?.path);
  const ofCompute = computeFinding(context);
  if (ofCompute !== undefined) reportAs(scope, ofCompute, phase.flops?.path);
  const ofOperations = ofCompute === undefined ? trainingFinding(scope) : undefined;
  if (ofOperations !== undefined) reportAs(scope, ofOperations, phase.flops?.path);
  if (resolved === undefined) return;
  const recorded = recordOf(context, resolved);
  const found = recorded?.average && averagePowerFinding(recorded.average);
  if (found !== undefined) reportAs(scope, found, recorded?.quantity.path);
}

type Finding = NonNullable<ReturnType<typeof averagePowerFinding>>;

/** Reports a finding with the severity that `audits:` of the manifest gives to the audit of the same id. */
function reportAs({ manifest, report }: PhaseScope, found: Finding, path: string | undefined): void {
  const level = auditIds.some((id) => id === found.id) ? manifest.audits?.[found.id as AuditId] : undefined;
  if (level !== 'off') report({ ...found, severity: level ?? found.severity, path, part: 'value' });
}

/** Operations of a training beside its parameters and tokens. */
function trainingFinding({ phase, manifest }: PhaseScope): ReturnType<typeof operationsFinding> {
  const { flops, tokens } = phase;
  if (flops === undefined || (phase.phase !== 'training' && phase.phase !== 'finetuning')) return undefined;
  return operationsFinding({ operations: flops.value, parameters: manifest.model.parameters, tokens: tokens?.value });
}

/** Operations beside recorded hours imply an MFU. */
function computeFinding({ scope, machine, hours }: PlausibleContext): ReturnType<typeof mfuFinding> {
  const { phase, hardware } = scope;
  const declared = hardware?.value.peak?.value;
  const peak = declared ?? machine.device?.peak?.value;
  if (phase.flops === undefined || hours.busy === undefined || hours.isModelled || peak === undefined) return undefined;
  return mfuFinding({
    operations: phase.flops.value,
    hours: evaluate(hours.busy),
    device: machine.device?.name ?? hardware?.value.accelerator ?? 'the hardware',
    peak,
    isPeakDeclared: declared !== undefined,
    phase: phase.phase,
  });
}

interface Recorded {
  readonly quantity: ManifestQuantity;
  /** Absent where the device or its hours are unknown. */
  readonly average: AveragePower | undefined;
}

/** The record that the electricity of the work rests on, as an average power of one accelerator. */
function recordOf(context: PlausibleContext, { work, power }: ResolvedWork): Recorded | undefined {
  const { scope, machine, hours } = context;
  const { phase, hardware } = scope;
  const limit = limitOf(context);
  const common = limit && {
    limit,
    boundary: work.metered,
    phase: phase.phase,
    accelerators: hours.accelerators?.value,
    perNode: hardware?.value.per_node?.value ?? machine.instance?.accelerators,
  };
  if (phase.energy !== undefined) return { quantity: phase.energy, average: common && energyRecord(phase.energy.value, common, context) };
  const recorded = phase.power ?? hardware?.value.power;
  const load = phase.load ?? hardware?.value.load;
  const watts = power && evaluate(power);
  if (common === undefined || watts === undefined) return undefined;
  if (recorded !== undefined) {
    const isDivided = recorded.for !== undefined;
    return { quantity: recorded, average: { ...common, watts, record: { kind: 'power', isDivided } } };
  }
  return load && { quantity: load, average: { ...common, watts, record: { kind: 'load', load: load.value } } };
}

type Common = Omit<AveragePower, 'watts' | 'record'>;

/** Energy ÷ accelerator-hours; an energy may be that of all hours that machines were held for. */
function energyRecord(kWh: number, common: Common, { scope, hours }: PlausibleContext): AveragePower | undefined {
  const all = hours.busy && evaluate(hours.busy);
  // The energy is that of the hours with a meter.
  const busy = all === undefined ? undefined : all - (scope.phase.unmetered_hours?.value ?? 0);
  if (busy === undefined || busy <= 0) return undefined;
  const held = Math.max(busy, hours.reserved?.value ?? 0, hours.window === undefined ? 0 : evaluate(hours.window));
  const watts = (kWh * 1000) / busy;
  const isProduct = scope.phase.accelerator_hours === undefined;
  return { ...common, watts, low: (kWh * 1000) / held, record: { kind: 'energy', kWh, hours: busy, isProduct } };
}

function limitOf({ scope, machine }: PlausibleContext): PowerLimit | undefined {
  const name = scope.hardware?.value.accelerator;
  return machine.device && powerLimitOf([machine.device, ...(name === undefined ? [] : devicesNamed(name))]);
}

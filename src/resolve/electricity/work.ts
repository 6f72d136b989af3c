import type { LineBoundary } from '../../assessment/assessment.js';
import { deviceEnergy } from '../../formulas/energy.js';
import { type Expression, type Input, input } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { formatted } from '../../units/format.js';
import type { Hours } from '../hours.js';
import { fromManifest } from '../inputs.js';
import type { Machine } from '../machine.js';
import { hardwareMessages } from '../messages/hardware.js';
import { workMessages } from '../messages/work.js';
import { anchorOf } from '../references.js';
import type { Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';
import { acceleratorPower } from './accelerator-power.js';
import { ratedPowerOf } from './rated-power.js';
import { reportUnmeteredAlone, withUnmetered } from './unmetered.js';
import type { WorkContext } from './work-context.js';

/** Energy at the boundary of its evidence. */
interface Metered extends Omit<Work, 'metered'> {
  readonly power?: Expression | undefined;
}

export interface ResolvedWork {
  readonly work: Work;
  /** Average power of one accelerator. */
  readonly power?: Expression | undefined;
}

/** Electricity of the work by the best evidence there is: energy, else power × time, else rated power × load × time. */
export function workOf(context: WorkContext): ResolvedWork | undefined {
  const found = recordedEnergy(context) ?? powerTimesHours(context);
  reportUnmeteredAlone(context);
  const { scope, machine } = context;
  const isMemoryUsed = scope.phase.energy === undefined && machine.processor !== undefined && found?.ratedBy !== undefined;
  if (scope.phase.memory !== undefined && !isMemoryUsed)
    scope.report({ ...hardwareMessages.memoryNotUsed(), path: scope.phase.memory.path });
  if (found === undefined) return undefined;
  const { power, ...work } = found;
  const boundary = takenBoundary(work.boundary, context);
  const { device } = context.machine;
  // A meter of the accelerators of a superchip may be that of the module, processor and memory included.
  if (work.ratedBy === undefined && boundary === 'accelerator' && device?.powerBoundary === 'components')
    context.scope.report({ ...workMessages.superchipMeter(device.name), path: context.machine.path });
  return { work: { ...work, metered: work.boundary, boundary }, power };
}

/** What is not stated is taken as the accelerators' energy where there are some, and as that of the processors where these do the work. */
function takenBoundary(stated: LineBoundary, { machine, hours }: WorkContext): LineBoundary {
  if (stated !== 'unstated') return stated;
  if (machine.processor !== undefined) return 'components';
  return machine.device === undefined && hours.accelerators === undefined ? 'unstated' : 'accelerator';
}

function recordedEnergy({ scope, machine, hours }: WorkContext): Metered | undefined {
  const { phase, cites, report } = scope;
  if (phase.energy === undefined) return undefined;
  // A hardware with a name, or at the top, may serve other phases, which have no energy on record; what this phase gives is meant for it.
  const isOwn = phase.inherited?.includes('hardware') !== true;
  const own = isOwn && typeof phase.hardware === 'object' ? phase.hardware : undefined;
  for (const [key, unused] of Object.entries({ power: phase.power ?? own?.power, load: phase.load ?? own?.load, rating: own?.rating }))
    if (unused !== undefined) report({ ...workMessages.besideEnergy(key), path: unused.path });
  const boundary = phase.energy.boundary ?? 'unstated';
  if (boundary === 'unstated')
    report({
      ...workMessages.boundaryUnstated(takenBoundary(boundary, { scope, machine, hours })),
      path: phase.energy.path,
    });
  const energy = fromManifest(phase.energy, { name: 'energy', cites: cites.phase }, report);
  return withUnmetered({ scope, machine, hours }, { energy: input(energy), boundary, evidence: evidenceOf(energy) });
}

function evidenceOf({ basis }: Input): Work['evidence'] {
  return basis === 'measured' || basis === 'modelled' ? basis : 'declared';
}

function powerTimesHours(context: WorkContext): Metered | undefined {
  const { scope, hours } = context;
  const { phase, hardware, report } = scope;
  const power = phase.power ?? hardware?.value.power;
  const load = phase.load ?? hardware?.value.load;
  if (power !== undefined && load !== undefined) report({ ...workMessages.loadWithPower(), path: load.path });
  if (hours.busy === undefined) {
    if (isWorkWanted(scope)) reportNoHours(scope, hours);
    return undefined;
  }
  const found = recordedPower(context, hours.busy) ?? defaultPower(context, hours.busy);
  // Hours from operations are no record, whatever the power is.
  return found !== undefined && hours.isModelled ? { ...found, evidence: 'modelled' } : found;
}

/** Whether the electricity of the work is counted, and has to be calculated. */
export function isWorkWanted({ boundary, phase }: PhaseScope): boolean {
  return boundary.includes('dynamic') && phase.emissions === undefined;
}

/** The power that the phase or its hardware gives, for the busy hours. */
function recordedPower({ scope, machine }: WorkContext, busy: Expression): Metered | undefined {
  const { phase, hardware, cites, report } = scope;
  const recorded = phase.power ?? hardware?.value.power;
  if (recorded === undefined) return undefined;
  // A figure of named hardware is one unknown in every phase that uses it.
  const isOfHardware = phase.power === undefined;
  const options = isOfHardware ? { name: 'power', cites: cites.hardware, common: true as const } : { name: 'power', cites: cites.phase };
  const boundary = recorded.boundary ?? (machine.processor === undefined ? 'accelerator' : 'components');
  const isRating =
    boundary === 'accelerator' && recorded.basis === undefined && recorded.low === undefined && isRatingOf(recorded, machine);
  if (isRating) report({ ...workMessages.powerIsRating(formatted(recorded).text, machine.device?.name ?? ''), path: recorded.path });
  const given = fromManifest(recorded, options, report);
  const power = acceleratorPower(recorded, isRating ? asRating(given) : given, options, report);
  return {
    energy: deviceEnergy(busy, power),
    boundary,
    evidence: evidenceOf(given),
    power,
  };
}

/** A `power` that is the rating of the device was looked up, not measured. */
function isRatingOf({ value, for: several = 1 }: ManifestQuantity, { device }: Machine): boolean {
  if (device === undefined || device.observed === true || device.estimated === true) return false;
  return Math.abs(value / several / device.power.value - 1) < 0.001;
}

/** The rating in place of an average: the value is kept, and the average is taken to lie between 0.6 and 1.0 of it. */
function asRating(power: Input): Input {
  return { ...power, basis: 'assumed', low: power.value * 0.6, high: power.value, range: undefined, centre: undefined };
}

/** The rated power of the machine, times a load, for the busy hours. */
function defaultPower(context: WorkContext, busy: Expression): Metered | undefined {
  if (!isWorkWanted(context.scope)) return undefined;
  const rated = ratedPowerOf(context);
  return (
    rated && {
      energy: deviceEnergy(busy, rated.power),
      boundary: rated.boundary,
      evidence: 'modelled',
      ratedBy: rated.by,
      power: rated.power,
    }
  );
}

function reportNoHours({ phase, hardware, report }: PhaseScope, hours: Hours): void {
  const reported = phase.reported && massText(phase.reported.value);
  if (hardware === undefined) report({ ...workMessages.noEnergy(reported), path: anchorOf(phase) });
  else if (hours.duration === undefined) report({ ...workMessages.noTime(reported), path: hardware.path });
  else report({ ...workMessages.countMissing(), path: hardware.path });
}

/** A mass (kg) as a manifest has it. */
function massText(kg: number): string {
  const [value, unit] = kg >= 1000 ? [kg / 1000, 't'] : [kg, 'kg'];
  return `${Number(value.toPrecision(12))} ${unit}`;
}

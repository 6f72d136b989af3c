import type { LineBoundary } from '../assessment/assessment.js';
import { defaultHostShare, defaultLoad } from '../factors/hardware/index.js';
import { deviceEnergy } from '../formulas/energy.js';
import { type Expression, type Input, input, product, step, sum } from '../formulas/expression.js';
import { formatted, percent } from '../units/format.js';
import type { Hours } from './hours.js';
import { fromFactor, fromManifest } from './inputs.js';
import type { Machine } from './machine.js';
import { workMessages } from './messages/work.js';
import { anchorOf } from './references.js';
import type { Work } from './resolved.js';
import type { PhaseScope } from './scope.js';

export interface WorkContext {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly hours: Hours;
  /** A baseline is counted beside the work, so no host share may be added. */
  readonly hasBaseline: boolean;
}

/** Energy at the boundary of its evidence, before a host share. */
interface Metered {
  readonly energy: Expression;
  readonly boundary: LineBoundary;
  readonly evidence: Work['evidence'];
  readonly isDefaultPower: boolean;
  readonly power?: Expression | undefined;
}

export interface ResolvedWork {
  readonly work: Work;
  /** Average power of one accelerator. */
  readonly power?: Expression | undefined;
}

/** Electricity of the work by the best evidence there is: energy, else power × time, else rated power × load × time. */
export function workOf(context: WorkContext): ResolvedWork | undefined {
  const metered = recordedEnergy(context.scope) ?? powerTimesHours(context);
  if (metered === undefined) return undefined;
  const { energy, boundary, evidence, isDefaultPower, power } = metered;
  const share = hostShareOf(context, metered);
  if (share === undefined) return { work: { energy, metered: boundary, boundary, evidence, isDefaultPower }, power };
  const accelerators = step('accelerator energy', 'kWh', energy);
  const hosts = step('host energy', 'kWh', product(input(share), accelerators));
  return {
    work: {
      energy: sum(accelerators, hosts),
      metered: boundary,
      boundary: 'node',
      isDefaultPower,
      evidence: evidence === 'measured' ? 'modelled' : evidence,
      parts: [
        { name: 'accelerators', energy: accelerators },
        { name: 'hosts', energy: hosts },
      ],
    },
    power,
  };
}

function recordedEnergy({ phase, cites, report }: PhaseScope): Metered | undefined {
  if (phase.energy === undefined) return undefined;
  // A hardware with a name may serve other phases, which have no energy on record; what this phase gives is meant for it.
  const own = typeof phase.hardware === 'object' ? phase.hardware : undefined;
  for (const [key, unused] of Object.entries({ power: phase.power ?? own?.power, load: phase.load ?? own?.load }))
    if (unused !== undefined) report({ ...workMessages.besideEnergy(key), path: unused.path });
  if (phase.energy.boundary === undefined) report({ ...workMessages.boundaryUnstated(), path: phase.energy.path });
  const energy = fromManifest(phase.energy, { name: 'energy', cites: cites.phase }, report);
  return {
    energy: input(energy),
    boundary: phase.energy.boundary ?? 'unstated',
    evidence: evidenceOf(energy, 'declared'),
    isDefaultPower: false,
  };
}

function evidenceOf({ basis }: Input, declared: 'declared' | 'modelled'): Work['evidence'] {
  return basis === 'measured' || basis === 'modelled' ? basis : declared;
}

function powerTimesHours(context: WorkContext): Metered | undefined {
  const { scope, hours } = context;
  const { phase, hardware, report } = scope;
  const power = phase.power ?? hardware?.value.power;
  const load = phase.load ?? hardware?.value.load;
  if (power !== undefined && load !== undefined) report({ ...workMessages.loadWithPower(), path: load.path });
  if (hours.busy === undefined) {
    if (isWanted(scope)) reportNoHours(scope, hours);
    return undefined;
  }
  return recordedPower(scope, hours.busy) ?? defaultPower(context, hours.busy);
}

function isWanted({ boundary }: PhaseScope): boolean {
  return boundary.includes('dynamic');
}

/** The power that the phase or its hardware gives, for the busy hours. */
function recordedPower({ phase, hardware, cites, report }: PhaseScope, busy: Expression): Metered | undefined {
  const recorded = phase.power ?? hardware?.value.power;
  if (recorded === undefined) return undefined;
  // A figure of named hardware is one unknown in every phase that uses it.
  const isOfHardware = phase.power === undefined;
  const options = isOfHardware ? { name: 'power', cites: cites.hardware, common: true as const } : { name: 'power', cites: cites.phase };
  const power = fromManifest(recorded, options, report);
  return {
    energy: deviceEnergy(busy, input(power)),
    boundary: recorded.boundary ?? 'accelerator',
    evidence: evidenceOf(power, 'modelled'),
    isDefaultPower: false,
    power: input(power),
  };
}

/** The power of the device in the factor tables, times a load where it is a rating, for the busy hours. */
function defaultPower({ scope, machine }: WorkContext, busy: Expression): Metered | undefined {
  const { phase, hardware, cites, report } = scope;
  const { device, path } = machine;
  if (!isWanted(scope)) return undefined;
  if (device === undefined) {
    // A device that is unknown was reported where it was looked up.
    if (hardware?.value.accelerator === undefined) report({ ...workMessages.noPower(), path: anchorOf(phase) });
    return undefined;
  }
  const load = phase.load ?? hardware?.value.load;
  const kind = device.observed === true ? 'observed' : device.estimated === true ? 'estimated' : 'rated';
  report({ ...workMessages.ratedPower[kind](device.name, formatted(device.power).text), path });
  const rated = input(fromFactor(device.power, { name: `${kind} power`, basis: 'declared' }));
  const ofPower = (power: Expression): Metered => ({
    energy: deviceEnergy(busy, power),
    boundary: device.powerBoundary,
    evidence: 'modelled',
    isDefaultPower: true,
    power,
  });
  // A power that was observed on running machines includes their load already.
  if (kind === 'observed') {
    if (load !== undefined) report({ ...workMessages.loadOnObserved(device.name), path: load.path });
    return ofPower(rated);
  }
  const share =
    load === undefined ? fromDefaultLoad(scope, path) : fromManifest(load, { name: 'load', cites: cites.hardware, max: 1 }, report);
  return ofPower(step('power', 'W', product(rated, input(share))));
}

function fromDefaultLoad({ report }: PhaseScope, path: string): Input {
  const { value, low = value, high = value } = defaultLoad;
  report({ ...workMessages.defaultLoad(percent(value), `${percent(low)}–${percent(high)}`), path });
  return fromFactor(defaultLoad, { name: 'load', basis: 'assumed', max: 1 });
}

/** What the hosts add to the accelerators: the share of the manifest, else the default where the power is a default too. */
function hostShareOf({ scope, hasBaseline }: WorkContext, { boundary, isDefaultPower }: Metered): Input | undefined {
  const { phase, hardware, cites, report } = scope;
  const recorded = phase.host_share ?? hardware?.value.host_share;
  const isInside = boundary !== 'accelerator' && boundary !== 'unstated';
  if (recorded !== undefined) {
    const { path } = recorded;
    if (isInside) report({ ...workMessages.hostShareInsideBoundary(boundary, isDefaultPower), path });
    if (hasBaseline) report({ ...workMessages.hostShareWithBaseline(), path });
    return fromManifest(recorded, { name: 'host share', cites: phase.host_share === undefined ? cites.hardware : cites.phase }, report);
  }
  if (!isDefaultPower || isInside || hasBaseline) return undefined;
  const { value, low = value, high = value } = defaultHostShare;
  report({ ...workMessages.defaultHostShare(percent(value), `${percent(low)}–${percent(high)}`), path: phase.path });
  return fromFactor(defaultHostShare, { name: 'host share', basis: 'assumed', min: 0 });
}

function reportNoHours({ phase, hardware, report }: PhaseScope, hours: Hours): void {
  const isCountMissing = hours.duration !== undefined && hours.accelerators === undefined && hardware !== undefined;
  const missing = hardware === undefined ? workMessages.noEnergy() : workMessages.noTime();
  report(isCountMissing ? { ...workMessages.countMissing(), path: hardware.path } : { ...missing, path: anchorOf(phase) });
}

import type { LineBoundary } from '../../assessment/assessment.js';
import type { Factor } from '../../factors/factor.js';
import { type Device, defaultHostShares, hostFloor, hostFloorShare, hostShareFor } from '../../factors/hardware/index.js';
import { deviceEnergy, hostEnergy } from '../../formulas/energy.js';
import { constant, type Expression, evaluate, input, product, step, sum } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { formatted, percentExactly } from '../../units/format.js';
import { fromFactor, fromManifest } from '../inputs.js';
import { reasons } from '../messages/reasons.js';
import { unmeteredMessages } from '../messages/unmetered.js';
import { workMessages } from '../messages/work.js';
import type { Host, Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';
import { clusterEnergy } from './facility.js';
import { hostOfComponents } from './metered-host.js';
import type { WorkContext } from './work-context.js';

interface HostContext extends WorkContext {
  readonly work: Work | undefined;
  /** A baseline of the nodes is counted beside the work. */
  readonly hasBaseline: boolean;
}

/** What the nodes take outside the meter of the work: a record, a part of another line, else a default share. */
export function hostOf(context: HostContext): Host {
  const { scope, work, hasBaseline } = context;
  const { phase, hardware } = scope;
  const recorded = phase.host;
  if (recorded !== undefined) return recordedHost(context, recorded);
  const share = phase.host_share ?? hardware?.value.host_share;
  if (share !== undefined) checkOutside(context, { key: 'host_share', path: share.path });
  if (hasBaseline) return { state: 'included', in: 'idle', reason: reasons.hostInBaseline };
  if (work === undefined) return { state: 'missing', reason: reasons.noRecord };
  const ofUnmetered = isInside(work.boundary) && work.unmetered !== undefined ? hostOfUnmetered(context, work.unmetered) : undefined;
  if (ofUnmetered !== undefined) return { state: 'counted', energy: ofUnmetered, evidence: 'modelled' };
  if (isInside(work.boundary)) return { state: 'included', in: 'dynamic', reason: reasons.hostIn[work.ratedBy ?? 'meter'] };
  if (work.boundary === 'unstated' && share === undefined) return { state: 'missing', reason: reasons.hostUnknown };
  return share === undefined ? defaultHost(context, work) : hostByShare(scope, work, share);
}

/** The nodes are inside the meter of the work. */
function isInside(boundary: LineBoundary): boolean {
  return boundary === 'node' || boundary === 'facility';
}

/** Energy or power of the rest of the nodes, as the manifest gives it. */
function recordedHost(context: HostContext, recorded: ManifestQuantity): Host {
  const { scope, hours, work } = context;
  checkOutside(context, { key: 'host', path: recorded.path });
  if (recorded.boundary === 'accelerator' || recorded.boundary === 'facility')
    scope.report({ ...unmeteredMessages.hostBoundary(recorded.boundary), path: recorded.path });
  if (recorded.boundary === 'components' && work?.ratedBy === undefined && work?.boundary === 'components')
    scope.report({ ...workMessages.hostInsideBoundary.host('components', undefined), path: recorded.path });
  if (scope.phase.host_share !== undefined) scope.report({ ...workMessages.hostTwice(), path: scope.phase.host_share.path });
  const isOfComponents = recorded.boundary === 'components';
  // The rated power of a superchip includes its processor and memory.
  if (isOfComponents && work?.ratedBy !== undefined && work.boundary === 'components') {
    scope.report({ ...unmeteredMessages.hostInsideModule(), path: recorded.path });
    return defaultHost(context, work);
  }
  const name = isOfComponents ? 'power of processors and memory' : 'host power';
  const found = clusterEnergy({ key: 'host', name, quantity: recorded, isOfSite: false }, scope, hours);
  if (found === undefined) return { state: 'missing', reason: reasons.noRecord };
  return isOfComponents ? hostOfComponents(found, work, scope) : { state: 'counted', ...found };
}

/** A record of the host beside a figure that includes it already. */
function checkOutside(
  { scope, work, hasBaseline }: HostContext,
  { key, path }: { readonly key: 'host' | 'host_share'; readonly path: string },
): void {
  if (work !== undefined && isInside(work.boundary))
    scope.report({ ...workMessages.hostInsideBoundary[key](work.boundary, work.ratedBy), path });
  if (hasBaseline) scope.report({ ...workMessages.hostWithBaseline[key](), path });
}

function hostByShare({ phase, cites, report }: PhaseScope, work: Work, recorded: ManifestQuantity): Host {
  const share = fromManifest(
    recorded,
    { name: 'host share', cites: phase.host_share === undefined ? cites.hardware : cites.phase },
    report,
  );
  return {
    state: 'counted',
    energy: hostEnergy(input(share), work.energy),
    evidence: work.evidence === 'measured' ? 'declared' : work.evidence,
  };
}

/** The default share of the metered energy, and for accelerators never less than what a host takes at any load. */
function defaultHost(context: HostContext, work: Work): Host {
  const { scope } = context;
  const factor = shareFor(context, work.boundary);
  const share = fromFactor(factor, { name: 'host share', basis: 'assumed', min: 0 });
  const energy = hostByDefault(context, work, input(share));
  if (!scope.boundary.includes('host')) return outside(factor, energy);
  const floor = work.boundary === 'accelerator' ? floorOf(context) : undefined;
  reportDefault(context, work, { factor, floor: floor && evaluate(floor) });
  return { state: 'counted', energy, evidence: 'modelled' };
}

/** The host of the hours that were not metered, by the default share of their calculated energy; nothing where the rated power includes it. */
function hostOfUnmetered(context: HostContext, { energy, boundary }: NonNullable<Work['unmetered']>): Expression | undefined {
  if (isInside(boundary)) return undefined;
  const share = fromFactor(shareFor(context, boundary), { name: 'host share of hours without a meter', basis: 'assumed', min: 0 });
  return step('host of hours without a meter', 'kWh', hostEnergy(input(share), energy));
}

/** The host by default shares: of the metered energy, and of that which was not metered where its boundary is another. */
function hostByDefault(context: HostContext, { boundary, energy, unmetered }: Work, share: Expression): Expression {
  const floor = boundary === 'accelerator' ? floorOf(context) : undefined;
  if (boundary === 'accelerator' || unmetered === undefined) return hostEnergy(share, energy, floor);
  const rest = hostOfUnmetered(context, unmetered);
  return sum(hostEnergy(share, unmetered.metered), ...(rest === undefined ? [] : [rest]));
}

/** Says which default was used: the share, or the least power of a host where the share gives less. */
function reportDefault(
  { scope, machine, hours }: HostContext,
  work: Work,
  { factor, floor }: { readonly factor: Factor<'1'>; readonly floor: number | undefined },
): void {
  const { value, low = value, high = value } = factor;
  const [share, range] = [percentExactly(value), `${percentExactly(low)}–${percentExactly(high)}`];
  const { path } = scope.phase;
  const isFloor = floor !== undefined && hours.busy !== undefined && floor > value * evaluate(work.energy);
  if (isFloor) {
    const watts = formatted({ value: evaluate(leastHostPower(machine.device)), unit: 'W' }).text;
    scope.report({ ...workMessages.leastHost(watts, share), path });
  } else scope.report({ ...workMessages.defaultHost[work.boundary === 'accelerator' ? 'accelerators' : 'components'](share, range), path });
}

function shareFor({ scope, machine: { device, processor } }: HostContext, boundary: LineBoundary): Factor<'1'> {
  if (processor !== undefined) return defaultHostShares.restOfNode;
  const ofDevice = hostShareFor(device, scope.hardware?.value.per_node?.value);
  // At the accelerators of a superchip, its processor is outside the meter.
  if (boundary === 'accelerator') return device?.powerBoundary === 'components' ? defaultHostShares.accelerators : ofDevice;
  return device?.powerBoundary === 'components' ? ofDevice : defaultHostShares.restOfNode;
}

/** What a host takes at any load, for the busy hours: 0.2 of the rating of its accelerators, at least 30 W for each. */
function floorOf({ machine: { device }, hours }: HostContext): Expression | undefined {
  return hours.busy && step('least host energy', 'kWh', deviceEnergy(hours.busy, leastHostPower(device)));
}

/** Power of the host that is there at any load, for one accelerator (W). */
export function leastHostPower(device: Device | undefined): Expression {
  const part = device?.share?.part ?? 1;
  if (device === undefined || (device.power.value / part) * hostFloorShare.value < hostFloor.value) {
    const ofCard = input(fromFactor(hostFloor, { name: 'least host power', basis: 'assumed' }));
    return part === 1 ? ofCard : product(ofCard, constant(part, '1'));
  }
  const share = fromFactor(hostFloorShare, { name: 'least host share', basis: 'assumed', min: 0 });
  return product(input(share), input(fromFactor(device.power, { name: 'rated power', basis: 'table', exact: true })));
}

function outside(factor: Factor<'1'>, energy: Expression): Host {
  const isKnown = evaluate(energy) > 0;
  return {
    state: 'outside',
    reason: isKnown ? reasons.hostOutside(String(factor.value)) : reasons.outsideBoundary,
    energy: isKnown ? energy : undefined,
  };
}

import { energyOfConstantPower } from '../../formulas/energy.js';
import { type Expression, type Input, input, product, quotient } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import type { Hours } from '../hours.js';
import { type Citations, fromManifest } from '../inputs.js';
import { workMessages } from '../messages/work.js';
import type { ClusterEnergy, Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';

/** A power or energy of a whole cluster or site that a phase, or its site, has on record. */
export interface ClusterRecord {
  readonly key: 'host' | 'idle' | 'overhead';
  /** As the input is named: `baseline power`. */
  readonly name: string;
  readonly quantity: ManifestQuantity;
  /** The site has it, for a size that it states; the phase's own is of the phase. */
  readonly isOfSite: boolean;
}

/** The baseline of the nodes while they are on. */
export function baselineOf(scope: PhaseScope, hours: Hours, work: Work | undefined): ClusterEnergy | undefined {
  const { phase, site, report } = scope;
  const quantity = phase.idle ?? site?.value.idle;
  if (quantity === undefined || quantity.of === 'reserved') return undefined;
  const baseline = clusterEnergy({ key: 'idle', name: 'baseline power', quantity, isOfSite: phase.idle === undefined }, scope, hours);
  const { boundary } = work ?? {};
  if (boundary === 'components' || boundary === 'node' || boundary === 'facility')
    report({ ...workMessages.baselineInsideBoundary(boundary, work?.ratedBy), path: quantity.path });
  return baseline;
}

/** What the facility adds: a PUE, or measured infrastructure. */
export function facilityOf(
  scope: PhaseScope,
  hours: Hours,
  work: Work | undefined,
): { readonly pue?: Input | undefined; readonly overhead?: ClusterEnergy | undefined } {
  const { phase, site, cites, report } = scope;
  const pue = phase.pue ?? site?.value.pue;
  const quantity = phase.overhead ?? site?.value.overhead;
  if (pue !== undefined && quantity !== undefined) report({ ...workMessages.pueWithMeasuredOverhead(), path: quantity.path });
  if (work?.boundary === 'facility' && quantity !== undefined) report({ ...workMessages.overheadInsideFacility(), path: quantity.path });
  const facility = phase.facility ?? site?.value.facility;
  if (facility !== undefined && (pue ?? quantity) !== undefined)
    report({ ...workMessages.facilityNotUsed(pue === undefined ? 'overhead' : 'pue'), path: (pue ?? quantity)?.path });
  const overhead =
    quantity &&
    clusterEnergy({ key: 'overhead', name: 'infrastructure power', quantity, isOfSite: phase.overhead === undefined }, scope, hours);
  const options = {
    name: 'PUE',
    cites: phase.pue === undefined ? cites.site : cites.phase,
    min: 1,
    above: 1,
    common: true,
  } as const;
  return { pue: pue && fromManifest(pue, options, report), overhead };
}

/** Energy of a cluster over the run: its power for the run's hours, scaled to the size of the phase, or its energy. */
export function clusterEnergy(record: ClusterRecord, scope: PhaseScope, hours: Hours): ClusterEnergy | undefined {
  const { key, name, quantity, isOfSite } = record;
  const { report } = scope;
  const isEnergy = quantity.dimension === 'energy';
  const evidence = quantity.basis === 'measured' || quantity.basis === 'modelled' ? quantity.basis : 'declared';
  const whole = input(
    fromManifest(quantity, { name: isEnergy ? name.replace('power', 'energy') : name, cites: citesOf(record, scope) }, report),
  );
  const scaled = isOfSite || quantity.for !== undefined ? scaledToPhase(whole, record, scope, hours) : whole;
  if (scaled === undefined) return undefined;
  if (isEnergy) return { energy: scaled, evidence };
  if (hours.run === undefined) {
    report({ ...workMessages.acceleratorsMissing(`\`${key}\` as a power`), path: quantity.path });
    return undefined;
  }
  return { energy: energyOfConstantPower(scaled, hours.run), evidence };
}

function citesOf({ isOfSite }: ClusterRecord, { cites }: PhaseScope): Citations {
  return isOfSite ? cites.site : cites.phase;
}

/** The part of a cluster's figure that the accelerators of the phase account for. */
function scaledToPhase(whole: Expression, record: ClusterRecord, scope: PhaseScope, hours: Hours): Expression | undefined {
  const { key, quantity } = record;
  const { phase, report } = scope;
  if (quantity.for === undefined) {
    report({ ...workMessages.sizeMissing(key), path: quantity.path });
    return undefined;
  }
  if (hours.accelerators === undefined) {
    report({ ...workMessages.sizeUnknown(key), path: phase.path });
    return undefined;
  }
  const size: ManifestQuantity = { value: quantity.for, unit: 'accelerators', dimension: 'accelerators', path: `${quantity.path}.for` };
  const measured = fromManifest(size, { name: 'accelerators measured', cites: citesOf(record, scope), exact: true }, report);
  return product(whole, quotient(input(hours.accelerators), input(measured)));
}

import { dataCentrePue, enterprisePue } from '../../factors/facility/index.js';
import type { Factor, Lookup } from '../../factors/factor.js';
import type { Input } from '../../formulas/expression.js';
import { newestPueIn, placeIn } from '../../search/earlier-edition.js';
import { pueAt } from '../../search/place-factors.js';
import type { Place } from '../../search/places.js';
import { editionOf, isWithdrawn } from '../edition.js';
import { fromFactor } from '../inputs.js';
import type { Machine } from '../machine.js';
import { placeMessages } from '../messages/place.js';
import { reasons } from '../messages/reasons.js';
import type { ResolvedPhase, Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';

export interface FacilityContext {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly place: Place | undefined;
  readonly year: number | undefined;
  readonly work: Work | undefined;
  /** Electricity is on record: of the work, of the nodes around it, or of machines that wait. */
  readonly hasElectricity: boolean;
}

/**
 * The PUE where the manifest gives neither one nor measured infrastructure: of the region, else of the provider, else of the
 * class of facility. None where the machines are in no data centre.
 */
export function defaultPueOf(context: FacilityContext): Pick<ResolvedPhase, 'pue' | 'noFacility'> {
  const { scope, machine, place, year, work, hasElectricity } = context;
  const { boundary, report, phase } = scope;
  if (!boundary.includes('overhead') || !hasElectricity) return {};
  const facility = phase.facility ?? scope.site?.value.facility;
  if (facility === 'none') return { noFacility: reasons.noFacility };
  const pinned = editionOf(scope.manifest);
  const provider = machine.instance?.cloud ?? machine.device?.vendor;
  const published = publishedPue(place && placeIn(pinned, place), provider, year, newestPueIn(pinned));
  if (place !== undefined && facility !== 'enterprise') {
    const now = pueAt(place, year)?.found;
    if (isWithdrawn(scope, { role: 'pue', place, year, path: phase.path, now })) return {};
  }
  if (published?.found !== undefined && facility !== 'enterprise') {
    for (const step of published.steps) report({ ...placeMessages.lookupStep(step.id, `PUE: ${step.text}`), path: phase.path });
    return { pue: pueInput(published.found, 'table', scope) };
  }
  // An energy at the facility cannot be split by a default.
  if (work?.boundary === 'facility') return {};
  if (facility === undefined && isAtHome(machine, place)) {
    report({ ...placeMessages.noFacility(machine.device?.name ?? machine.processor?.name ?? ''), path: machine.path });
    return { noFacility: reasons.noFacility };
  }
  return { pue: pueInput(facility === 'enterprise' ? enterprisePue : dataCentrePue, 'assumed', scope) };
}

/** Laptops, workstations and consumer cards are in no data centre, unless the place is a provider's. */
function isAtHome({ device, processor }: Machine, place: Place | undefined): boolean {
  const use = device?.use ?? processor?.use;
  return use !== undefined && use !== 'data-centre' && place?.cloud === undefined && place?.centre === undefined;
}

function pueInput(factor: Factor<'1'>, basis: 'table' | 'assumed', { phase, report }: PhaseScope): Input {
  report({ ...placeMessages.defaultPue(String(factor.value), `${factor.title} (${factor.source.title})`), path: phase.path });
  return fromFactor(factor, { name: 'PUE', basis, min: 1, above: 1 });
}

/**
 * PUE that is published for a cloud region, else for the whole fleet of its provider.
 *
 * @param provider Whose machine type the hardware is, where the place names no provider.
 */
function publishedPue(
  place: Place | undefined,
  provider: string | undefined,
  year: number | undefined,
  newest: number | undefined,
): Lookup<Factor<'1'>> | undefined {
  return pueAt({ label: '', ...place, cloud: place?.cloud ?? provider }, year, newest);
}

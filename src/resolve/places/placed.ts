import { waterInputs } from '../../assessment/water.js';
import { defaultPueOf } from '../electricity/pue.js';
import { isWorkWanted } from '../electricity/work.js';
import { defaultWue, type GridContext, gridOf } from '../grid.js';
import { fromManifest } from '../inputs.js';
import { type Machine, machineOf } from '../machine.js';
import { placeMessages } from '../messages/place.js';
import { anchorOf, type NameContext } from '../references.js';
import type { ResolvedPhase } from '../resolved.js';
import { type PhaseScope, scopeOf } from '../scope.js';
import { type Located, locate } from './place.js';

/** What of a phase its place does not decide, and what is looked up for the place hangs on. */
export interface PlacedContext extends Pick<ResolvedPhase, 'work' | 'baseline' | 'reserved' | 'host' | 'pue' | 'overhead'> {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly year: number | undefined;
}

/** What is published for the place of a phase: its grid, its facility, its water. */
export interface Placed extends Pick<ResolvedPhase, 'pue' | 'noFacility' | 'grid' | 'wue'> {
  readonly located: Located | undefined;
}

/** Where a phase ran, and what is published for that place. A PUE or infrastructure on record takes precedence over a published PUE. */
export function placedOf({ scope, machine, year, work, baseline, reserved, host, pue: own, overhead }: PlacedContext): Placed {
  const located = locate(scope);
  const machines = [work, baseline, reserved?.record, reserved?.power, host.state === 'counted' ? host : undefined];
  const hasElectricity = machines.some((one) => one !== undefined);
  const hasOwn = own !== undefined || overhead !== undefined;
  const { pue, noFacility } = hasOwn
    ? { pue: own, noFacility: undefined }
    : defaultPueOf({ scope, machine, place: located?.place, year, work, hasElectricity });
  // Also where the electricity is missing, which is an error: a missing place is said beside it.
  const isGridNeeded = scope.boundary.some((id) => id !== 'embodied') && (hasElectricity || overhead !== undefined || isWorkWanted(scope));
  return { located, pue, noFacility, ...electricityOf(scope, located, year, isGridNeeded) };
}

/**
 * A phase that was resolved, in another place. All that the place does not decide is kept: its work, its hours, its hardware.
 *
 * @param names The phase with another place and nothing else that differs.
 */
export function relocated(phase: ResolvedPhase, names: NameContext): ResolvedPhase {
  const scope = scopeOf(names);
  const hasOwnPue = (scope.phase.pue ?? scope.site?.value.pue) !== undefined;
  const context = { ...phase, pue: hasOwnPue ? phase.pue : undefined, year: phase.facts.year, scope, machine: machineOf(scope) };
  const { located, ...placed } = placedOf(context);
  return { ...phase, ...placed, facts: { ...phase.facts, place: located?.facts } };
}

/** The grid of the site, and the water that it uses. A phase that needs a grid and has no place is an error. */
function electricityOf(
  scope: PhaseScope,
  located: Located | undefined,
  year: number | undefined,
  isWanted: boolean,
): Pick<ResolvedPhase, 'grid' | 'wue'> {
  const { phase, site, cites, report } = scope;
  const context: GridContext | undefined = site && { scope, site, located, year, isWanted };
  const grid = context && gridOf(context);
  const { country, world } = located?.place ?? {};
  const isPlaced = country !== undefined || world === true || located?.isUnknown === true;
  if (isWanted && grid === undefined && !isPlaced) report({ ...placeMessages.noPlace(), path: anchorOf(phase) });
  const declared = site?.value.wue;
  const wue = declared
    ? fromManifest(declared, { name: waterInputs.onSite, cites: cites.site, common: true }, report)
    : context && grid && defaultWue(context);
  return { grid, wue };
}

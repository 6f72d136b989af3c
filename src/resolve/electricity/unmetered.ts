import type { LineBoundary } from '../../assessment/assessment.js';
import { deviceEnergy } from '../../formulas/energy.js';
import { input, step, sum } from '../../formulas/expression.js';
import { fromManifest } from '../inputs.js';
import { unmeteredMessages } from '../messages/unmetered.js';
import type { Work } from '../resolved.js';
import type { PhaseScope } from '../scope.js';
import { ratedPowerOf } from './rated-power.js';
import type { WorkContext } from './work-context.js';

interface Recorded {
  readonly energy: Work['energy'];
  readonly boundary: LineBoundary;
  readonly evidence: Work['evidence'];
}

/** Hours that the energy of a phase does not include, and why their electricity can't be calculated, where it can't. */
export function unmeteredHours(
  { phase, hardware }: PhaseScope,
  { machine }: Pick<WorkContext, 'machine'>,
): { readonly hours: number; readonly isCalculated: boolean } | undefined {
  const hours = phase.unmetered_hours;
  if (hours === undefined || phase.energy === undefined) return undefined;
  const isRated = machine.device !== undefined || hardware?.value.rating !== undefined;
  // Energy at the facility is divided by the PUE, which a rated power does not include.
  return { hours: hours.value, isCalculated: isRated && phase.energy.boundary !== 'facility' };
}

/** The energy of a meter with that of the hours in which nothing was measured: metered + accelerator-hours × rated power × load. */
export function withUnmetered(context: WorkContext, metered: Recorded): Recorded & Pick<Work, 'unmetered'> {
  const { scope } = context;
  const quantity = scope.phase.unmetered_hours;
  const unmetered = unmeteredHours(scope, context);
  if (quantity === undefined || unmetered === undefined) return metered;
  const rated = unmetered.isCalculated ? ratedPowerOf(context) : undefined;
  if (rated === undefined) {
    scope.report({ ...unmeteredMessages.notCounted(unmetered.hours), path: quantity.path });
    return metered;
  }
  const hours = fromManifest(quantity, { name: 'accelerator-hours without a meter', cites: scope.cites.phase, clock: true }, scope.report);
  const energy = step('energy that was not metered', 'kWh', deviceEnergy(input(hours), rated.power));
  return {
    energy: sum(metered.energy, energy),
    boundary: metered.boundary,
    evidence: 'modelled',
    unmetered: { metered: metered.energy, evidence: metered.evidence, energy, boundary: rated.boundary },
  };
}

/** Reports hours without a meter in a phase that has no energy at all: all of its hours are such. */
export function reportUnmeteredAlone({ scope: { phase, report } }: WorkContext): void {
  if (phase.unmetered_hours !== undefined && phase.energy === undefined)
    report({ ...unmeteredMessages.withoutEnergy(), path: phase.unmetered_hours.path });
}

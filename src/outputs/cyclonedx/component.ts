import type { Assessment } from '../../assessment/assessment.js';
import { activityOf } from '../../assessment/bom/activities.js';
import { type Consumption, consumptionsOf, modelProperties } from '../../assessment/bom/consumption.js';
import type { Property } from '../../assessment/bom/properties.js';
import { phaseTitle } from '../../assessment/coverage.js';
import type { OutputContext } from '../output.js';
import { messages } from './messages.js';

/** An entry of `energyConsumptions`. */
export interface EnergyConsumption {
  readonly activity: string;
  readonly energyProviders: readonly object[];
  readonly activityEnergyCost: object;
  readonly co2CostEquivalent: object;
  readonly properties: readonly Property[];
}

/** `modelCard.considerations.environmentalConsiderations`. */
export interface Environment {
  readonly energyConsumptions: readonly EnergyConsumption[];
  readonly properties: readonly Property[];
}

/** The consumptions of all phases whose electricity is known, and what holds for the model. */
export function environmentOf(assessment: Assessment, report: OutputContext['report']): Environment {
  const consumptions = consumptionsOf(assessment);
  const unknown = new Set(consumptions.without.map((line) => phaseTitle(assessment, line)));
  if (unknown.size > 0) report(messages.noEnergy([...unknown]));
  if (consumptions.list.some(({ phase: { grid } }) => grid?.provider === undefined || grid.energySource === undefined))
    report(messages.noProvider());
  return {
    energyConsumptions: consumptions.list.map(energyConsumption),
    properties: modelProperties(assessment, consumptions),
  };
}

/** The schema wants a provider, of which an assessment knows the place alone. */
function energyConsumption({ phase, energy, emissions, properties }: Consumption): EnergyConsumption {
  const cost = { value: energy.value, unit: 'kWh' };
  const { place, grid } = phase;
  return {
    activity: activityOf[phase.phase],
    energyProviders: [
      {
        description: place === undefined ? undefined : `Electricity in ${place.label}`,
        organization: { name: grid?.provider ?? 'unknown' },
        energySource: grid?.energySource ?? 'unknown',
        energyProvided: cost,
      },
    ],
    activityEnergyCost: cost,
    co2CostEquivalent: { value: emissions.value, unit: 'tCO2eq' },
    properties,
  };
}

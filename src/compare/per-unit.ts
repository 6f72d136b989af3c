import type { Assessment } from '../assessment/assessment.js';
import { intervalOf, type Quantity, quantity } from '../units/quantity.js';
import type { Cell, CommonFigures, NormalUnit } from './comparison.js';

/** What a figure is given per: 10⁹ parameters, 10⁹ tokens, 10²¹ FLOP, one hour of an accelerator. */
export const unitSizes: Readonly<Record<NormalUnit, number>> = {
  'parameters': 1e9,
  'tokens': 1e9,
  'operations': 1e21,
  'accelerator-hours': 1,
};

/** How much of a unit, and whether that has a range. */
interface Amount {
  readonly value: number;
  readonly isUnsure: boolean;
}

/**
 * Emissions per parameter, training token, operation and accelerator-hour, of what is compared: emissions × size ÷ amount.
 *
 * A unit is absent where a phase that is compared does not give it. Parameters are all of a model, also of a mixture of experts.
 */
export function perUnitOf(
  { model, phases }: Pick<Assessment, 'model' | 'phases'>,
  common: readonly Cell[],
  emissions: Quantity<'kgCO2e'>,
): CommonFigures['per'] {
  const kinds = new Set(common.map(({ phase }) => phase));
  const compared = phases.filter(({ phase }) => kinds.has(phase));
  const total = (
    amountOf: (phase: Assessment['phases'][number]) => { readonly value: number; readonly low?: number | undefined } | undefined,
  ): Amount | undefined => {
    const amounts = compared.map(amountOf);
    const value = amounts.reduce<number>((sum, amount) => sum + (amount?.value ?? Number.NaN), 0);
    return Number.isNaN(value) ? undefined : { value, isUnsure: amounts.some((amount) => amount?.low !== undefined) };
  };
  const { parameters } = model;
  const amounts: Readonly<Record<NormalUnit, Amount | undefined>> = {
    'parameters': parameters === undefined ? undefined : { value: parameters, isUnsure: false },
    'tokens': total(({ phase, tokens }) => (phase === 'training' || phase === 'finetuning' ? tokens : undefined)),
    'operations': total(({ flops }) => flops),
    'accelerator-hours': total(({ acceleratorHours }) => acceleratorHours),
  };
  const per = Object.entries(amounts).flatMap(([unit, amount]) => {
    if (amount === undefined || !(amount.value > 0)) return [];
    const scale = unitSizes[unit as NormalUnit] / amount.value;
    // The range of an amount would be in the emissions too: no interval is better than a wrong one.
    const interval = amount.isUnsure ? undefined : intervalOf(emissions);
    const scaled = interval && { low: interval.low * scale, high: interval.high * scale };
    return [[unit, quantity(emissions.value * scale, 'kgCO2e' as const, scaled)] as const];
  });
  return Object.fromEntries(per);
}

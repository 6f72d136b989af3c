import type { Total } from '../../assessment/assessment.js';
import { type Quantity, quantity } from '../../units/quantity.js';

/**
 * Emissions of the electricity of a total: all but making the hardware. Its interval is known where it is the whole total, or one
 * component of it.
 */
export function electricityOf({ components, emissions }: Total): Quantity<'kgCO2e'> {
  const electric = components.filter(({ component }) => component !== 'embodied');
  const [only, ...others] = electric;
  if (only !== undefined && others.length === 0) return only.emissions;
  if (electric.length === components.length) return emissions;
  return quantity(
    electric.reduce((sum, one) => sum + one.emissions.value, 0),
    'kgCO2e' as const,
  );
}

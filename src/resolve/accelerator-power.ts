import type { Report } from '../diagnostics/report.js';
import { type Expression, type Input, input, quotient, step } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { fromManifest, type InputOptions } from './inputs.js';

/** The average power of one accelerator, and the record that it was calculated from. */
export interface AcceleratorPower {
  readonly recorded: Input;
  /** W of one accelerator: the record, or its part where it is of several (`for: 8 accelerators`). */
  readonly power: Expression;
}

/** The power of one accelerator, from a record that may be of several: power ÷ accelerators measured. */
export function acceleratorPower(quantity: ManifestQuantity, options: InputOptions, report: Report): AcceleratorPower {
  const recorded = fromManifest(quantity, options, report);
  if (quantity.for === undefined) return { recorded, power: input(recorded) };
  const size: ManifestQuantity = { value: quantity.for, unit: 'accelerators', dimension: 'accelerators', path: `${quantity.path}.for` };
  const measured = fromManifest(size, { name: 'accelerators measured', cites: options.cites, exact: true }, report);
  return { recorded, power: step('power of one accelerator', 'W', quotient(input(recorded), input(measured))) };
}

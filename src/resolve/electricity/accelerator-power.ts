import type { Report } from '../../diagnostics/report.js';
import { type Expression, type Input, input, quotient, step } from '../../formulas/expression.js';
import type { ManifestQuantity } from '../../manifest/manifest-quantity.js';
import { fromManifest, type InputOptions } from '../inputs.js';

/** The power of one accelerator (W), from a record that may be of several (`for: 8 accelerators`): power ÷ accelerators measured. */
export function acceleratorPower(
  { for: several, path }: ManifestQuantity,
  recorded: Input,
  { cites }: InputOptions,
  report: Report,
): Expression {
  if (several === undefined) return input(recorded);
  const size: ManifestQuantity = { value: several, unit: 'accelerators', dimension: 'accelerators', path: `${path}.for` };
  const measured = fromManifest(size, { name: 'accelerators measured', cites, exact: true }, report);
  return step('power of one accelerator', 'W', quotient(input(recorded), input(measured)));
}

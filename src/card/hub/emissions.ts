import { entryOf, isEmptyInPython, type PythonValue, pythonText } from './python-yaml.js';

/** What the filter of `huggingface_hub` makes of `co2_eq_emissions`: grams, nothing, or an error of its own. */
export type HubEmissions = { readonly grams: number } | 'nothing' | 'fails';

/**
 * Reads the emissions of a model as `huggingface_hub` does where it lists models by their emissions (`emissions_thresholds`):
 * the value, or that of `emissions` in a mapping, as text, and in it the first digits, perhaps with a point and digits behind it.
 * A mapping without `emissions` ends its search with an error.
 */
export function hubEmissions(value: PythonValue): HubEmissions {
  const emissions = value.kind === 'mapping' ? entryOf(value, 'emissions')?.value : value;
  if (emissions === undefined) return 'fails';
  if (emissions.kind === 'unknown' || isEmptyInPython(emissions)) return 'nothing';
  const digits = /\d+(?:\.\d+)?/.exec(pythonText(emissions))?.[0];
  const grams = Number(digits);
  return Number.isFinite(grams) ? { grams } : 'nothing';
}

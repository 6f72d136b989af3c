import { InvalidArgumentError } from 'commander';
import { measurementBoundaries } from '../../assessment/ids.js';

export function boundaryOption(value: string): string {
  if (!measurementBoundaries.some((one) => one === value))
    throw new InvalidArgumentError(`Expected: one of ${measurementBoundaries.join(', ')}.`);
  return value;
}

/** Below it, samples that come a little late would be gaps. */
const minGap = 1.5;

/** A multiple of the usual time between samples. */
export function gapOption(value: string): number {
  const factor = decimal(value);
  if (!(factor >= minGap && factor <= 1e6)) throw new InvalidArgumentError(`Expected: a number from ${minGap}, such as 10.`);
  return factor;
}

/** A power in watts, with its unit or without. */
export function wattsOption(value: string): number {
  const watts = decimal(value.replace(/\s*W$/, ''));
  if (!(watts > 0 && watts < 1e9)) throw new InvalidArgumentError('Expected: watts above 0, such as 100.');
  return watts;
}

const decimal = (value: string): number => (/^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN);

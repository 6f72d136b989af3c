import type { Report } from '../diagnostics/report.js';
import type { Factor } from '../factors/factor.js';
import type { Citation, Input } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { formatted } from '../units/format.js';
import { type Bounds, defaultRange, type Ranged, rangeAfterSteps, rangeByEvidence } from './ranges.js';
import { workMessages } from './work-messages.js';

/** Citations that stand for a quantity without one of its own, nearest first. */
export type Citations = readonly (Citation | string | undefined)[];

export interface InputOptions extends Bounds {
  readonly name: string;
  readonly cites: Citations;
  readonly exact?: true | undefined;
  /**
   * It is a figure of a place, a facility or a machine: written alike in several phases it is one unknown, drawn once, not
   * one for each phase.
   */
  readonly common?: true | undefined;
}

/** A figure of the manifest as an input: its range, its source, and how good the evidence is. */
export function fromManifest(given: ManifestQuantity, options: InputOptions, report: Report): Input {
  const { name, cites, min, max } = options;
  if (given.bareCO2 === true) report({ ...workMessages.bareCO2(name), path: given.path });
  if (given.origin !== undefined)
    report({ ...workMessages.originOf(capital(name), formatted(given).text, given.origin), path: given.path });
  else if (given.basis === 'assumed') report({ ...workMessages.assumedFigure(capital(name), formatted(given).text), path: given.path });
  if (options.exact === true && given.low !== undefined) report({ ...workMessages.rangeNotUsed(capital(name)), path: given.path });
  const source = citationOf(given, cites);
  return {
    name,
    value: given.value,
    unit: given.unit,
    ...rangeOfGiven(given, options),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    identity: options.common ? commonIdentity(given, name, source) : `manifest:${given.identity ?? given.path}`,
    basis: given.basis ?? 'declared',
    ...(given.origin !== undefined && { origin: given.origin }),
    path: given.path,
    ...(source !== undefined && { source }),
  };
}

function rangeOfGiven(given: ManifestQuantity, { exact, ...bounds }: InputOptions): Ranged {
  if (exact !== undefined) return { exact };
  const { low, high, basis = 'declared', instrument } = given;
  if (low === undefined || high === undefined) return defaultRange(given.value, rangeByEvidence(basis, instrument), bounds);
  return { low, high, ...(bounds.above !== undefined && { above: bounds.above }) };
}

function commonIdentity({ value, low, high, unit, basis, year }: ManifestQuantity, name: string, source: Citation | undefined): string {
  return `common:${JSON.stringify([name, value, low, high, unit, basis, year, source?.title])}`;
}

/** The figure's own citation, else the nearest of those that stand for it; nothing where there is none. */
export function citationOf(given: ManifestQuantity, cites: Citations): Citation | undefined {
  const inherited = cites.find((cite) => cite !== undefined);
  const base = given.cite ?? inherited;
  if (base === undefined) return undefined;
  const citation: Citation = typeof base === 'string' ? { title: base } : base;
  return {
    ...citation,
    ...(given.url !== undefined && { url: given.url }),
    ...(given.year !== undefined && { year: given.year }),
    ...(given.licence !== undefined && { licence: given.licence }),
  };
}

/** A factor of ours as an input. `assumed` where it is a default, not a record of this run. */
export function fromFactor(
  factor: Factor,
  options: Bounds & {
    readonly name: string;
    readonly basis: 'declared' | 'assumed';
    readonly exact?: true | undefined;
    /** Ids of the steps by which it was found: one that was taken for another place or year is less sure. */
    readonly steps?: readonly string[] | undefined;
  },
): Input {
  const { steps = [], name, basis, min, max } = options;
  return {
    name,
    basis,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    value: factor.value,
    unit: factor.unit,
    ...rangeOfFactor(factor, steps, options),
    identity: `factor:${factor.id}`,
    source: factor.source,
  };
}

function rangeOfFactor(
  factor: Factor,
  steps: readonly string[],
  { exact, ...bounds }: Bounds & { readonly exact?: true | undefined },
): Ranged {
  if (exact !== undefined) return { exact };
  const { value, low, high, range = 'declared' } = factor;
  if (low !== undefined && high !== undefined) return { low, high, ...(bounds.above !== undefined && { above: bounds.above }) };
  return defaultRange(value, rangeAfterSteps(range, steps), bounds);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Report } from '../diagnostics/report.js';
import type { Factor } from '../factors/factor.js';
import type { Citation, Input } from '../formulas/expression.js';
import type { ManifestQuantity } from '../manifest/manifest-quantity.js';
import { formatted } from '../units/format.js';
import { workMessages } from './messages/work.js';
import { type Bounds, clockRange, defaultRange, type Ranged, rangeAfterSteps, rangeByEvidence } from './ranges.js';

/** The `cite` of a mapping of the manifest, which is of what the mapping itself states. */
export interface CitationWithin {
  readonly title: string;
  /** Path of the mapping. */
  readonly within: string;
}

/** Citations for a quantity that has none of its own, nearest first. */
export type Citations = readonly (Citation | CitationWithin | string | undefined)[];

export interface InputOptions extends Bounds {
  readonly name: string;
  readonly cites: Citations;
  /** A count or a convention, which has no range. */
  readonly exact?: true | undefined;
  /** Hours or a time: as sure as its digits say. */
  readonly clock?: true | undefined;
  /** A figure of a place, a facility or a machine: written alike in several phases it is one unknown, sampled once for all. */
  readonly common?: true | undefined;
}

/** A quantity of the manifest as an input: its range, its source, and how good the evidence is. */
export function fromManifest(quantity: ManifestQuantity, options: InputOptions, report: Report): Input {
  const { name, cites, min, max } = options;
  const { value, unit, origin, basis, path } = quantity;
  reportOrigin(quantity, options, report);
  const source = citationOf(quantity, cites);
  return {
    name,
    value,
    unit,
    ...rangeOfQuantity(quantity, options),
    min,
    max,
    identity: identityOf(quantity, options, source),
    basis: basis ?? 'declared',
    of: quantity.unknown,
    origin,
    path,
    source,
  };
}

/** Reports what a reader has to know of the figure: that it is not printed, assumed, written as CO2, or that its range is not used. */
function reportOrigin(quantity: ManifestQuantity, { name, exact }: InputOptions, report: Report): void {
  const { origin, basis, path } = quantity;
  const [what, text] = [capital(name), formatted(quantity).text];
  if (quantity.bareCO2 === true) report({ ...workMessages.bareCO2(name), path });
  if (origin !== undefined) report({ ...workMessages.originOf(what, text, origin), path });
  else if (basis === 'assumed') report({ ...workMessages.assumedFigure(what, text), path });
  if (exact === true && quantity.low !== undefined) report({ ...workMessages.rangeNotUsed(what), path });
}

function rangeOfQuantity(quantity: ManifestQuantity, options: InputOptions): Ranged {
  const ranged = rangeOfMetered(quantity, options);
  const { missed = 0, value } = quantity;
  if (missed === 0 || ranged.exact === true) return ranged;
  // Seven digits are more than a meter has.
  const [low, high] = [ranged.low ?? value, (ranged.high ?? value) + missed].map((end) => Number(end.toPrecision(7)));
  return { ...ranged, low, high, centre: undefined, range: undefined };
}

function rangeOfMetered(quantity: ManifestQuantity, { exact, clock, above, ...bounds }: InputOptions): Ranged {
  if (exact !== undefined) return { exact };
  const { value, low, high, basis = 'declared', instrument } = quantity;
  if (low !== undefined && high !== undefined) return { low, high, above };
  if (clock === true && (basis === 'declared' || basis === 'measured')) return clockRange(value, quantity.halfPlace);
  return defaultRange(value, rangeByEvidence(basis, instrument), { ...bounds, above });
}

/** What is one unknown is sampled once: a figure of a place or a machine, and all figures of one model. */
function identityOf(quantity: ManifestQuantity, { name, common }: InputOptions, source: Citation | undefined): string {
  if (common) return commonIdentity(quantity, name, source);
  if (quantity.unknown !== undefined) return `unknown:${JSON.stringify(quantity.unknown)}`;
  if (quantity.basis === 'modelled' && quantity.low === undefined) return `modelled:${JSON.stringify([name, source?.title])}`;
  return `manifest:${quantity.identity ?? quantity.path}`;
}

function commonIdentity({ value, low, high, unit, basis, year }: ManifestQuantity, name: string, source: Citation | undefined): string {
  return `common:${JSON.stringify([name, value, low, high, unit, basis, year, source?.title])}`;
}

/** The quantity's own citation, else the nearest of those that apply to it; nothing where there is none. */
export function citationOf({ cite, url, year, licence, path }: ManifestQuantity, cites: Citations): Citation | undefined {
  const base = cite ?? cites.find((inherited) => inherited !== undefined && isOf(inherited, path));
  if (base === undefined) return undefined;
  const { within: _, ...citation }: Citation & Partial<CitationWithin> = typeof base === 'string' ? { title: base } : base;
  return { ...citation, url: url ?? citation.url, year: year ?? citation.year, licence: licence ?? citation.licence };
}

/** Whether a citation is of the value at a path: that of a phase is not of hardware or a site that other phases have too. */
function isOf(citation: Citation | CitationWithin | string, path: string): boolean {
  if (typeof citation === 'string' || !('within' in citation) || citation.within === '') return true;
  return path.startsWith(citation.within) && /^(?:$|[.[])/.test(path.slice(citation.within.length));
}

export interface FactorOptions extends Bounds {
  readonly name: string;
  /** `assumed` where the factor is a default, and no figure of this place or device. */
  readonly basis: 'table' | 'assumed';
  readonly exact?: true | undefined;
  /** Ids of the steps by which it was found: one that was taken for another place or year is less certain. */
  readonly steps?: readonly string[] | undefined;
}

/** A factor of the tables as an input. */
export function fromFactor(factor: Factor, options: FactorOptions): Input {
  const { name, basis, min, max } = options;
  return {
    name,
    basis,
    min,
    max,
    value: factor.value,
    unit: factor.unit,
    of: factor.title,
    ...rangeOfFactor(factor, options),
    identity: `factor:${factor.id}`,
    source: factor.source,
  };
}

function rangeOfFactor(factor: Factor, { exact, steps = [], above, ...bounds }: FactorOptions): Ranged {
  if (exact !== undefined) return { exact };
  const { value, low, high, other = value, range = 'declared' } = factor;
  if (low !== undefined && high !== undefined) return { low, high, above };
  const ranged = defaultRange(value, rangeAfterSteps(range, steps), { ...bounds, above });
  const { low: bottom = value, high: top = value } = ranged;
  if (other >= bottom && other <= top) return ranged;
  return { ...ranged, low: Math.min(bottom, other), high: Math.max(top, other), centre: undefined };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

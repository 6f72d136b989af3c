import { messages } from '../../diagnostics/messages.js';
import type { Factor } from '../../factors/factor.js';
import type { Citation, Input } from '../../formulas/expression.js';
import { figure } from '../../units/format.js';
import type { Given } from '../given.js';
import type { Tell } from './resolved.js';

/** Citations that stand for a quantity without one of its own, nearest first. */
export type Citations = readonly (Citation | string | undefined)[];

export interface InputOptions {
  readonly name: string;
  readonly cites: Citations;
  readonly exact?: true;
  readonly min?: number;
  readonly max?: number;
}

/** A figure of the manifest as an input: its range, its source, and how good the evidence is. */
export function fromManifest(given: Given, { name, cites, exact, min, max }: InputOptions, tell: Tell): Input {
  if (given.bareCO2 === true) tell(messages.bareCO2(name), given.path);
  if (given.origin !== undefined) tell(messages.originOf(capital(name), figure(given).text, given.origin), given.path);
  else if (given.basis === 'assumed') tell(messages.assumedFigure(capital(name), figure(given).text), given.path);
  const source = citationOf(given, cites);
  return {
    name,
    value: given.value,
    unit: given.unit,
    ...(given.low !== undefined && given.high !== undefined && { low: given.low, high: given.high }),
    ...(exact !== undefined && { exact }),
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    identity: `manifest:${given.path}`,
    basis: given.basis ?? 'declared',
    ...(given.origin !== undefined && { origin: given.origin }),
    path: given.path,
    ...(source !== undefined && { source }),
  };
}

function citationOf(given: Given, cites: Citations): Citation | undefined {
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
  options: {
    readonly name: string;
    readonly basis: 'declared' | 'assumed';
    readonly exact?: true;
    readonly min?: number;
    readonly max?: number;
  },
): Input {
  return {
    ...options,
    value: factor.value,
    unit: factor.unit,
    ...(factor.low !== undefined && factor.high !== undefined && { low: factor.low, high: factor.high }),
    identity: `factor:${factor.id}`,
    source: factor.source,
  };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

import type { Line, LineInput, LineStep } from '../../assessment/assessment.js';
import { coherent } from '../../units/coherent.js';
import { type Node, type Places, readFormula, resultOf } from './formula.js';

/** A step of a line, with its formula as a tree. */
export interface ReadStep {
  readonly step: LineStep;
  readonly node: Node;
}

/** The arithmetic of a line, calculated again from its formula and its inputs. */
export interface Arithmetic {
  readonly steps: ReadonlyMap<string, ReadStep>;
  /** The input of a name; where several have it, the one at its nth place. */
  readonly inputOf: (name: string, nth: number) => LineInput | undefined;
  /** The value of a formula, in units that multiply without a factor. */
  readonly value: (node: Node) => number;
}

/** How far the formula may be from the stated figure, as a share of it: the noise of floating point. */
const noise = 1e-9;

/** Name of the step whose result is the emissions of a line. */
export const emissionsStep = 'emissions';

/** The arithmetic of a line; nothing where its formula does not give its emissions, as in a file that was edited. */
export function arithmeticOf({ steps, inputs, emissions }: Pick<Line, 'steps' | 'inputs' | 'emissions'>): Arithmetic | undefined {
  const places: Places = new Map();
  const names = [...new Set([...steps, ...inputs].map(({ name }) => name))];
  const read = new Map<string, ReadStep>();
  for (const step of steps) {
    const node = readFormula(step.formula, names, places);
    if (node === undefined) return undefined;
    read.set(step.name, { step, node });
  }
  const root = read.get(emissionsStep)?.node;
  if (root === undefined) return undefined;
  const inputOf = inputsByName(inputs);
  // A step may have the name of the input that it is: it then stands for the input.
  const open = new Set<string>();
  const known = new Map<string, number>();
  const ofName = (name: string, nth: number): number => {
    const inner = open.has(name) ? undefined : read.get(name);
    if (inner !== undefined) {
      open.add(name);
      const result = known.get(name) ?? resultOf(inner.node, ofName);
      open.delete(name);
      known.set(name, result);
      return result;
    }
    const input = inputOf(name, nth);
    return input === undefined ? Number.NaN : coherent(input.value, input.unit);
  };
  const value = (node: Node): number => resultOf(node, ofName);
  return Math.abs(value(root) - emissions.value) <= noise * Math.abs(emissions.value) ? { steps: read, inputOf, value } : undefined;
}

/** Inputs of one name and one value are one; of several values, each is used at one place, in their order. */
function inputsByName(inputs: readonly LineInput[]): Arithmetic['inputOf'] {
  const byName = new Map<string, LineInput[]>();
  for (const input of inputs) byName.set(input.name, [...(byName.get(input.name) ?? []), input]);
  return (name, nth) => {
    const all = byName.get(name) ?? [];
    return all.every(({ value, unit }) => value === all[0]?.value && unit === all[0].unit) ? all[0] : all[nth];
  };
}

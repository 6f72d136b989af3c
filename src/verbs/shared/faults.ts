import { type Diagnostic, InputError } from '../../diagnostics/diagnostic.js';

/** Collects what is wrong over several steps, so that a person sees all errors at once and nothing is half written. */
export interface Faults {
  /** Takes a step. What is wrong with its input is kept, and then it has no result. */
  readonly attempt: <Result>(step: () => Result | Promise<Result>) => Promise<Result | undefined>;
  readonly add: (...diagnostics: readonly Diagnostic[]) => void;
  readonly all: () => readonly Diagnostic[];
  /** @throws {InputError} With everything that was kept, if anything was. */
  readonly throwIfAny: () => void;
}

export function createFaults(): Faults {
  const kept: Diagnostic[] = [];
  return {
    attempt: async (step) => {
      try {
        return await step();
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        for (const diagnostic of error.diagnostics) kept.push(diagnostic);
        return undefined;
      }
    },
    add: (...diagnostics) => void kept.push(...diagnostics),
    all: () => kept,
    throwIfAny: () => {
      if (kept.length > 0) throw new InputError(kept);
    },
  };
}

/**
 * Takes a step for each item, one after the other.
 *
 * @throws {InputError} With every fault of every item.
 */
export async function forAll<Item, Result>(
  items: Iterable<Item>,
  step: (item: Item) => Result | Promise<Result>,
): Promise<readonly Result[]> {
  const faults = createFaults();
  const results: Result[] = [];
  for (const item of items) {
    const result = await faults.attempt(() => step(item));
    if (result !== undefined) results.push(result);
  }
  faults.throwIfAny();
  return results;
}

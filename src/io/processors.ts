import { availableParallelism } from 'node:os';

/** Processors that this process may use. */
export function processors(): number {
  return availableParallelism();
}

import type { Hours } from '../hours.js';
import type { Machine } from '../machine.js';
import type { PhaseScope } from '../scope.js';

/** What the electricity of a phase is resolved from: what it names, what it ran on, and how long. */
export interface WorkContext {
  readonly scope: PhaseScope;
  readonly machine: Machine;
  readonly hours: Hours;
}

import type { PhaseKind } from '../assessment/assessment.js';

/** Operations of a run with the hours that they took. */
export interface ComputeRecord {
  /** FLOP. */
  readonly operations: number;
  /** Accelerator-hours. */
  readonly hours: number;
  readonly device: string;
  /** Peak of one accelerator (FLOP/s): as declared, else that of 16 bits. */
  readonly peak: number;
  readonly isPeakDeclared: boolean;
  readonly phase: PhaseKind;
}

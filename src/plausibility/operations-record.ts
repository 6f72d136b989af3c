/** Operations of a training beside what they are for. */
export interface OperationsRecord {
  /** FLOP. */
  readonly operations: number;
  readonly parameters?: number | undefined;
  readonly tokens?: number | undefined;
}

/** What the processors of a machine can take (W). */
export interface ProcessorLimit {
  readonly name: string;
  readonly rating: number;
  readonly processors: number;
  /** Average power of all of them above which it is questioned. */
  readonly highest: number;
  /** The same with the memory of such a machine. */
  readonly highestWithMemory: number;
}

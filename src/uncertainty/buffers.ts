/** Arrays of one length, used again: a fresh one for each of thousands of figures would keep the collector busy. */
export interface Buffers {
  /** An array with anything in it. */
  readonly take: () => Float64Array;
  readonly give: (values: Float64Array) => void;
}

export function createBuffers(length: number): Buffers {
  const free: Float64Array[] = [];
  return {
    take: () => free.pop() ?? new Float64Array(length),
    give: (values) => {
      free.push(values);
    },
  };
}

/** Arrays of one length that are used again. With a fresh array for each of thousands of figures, sampling takes half as long again. */
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

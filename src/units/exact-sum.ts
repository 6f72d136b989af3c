/** A sum that grows, without the error that adding one by one gathers (Neumaier 1974). */
export interface ExactSum {
  /** How many were added. */
  readonly count: number;
  readonly value: number;
  readonly add: (value: number | undefined) => void;
}

/**
 * @example a sum of 1, 1e100, 1 and -1e100 is 2, where adding one by one gives 0
 */
export function exactSum(): ExactSum {
  let [count, sum, lost] = [0, 0, 0];
  return {
    get count() {
      return count;
    },
    get value() {
      return sum + lost;
    },
    add: (value) => {
      if (value === undefined) return;
      count += 1;
      const next = sum + value;
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
      sum = next;
    },
  };
}

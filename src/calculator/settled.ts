/** A value that work replaces, for those who need it as it is once no work is under way. */
export interface Settled<Value> {
  /** Work that may replace the value. */
  readonly during: <Result>(work: Promise<Result>) => Promise<Result>;
  readonly set: (value: Value | undefined) => void;
  /** The value once all work has ended, also what began meanwhile. */
  readonly value: () => Promise<Value | undefined>;
}

export function createSettled<Value>(): Settled<Value> {
  const running = new Set<Promise<unknown>>();
  let value: Value | undefined;
  return {
    during: async (work) => {
      running.add(work);
      try {
        return await work;
      } finally {
        running.delete(work);
      }
    },
    set: (next) => {
      value = next;
    },
    value: async () => {
      while (running.size > 0) await Promise.allSettled(running);
      return value;
    },
  };
}

/** Asks once for each key, as long as no other key comes between; what failed or has no answer is asked again. */
export function onceFor<Key extends object, Answer>(
  ask: (key: Key) => Promise<Answer | undefined>,
): (key: Key) => Promise<Answer | undefined> {
  let last: { readonly key: Key; readonly answer: Promise<Answer | undefined> } | undefined;
  return async (key) => {
    if (last?.key !== key) last = { key, answer: ask(key) };
    const own = last;
    let answer: Answer | undefined;
    try {
      answer = await own.answer;
      return answer;
    } finally {
      if (answer === undefined && last === own) last = undefined;
    }
  };
}

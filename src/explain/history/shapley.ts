/** Above it, every order of changes would take too long: 2¹⁰ results for one line. */
const maxExact = 10;

/**
 * How much of a difference each of several changes accounts for: the Shapley value, the mean over all orders in which the changes
 * could be made, one after the other. The parts add up to the whole difference, and no order is preferred.
 *
 * With more than 10 changes, it is the mean of one order and its reverse, which is the same where no three changes act together.
 *
 * @param count Number of changes.
 * @param result The result after some of the changes.
 * @returns The part of each; not finite where a result between is not.
 * @see Albrecht, François, Schoors 2002, A Shapley decomposition of carbon emissions without residuals
 * @example shapley(2, (has) => (has(0) ? 3 : 2) * (has(1) ? 5 : 4)) //=> [4.5, 2.5], which is 15 − 8
 */
export function shapley(count: number, result: (has: (change: number) => boolean) => number): readonly number[] {
  return count <= maxExact ? ofAllOrders(count, result) : ofTwoOrders(count, result);
}

function ofAllOrders(count: number, result: (has: (change: number) => boolean) => number): readonly number[] {
  const sets = 2 ** count;
  const results = Array.from({ length: sets }, (_, set) => result((change) => ((set >> change) & 1) === 1));
  const weights = Array.from({ length: count }, (_, size) => (factorial(size) * factorial(count - size - 1)) / factorial(count));
  return Array.from({ length: count }, (_, change) => {
    let part = 0;
    for (let set = 0; set < sets; set += 1) {
      if (((set >> change) & 1) === 1) continue;
      part += (weights[bits(set)] ?? 0) * ((results[set | (1 << change)] ?? Number.NaN) - (results[set] ?? Number.NaN));
    }
    return part;
  });
}

function ofTwoOrders(count: number, result: (has: (change: number) => boolean) => number): readonly number[] {
  const earlier = Array.from({ length: count + 1 }, (_, made) => result((change) => change < made));
  const later = Array.from({ length: count + 1 }, (_, left) => result((change) => change >= left));
  return Array.from({ length: count }, (_, change) => {
    const forward = (earlier[change + 1] ?? Number.NaN) - (earlier[change] ?? Number.NaN);
    const backward = (later[change] ?? Number.NaN) - (later[change + 1] ?? Number.NaN);
    return (forward + backward) / 2;
  });
}

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1);
}

function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

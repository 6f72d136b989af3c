/** Ids that were added, each with the number of its first addition. */
export interface SeenIds {
  readonly has: (id: string) => boolean;
  /** Adds an id. Returns the number that it was first added with. */
  readonly add: (id: string, number?: number) => number;
}

/**
 * Keeps 64 bits of each id, in some 20 bytes. Among a million ids, the chance that two have the same bits is one in 40
 * million.
 */
export function createSeenIds(): SeenIds {
  let hashes = new Uint32Array(2 * 1024);
  let numbers = new Uint16Array(1024);
  let count = 0;
  const isFree = (slot: number): boolean => hashes[2 * slot] === 0 && hashes[2 * slot + 1] === 0;
  /** The slot of an id, or the free slot where it belongs. */
  const slotOf = (high: number, low: number): number => {
    const mask = numbers.length - 1;
    let slot = low & mask;
    while (!isFree(slot) && (hashes[2 * slot] !== high || hashes[2 * slot + 1] !== low)) slot = (slot + 1) & mask;
    return slot;
  };
  const put = (slot: number, high: number, low: number, number: number): void => {
    hashes[2 * slot] = high;
    hashes[2 * slot + 1] = low;
    numbers[slot] = number;
  };
  const grow = (): void => {
    const [oldHashes, oldNumbers] = [hashes, numbers];
    hashes = new Uint32Array(oldHashes.length * 2);
    numbers = new Uint16Array(oldNumbers.length * 2);
    for (let slot = 0; slot < oldNumbers.length; slot++) {
      const [high = 0, low = 0] = [oldHashes[2 * slot], oldHashes[2 * slot + 1]];
      if (high !== 0 || low !== 0) put(slotOf(high, low), high, low, oldNumbers[slot] ?? 0);
    }
  };
  return {
    has: (id) => {
      const [high, low] = hash(id);
      return !isFree(slotOf(high, low));
    },
    add: (id, number = 0) => {
      if (count * 3 > numbers.length * 2) grow();
      const [high, low] = hash(id);
      const slot = slotOf(high, low);
      if (!isFree(slot)) return numbers[slot] ?? 0;
      count += 1;
      put(slot, high, low, number);
      return number;
    },
  };
}

/** Two hashes after FNV-1a and MurmurHash, each mixed at the end. The second is never 0. */
function hash(id: string): readonly [high: number, low: number] {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + (b >>> 15);
  }
  const low = mixed(b);
  return [mixed(a), low === 0 ? 1 : low];
}

function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/**
 * Ids that were seen, as 64 bits of each: some 12 bytes an id, however long they are. Of a million, two are taken for
 * one in one file of 40 million.
 */
export function createSeenIds(): { readonly has: (id: string) => boolean; readonly add: (id: string) => void } {
  let slots = new Uint32Array(2 * 1024);
  let count = 0;
  /** Where an id stands, or the free slot that is its own. */
  const slotOf = (table: Uint32Array, high: number, low: number): number => {
    const mask = table.length / 2 - 1;
    let slot = low & mask;
    while ((table[2 * slot] !== 0 || table[2 * slot + 1] !== 0) && (table[2 * slot] !== high || table[2 * slot + 1] !== low))
      slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const larger = new Uint32Array(slots.length * 2);
    for (let at = 0; at < slots.length; at += 2) {
      const [high = 0, low = 0] = [slots[at], slots[at + 1]];
      if (high === 0 && low === 0) continue;
      const slot = slotOf(larger, high, low);
      larger[2 * slot] = high;
      larger[2 * slot + 1] = low;
    }
    slots = larger;
  };
  return {
    has: (id) => {
      const [high, low] = hash(id);
      const slot = slotOf(slots, high, low);
      return slots[2 * slot] !== 0 || slots[2 * slot + 1] !== 0;
    },
    add: (id) => {
      if (count * 3 > slots.length) grow();
      const [high, low] = hash(id);
      const slot = slotOf(slots, high, low);
      if (slots[2 * slot] === 0 && slots[2 * slot + 1] === 0) count += 1;
      slots[2 * slot] = high;
      slots[2 * slot + 1] = low;
    },
  };
}

/** Two FNV-1a hashes with a last mixing; never 0 and 0. */
function hash(id: string): readonly [high: number, low: number] {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995) + (b >>> 15);
  }
  return [mixed(a), mixed(b) || 1];
}

function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

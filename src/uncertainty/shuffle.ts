/**
 * Orders values at random, as a text decides: Fisher–Yates on the generator sfc32. Integers only, so the same on every
 * machine, and 96 bits of seed, so that no two of a hundred thousand inputs come in one order.
 */
export function shuffle(values: Float64Array, text: string): void {
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x85ebca6b);
  let counter = 1;
  // All in one loop, since it runs ten thousand times for each input.
  for (let n = values.length - 1; n > 0; n -= 1) {
    const random = (a + b + counter) | 0;
    counter += 1;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + random) | 0;
    const other = Math.floor((random >>> 0) * (n + 1) * 2 ** -32);
    const held = values[n] as number;
    values[n] = values[other] as number;
    values[other] = held;
  }
}

/** FNV-1a over UTF-16 units, with the finish of MurmurHash 3: texts that differ in one digit share no bits. */
function hash(text: string, start: number): number {
  let mixed = start;
  for (let n = 0; n < text.length; n += 1) mixed = Math.imul(mixed ^ text.charCodeAt(n), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

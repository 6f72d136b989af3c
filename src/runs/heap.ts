/** Items of which the first is wanted, whenever others come and go. */
export interface Heap<Item> {
  readonly push: (item: Item) => void;
  /** The first item that is still wanted; the others before it are removed. */
  readonly first: (isWanted: (item: Item) => boolean) => Item | undefined;
}

/** A binary heap. `isBefore` is an order without ties, so that the first item does not depend on how they came. */
export function createHeap<Item>(isBefore: (a: Item, b: Item) => boolean): Heap<Item> {
  const items: Item[] = [];
  const isOrdered = (upper: number, lower: number): boolean => {
    const [a, b] = [items[upper], items[lower]];
    return a === undefined || b === undefined || isBefore(a, b);
  };
  const swap = (one: number, other: number): void => {
    const [a, b] = [items[one], items[other]];
    if (a === undefined || b === undefined) return;
    items[one] = b;
    items[other] = a;
  };
  const removeFirst = (): void => {
    swap(0, items.length - 1);
    items.pop();
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = right < items.length && isOrdered(right, left) ? right : left;
      if (child >= items.length || isOrdered(at, child)) return;
      swap(at, child);
      at = child;
    }
  };
  return {
    push: (item) => {
      items.push(item);
      for (let at = items.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (isOrdered(parent, at)) return;
        swap(parent, at);
        at = parent;
      }
    },
    first: (isWanted) => {
      for (;;) {
        const [item] = items;
        if (item === undefined || isWanted(item)) return item;
        removeFirst();
      }
    },
  };
}

import type { Attempt, Read } from '../../../io/known/reads.js';
import { areUnchanged } from '../../../io/known/unchanged.js';
import { isTouched, type Place, placesOf, type Touched } from '../../../io/watch/places.js';

/** What something was made from, and where a change of it would be seen. */
export interface WatchedReads {
  /** Whether the disk still gives the same answers. What was not touched is not asked. */
  readonly hold: (touched: Touched) => Promise<boolean>;
  readonly folders: () => readonly string[];
}

export async function watchedReads({ asked, isSound }: Pick<Attempt<unknown>, 'asked' | 'isSound'>): Promise<WatchedReads> {
  const places = new Map<Read, readonly Place[]>();
  for (const read of asked) places.set(read, await placesOf(read));
  return {
    hold: async (touched) => {
      const doubted = asked.filter((read) => places.get(read)?.some((place) => isTouched(place, touched)));
      if (doubted.length === 0) return true;
      if (!isSound || !(await areUnchanged(doubted))) return false;
      // The answer is the same, but a folder may be there that was not.
      for (const read of doubted) places.set(read, await placesOf(read));
      return true;
    },
    folders: () => [...places.values()].flatMap((some) => some.map(({ folder }) => folder)),
  };
}

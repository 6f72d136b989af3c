/**
 * Of the busiest card, whose rating may be unknown: `thresholds.idleCard` is of the rating. A card idles at a tenth to a sixth of it, and
 * takes 43 % or more in published trainings, so a third of the busiest lies between.
 */
const idleShare = 1 / 3;

/** The power of a card in a recording, in any unit that the cards have in common. */
export interface CardPower {
  readonly mean: number;
  readonly highest: number;
}

/**
 * How many cards never took more than a third of what the busiest one took on average: they idled beside it.
 *
 * @example idleCardsOf([{ mean: 300, highest: 380 }, { mean: 52, highest: 61 }]) //=> 1
 */
export function idleCardsOf(cards: readonly CardPower[]): number | undefined {
  const busiest = Math.max(0, ...cards.map(({ mean }) => mean));
  const idle = cards.filter(({ highest }) => highest < busiest * idleShare).length;
  return idle === 0 ? undefined : idle;
}

/** Lower case, without accents, for comparison: `Côte d’Ivoire` is found by `cote`. */
export function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('’', "'");
}

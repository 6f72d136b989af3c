/** Letters only, without accents: `Côte d’Ivoire` and `Cote d'Ivoire` are one, `U.S.` and `US` too. */
export function folded(text: string): string {
  return text
    .slice(0, 100)
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/^\s*the\s/g, '')
    .replaceAll(/[^\p{L}]/gu, '');
}

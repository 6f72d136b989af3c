import type { Basis, Total } from '../../assessment/assessment.js';
import { sharesOf } from '../../units/column.js';
import { digitsFor, formatted } from '../../units/format.js';

/** What each kind of evidence is to a reader of a card. */
const grounds: Readonly<Record<Exclude<Basis, 'measured'>, string>> = {
  declared: 'on the authors’ figures',
  modelled: 'on modelled figures',
  assumed: 'on defaults or assumptions',
};

/** What a total rests on, in shares that add up, without those below 1 %: `13 % of it rests on metered energy, 20 % on the authors’ figures, …`. */
export function restsOn({ byBasis = [], emissions }: Total): string | undefined {
  const known = byBasis.flatMap(({ basis, share }) => (share === undefined ? [] : [{ basis, share }]));
  if (known.length === 0 || !(emissions.value > 0)) return undefined;
  const texts = sharesOf(
    known.map(({ share }) => share),
    known.reduce((sum, { share }) => sum + share, 0),
  );
  const shares = new Map(known.flatMap(({ basis, share }, index) => (share >= 0.005 ? [[basis, texts[index] ?? ''] as const] : [])));
  const metered = shares.get('measured');
  const others = (['declared', 'modelled', 'assumed'] as const).flatMap((basis) => {
    const share = shares.get(basis);
    return share === undefined ? [] : [{ share, on: grounds[basis] }];
  });
  if (others.length === 0) return 'All of it rests on metered energy.';
  const rest =
    others.length === 1 && metered === undefined ? `all ${others[0]?.on}` : others.map(({ share, on }) => `${share} ${on}`).join(', ');
  return metered === undefined ? `None of it rests on metered energy: ${rest}.` : `${metered} of it rests on metered energy, ${rest}.`;
}

/** What most cards print, to compare with: accelerators × PUE, in the digits of the total; nothing where that is the total. */
export function inCardsText({ acceleratorsTimesPue, emissions }: Total): string | undefined {
  if (acceleratorsTimesPue === undefined || Math.abs(acceleratorsTimesPue.value - emissions.value) < 0.005 * emissions.value)
    return undefined;
  return formatted(acceleratorsTimesPue, digitsFor(emissions)).text;
}

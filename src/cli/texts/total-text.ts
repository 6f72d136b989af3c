import { counted, digitsFor, durationText, exact, formatted, formattedExactly, percent, plainDecimal, THIN } from '../../units/format.js';
import type { Quantity } from '../../units/quantity.js';
import type { ImpactCategory, TotalExplanation } from '../../verbs/explain.js';
import { type Block, pair, strong, table, text } from './page.js';
import { explainWords as words } from './words.js';

/** A total: its lines, its other figures, and what its interval comes from. */
export function totalBlocks(total: TotalExplanation): readonly Block[] {
  const {
    id,
    emissions,
    emissionsMarket,
    energy,
    water,
    impacts,
    period,
    lines,
    byBasis = [],
    acceleratorsTimesPue,
    contributions,
  } = total;
  const rows = lines.map((line) => [
    line.id,
    exactText(line.emissions),
    formatted(line.emissions).text,
    line.share === undefined ? '' : percent(line.share),
    line.basis,
  ]);
  const title = period === undefined ? words.totals[id] : words.over(words.totals[id], durationText(period.value));
  const rests = byBasis.flatMap(({ basis, share }) => (share === undefined ? [] : [`${percent(share)} ${basis}`]));
  return [
    strong(words.total(title, formatted(emissions).text)),
    table([...rows, [words.sum, exactText(emissions), formatted(emissions).text, '', '']]),
    pair(words.interval, intervalOf(emissions), 2),
    ...(rests.length === 0 ? [] : [pair(words.basis, rests.join(', '), 2)]),
    ...(acceleratorsTimesPue ? [pair(words.compare, words.asInCards(formatted(acceleratorsTimesPue, digitsFor(emissions)).text), 2)] : []),
    ...(energy ? [pair(words.energy, exactText(energy), 2)] : []),
    ...(water ? [pair(words.water, exactText(water), 2)] : []),
    ...impactBlocks(impacts),
    ...marketBlocks(emissionsMarket),
    ...useBlocks(total),
    ...contributionBlocks(contributions),
  ];
}

/** Per request of each deployment and of all, and per token. */
function useBlocks({ perPhase = [], perRequest, perToken }: TotalExplanation): readonly Block[] {
  const per = (q: Quantity, count: number, noun: string): string => words.per(formatted(q).text, counted(exact(count), noun));
  return [
    ...perPhase.map(({ name = '', emissions, requests }) =>
      pair(words.aRequest, words.ofPhase(per(emissions, requests, words.request), name), 2),
    ),
    ...(perRequest ? [pair(words.aRequest, per(perRequest.emissions, perRequest.requests, words.request), 2)] : []),
    ...(perToken
      ? [
          pair(
            words.aToken,
            per(perToken.emissions, perToken.tokens, perToken.which === undefined ? words.token : `${perToken.which} ${words.token}`),
            2,
          ),
        ]
      : []),
  ];
}

export function impactBlocks(impacts: TotalExplanation['impacts'] = {}): readonly Block[] {
  return Object.entries(impacts).flatMap(([category, q]: readonly [string, Quantity | undefined]) =>
    q === undefined ? [] : [pair(words.impacts[category as ImpactCategory], words.exactly(formatted(q).text, exactText(q)), 2)],
  );
}

export function marketBlocks(market: Quantity | undefined): readonly Block[] {
  return market === undefined ? [] : [pair(words.market, words.marketBased(words.exactly(formatted(market).text, exactText(market))), 2)];
}

/** Inputs below half a percent of the variance are left out: measuring them better would change nothing. */
function contributionBlocks(contributions: TotalExplanation['contributions']): readonly Block[] {
  const large = (contributions ?? []).filter(({ share }) => share >= 0.005).slice(0, 5);
  if (large.length === 0) return [];
  return [
    text(words.contributions, 2),
    table(
      large.map(({ input, basis, path, share }) => [input, percent(share), basis ?? '', path ?? '']),
      4,
    ),
  ];
}

/** Digits that a calculator or a script wants, without the noise of floating point: 2616.60672, not 2616.6067199999998. */
const maxDigits = 12;

/** A plain decimal, as a calculator or a script wants it. */
export function exactText({ value, unit }: Quantity): string {
  return `${plainDecimal(value, maxDigits)}${THIN}${formattedExactly(0, unit).replace(/^0\s*/, '')}`;
}

export function intervalOf(q: Quantity): string {
  const { interval, unit } = formatted(q);
  return interval === undefined ? words.noInterval : words.intervalText(`${interval}${THIN}${unit}`);
}

import { countText } from '../../units/count.js';
import { counted, digitsFor, durationText, exact, formatted, formattedExactly, percent, plainDecimal, THIN } from '../../units/format.js';
import { rangeText } from '../../units/load.js';
import type { Quantity } from '../../units/quantity.js';
import { spanText } from '../../units/span.js';
import type { ImpactCategory, TotalExplanation, UseExplanation } from '../../verbs/explain.js';
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

/** The words of use against development. */
const againstWords = {
  title: 'Use against development',
  never: {
    'no-load': 'never: the load is 0',
    'no-emissions': 'never: what is compared emits nothing in use',
    'beyond-100-years': 'after more than 100 years',
  },
  breakEven: 'break-even',
  after: (span: string, interval: string | undefined) => (interval === undefined ? span : `${span} (90 %: ${interval})`),
  date: 'date',
  dates: (day: string, earliest: string | undefined, latest: string | undefined) =>
    earliest === undefined ? day : `${day} (90 %: from ${earliest}${latest === undefined ? '' : ` to ${latest}`})`,
  load: 'load',
  ofPeriod: (load: string | undefined) =>
    load === undefined ? 'that of the deployment in its period' : `${load}, as the deployment in its period`,
  compared: 'compared',
  left: 'left out',
  side: (components: readonly string[], side: string) => `${components.join(', ')} of ${side}`,
  amount: (count: string, noun: string) => `${count} ${noun}`,
} as const;

/** After how much use, and after how long, use has emitted as much as development. */
export function againstBlocks(use: UseExplanation): readonly Block[] {
  const { components, onlyDevelopment, onlyUse, requests, tokens, which, load, loadText, days, never, date, steps, source } = use;
  const span = days && spanText(days);
  const left = [
    ...(onlyDevelopment.length === 0 ? [] : [againstWords.side(onlyDevelopment, words.totals.development.toLowerCase())]),
    ...(onlyUse.length === 0 ? [] : [againstWords.side(onlyUse, 'use')]),
  ];
  const row = (label: string, text: string | undefined): readonly Block[] => (text === undefined ? [] : [pair(label, text, 2)]);
  const amount = (q: Quantity, noun: string): string =>
    againstWords.after(
      againstWords.amount(countText(q.value), noun),
      q.low === undefined || q.high === undefined ? undefined : rangeText(q.low, q.high),
    );
  return [
    strong(againstWords.title),
    ...row(againstWords.compared, components.join(', ')),
    ...row(againstWords.left, left.length === 0 ? undefined : left.join('; ')),
    ...row(againstWords.breakEven, requests && amount(requests, 'requests')),
    ...row(againstWords.breakEven, tokens && amount(tokens, which === undefined ? 'tokens' : `${which} tokens`)),
    ...row(againstWords.load, load?.from === 'period' ? againstWords.ofPeriod(loadText) : loadText),
    ...row(words.source, source && (source.id === 'manifest' ? words.declared : words.dated(source.title, source.year))),
    ...row(againstWords.breakEven, span === undefined ? never && againstWords.never[never] : againstWords.after(span.text, span.interval)),
    ...row(againstWords.date, date && againstWords.dates(date.day, date.earliest, date.latest)),
    ...steps.flatMap(({ name, formula, numbers }) => [text(`${name} = ${formula}`, 4), text(`= ${numbers}`, 6)]),
  ];
}

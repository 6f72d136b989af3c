import { wholePercents, wholePercentText } from '../units/column.js';
import type { Contribution } from './assessment.js';

/** An input and its share of the variance, as every table and chart prints it. */
export interface NamedContribution {
  readonly contribution: Contribution;
  /** `18 %` */
  readonly label: string;
}

/** The largest contributions, and the others as one. */
export interface ContributionGroups {
  readonly named: readonly NamedContribution[];
  /** Absent where all are named. */
  readonly others?: { readonly count: number; readonly share: number; readonly label: string } | undefined;
}

/** Inputs with a name of their own: how many at most, and from which share of the variance on; the largest always. */
export interface ContributionLimits {
  readonly max: number;
  readonly minShare: number;
}

/** What is rounded apart from each other. No table or chart has more rows, so that one input has one share in all of them. */
export const finest: ContributionLimits = { max: 8, minShare: 0.01 };

/**
 * @param all The largest first, as in the assessment.
 * @param limits Not beyond the finest.
 */
export function contributionGroups(all: readonly Contribution[], limits: ContributionLimits): ContributionGroups {
  const own = shares(all.slice(0, countNamed(all, finest)));
  const parts = own.length < all.length ? [...own, sumOf(shares(all.slice(own.length)))] : own;
  const whole = wholePercents(parts, sumOf(parts));
  const count = countNamed(all, limits);
  const share = sumOf(parts.slice(count));
  return {
    named: all.slice(0, count).map((contribution, index) => ({
      contribution,
      label: wholePercentText(whole[index] ?? 0, contribution.share),
    })),
    others:
      count < all.length ? { count: all.length - count, share, label: wholePercentText(sumOf(whole.slice(count)), share) } : undefined,
  };
}

function countNamed(all: readonly Contribution[], { max, minShare }: ContributionLimits): number {
  return all.filter(({ share }, index) => index === 0 || (index < max && share >= minShare)).length;
}

const shares = (all: readonly Contribution[]): readonly number[] => all.map(({ share }) => share);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

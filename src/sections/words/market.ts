import type { Assessment, MarketFacts, PhaseFacts, Total } from '../../assessment/assessment.js';
import { formatted } from '../../units/format.js';
import type { TemplateValue } from '../section.js';
import { developmentPhases, intervalText } from './words.js';
import { cited } from './works.js';

/** The kinds of instrument behind a market-based total; `others` is electricity without one, counted location-based. */
interface Kinds {
  readonly any: boolean;
  readonly contract: boolean;
  readonly claim: boolean;
  readonly residual: boolean;
  readonly others: boolean;
}

/** The market-based total; nothing where no phase states a contract, a claim or a residual mix. */
export function marketText(assessment: Assessment, { emissionsMarket }: Total): TemplateValue {
  if (emissionsMarket === undefined) return undefined;
  const development = developmentPhases(assessment);
  const kinds = kindsOf(development.length > 0 ? development : assessment.phases);
  return { emissions: formatted(emissionsMarket).text, interval: intervalText(emissionsMarket), ...kinds };
}

function kindsOf(phases: readonly PhaseFacts[]): Kinds & { readonly [key: string]: boolean } {
  const powered = phases.filter(({ grid }) => grid !== undefined);
  const has = (kind: MarketFacts['kind']): boolean => powered.some(({ grid }) => grid?.market?.kind === kind);
  return {
    any: powered.some(({ grid }) => grid?.market !== undefined),
    contract: has('contract'),
    claim: has('claim'),
    residual: has('residual mix'),
    others: powered.some(({ grid }) => grid?.market === undefined),
  };
}

/** Offsets: reported, never subtracted from a total. */
export function offsetsText(assessment: Assessment): TemplateValue {
  const { offsets } = assessment;
  return offsets && { emissions: formatted(offsets.emissions).text, source: cited(assessment, offsets.source) };
}

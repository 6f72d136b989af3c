import type { Assessment, DeploymentTotal, PhaseFacts } from '../../assessment/assessment.js';
import { formatted, percentExactly, plain } from '../../units/format.js';
import { inUnit } from '../../units/in-unit.js';
import { type Interval, intervalOf, type Quantity, quantity } from '../../units/quantity.js';
import type { OutputContext } from '../output.js';
import type { Terms } from './boundary.js';
import { sciMessages } from './messages.js';

/** A score: C ÷ R, in grams for one functional unit. */
export interface Score {
  /** What R counts: `training token`. */
  readonly functionalUnit: string;
  readonly R: { readonly value: number; readonly unit: string; readonly of?: string | undefined };
  /** Counts as declared, without deduplication, pruning or unused parameters taken off. */
  readonly normalisation: 'gross';
  readonly rationale: string;
  readonly score: Quantity;
  /** The score for a count that reads well. */
  readonly text: string;
}

interface Unit {
  readonly name: string;
  /** The count that `text` is for, and its words. */
  readonly scale: number;
  readonly scaleName: string;
  readonly rationale: string;
}

const units = {
  token: {
    name: 'training token',
    scale: 1e6,
    scaleName: 'million training tokens',
    rationale: 'Shows the effect of curated training data.',
  },
  parameter: { name: 'parameter', scale: 1e9, scaleName: 'billion parameters', rationale: 'Shows the effect of compact models.' },
  FLOP: { name: 'FLOP', scale: 1e15, scaleName: '10¹⁵ FLOP', rationale: 'Shows the efficiency of hardware and algorithms.' },
  request: { name: 'request', scale: 1, scaleName: 'request', rationale: 'The unit in which the service is used.' },
  generated: { name: 'token', scale: 1000, scaleName: '1,000 tokens', rationale: 'The unit in which language models are used and billed.' },
} as const satisfies Readonly<Record<string, Unit>>;

type Count = Score['R'];

/** Scores of the provider: per training token, per parameter and per FLOP, as far as their numbers are known. */
export function providerScores({ model, phases }: Assessment, { C }: Terms, report: OutputContext['report']): readonly Score[] {
  const runs = mainRuns(phases);
  const tokens = sumOf(runs, ({ tokens: own }) => own?.value);
  const flops = sumOf(runs, ({ flops: own }) => own?.value);
  const of = runs.map(({ title, share }) => (share === undefined ? title : `${title} (${plain(percentExactly(share))} of it)`)).join(', ');
  const counts: Readonly<Record<'token' | 'parameter' | 'FLOP', Count | undefined>> = {
    token: tokens === undefined ? undefined : { value: tokens, unit: 'tokens', of: which(runs, of) },
    parameter: model.parameters === undefined ? undefined : { value: model.parameters, unit: 'parameters' },
    FLOP: flops === undefined ? undefined : { value: flops, unit: 'FLOP', of },
  };
  const missing = (['token', 'parameter', 'FLOP'] as const)
    .filter((unit) => counts[unit] === undefined)
    .map((unit) => ({ unit, phases: runs.filter((facts) => (unit === 'token' ? facts.tokens : facts.flops) === undefined) }));
  if (missing.length === 3) report(sciMessages.noProviderUnit(missing));
  else if (missing.length > 0) report(sciMessages.otherProviderUnits(missing));
  return (['token', 'parameter', 'FLOP'] as const).flatMap((unit) => scoreOf(units[unit], C, counts[unit]));
}

/** The runs that made the model: its training, or its fine-tuning where nothing was trained from scratch. */
function mainRuns(phases: readonly PhaseFacts[]): readonly PhaseFacts[] {
  const training = phases.filter(({ phase }) => phase === 'training');
  return training.length > 0 ? training : phases.filter(({ phase }) => phase === 'finetuning');
}

/** A sum over all of them; nothing where one does not state its number. */
function sumOf(runs: readonly PhaseFacts[], numberOf: (facts: PhaseFacts) => number | undefined): number | undefined {
  const sum = runs.reduce((all, facts) => all + (numberOf(facts) ?? Number.NaN), 0);
  return runs.length === 0 || Number.isNaN(sum) ? undefined : sum;
}

function which(runs: readonly PhaseFacts[], of: string): string {
  const kinds = [...new Set(runs.flatMap(({ tokens }) => tokens?.which ?? []))];
  return kinds.length === 0 ? of : `${of}: ${kinds.join(', ')}`;
}

/** Scores of the consumer: per request and per token of the deployments. */
export function consumerScores({ C }: Terms, { perRequest, perToken }: DeploymentTotal, report: OutputContext['report']): readonly Score[] {
  if (perRequest === undefined && perToken === undefined) report(sciMessages.noConsumerUnit());
  else if (perRequest === undefined) report(sciMessages.otherConsumerUnit('request'));
  else if (perToken === undefined) report(sciMessages.otherConsumerUnit('token'));
  return [
    ...scoreOf(units.request, C, perRequest && { value: perRequest.requests, unit: 'requests' }),
    ...scoreOf(units.generated, C, perToken && { value: perToken.tokens, unit: 'tokens', of: perToken.which }),
  ];
}

function scoreOf({ name, scale, scaleName, rationale }: Unit, C: Quantity<'kgCO2e'>, R: Count | undefined): readonly Score[] {
  if (R === undefined || !(R.value > 0)) return [];
  const { value, low, high } = inUnit(C, 'emissions', 'g');
  const interval: Interval | undefined = intervalOf({ value, unit: 'g', low, high });
  const each = interval && { low: interval.low / R.value, high: interval.high / R.value };
  const shown = formatted(quantity((C.value / R.value) * scale, 'kgCO2e', intervalScaled(C, scale / R.value)));
  return [
    {
      functionalUnit: name,
      R,
      normalisation: 'gross',
      rationale,
      score: quantity(value / R.value, `gCO2e/${name}`, each),
      text: plain(
        `${shown.text} per ${scaleName}${shown.interval === undefined ? '' : ` (90 % interval ${shown.interval} ${shown.unit})`}`,
      ),
    },
  ];
}

function intervalScaled(q: Quantity, by: number): Interval | undefined {
  const interval = intervalOf(q);
  return interval && { low: interval.low * by, high: interval.high * by };
}

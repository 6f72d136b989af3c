import type { PhaseFacts } from '../../assessment/assessment.js';
import { note, warning } from '../../diagnostics/message.js';
import { listed } from '../../units/listed.js';

/** A unit of the provider that has no number, and the phases that do not state it: `training`, `finetuning (b)`. */
export interface MissingUnit {
  readonly unit: 'token' | 'parameter' | 'FLOP';
  readonly phases: readonly Pick<PhaseFacts, 'phase' | 'name'>[];
}

function keyOf({ unit, phases }: MissingUnit): string {
  if (unit === 'parameter') return '`parameters:` of `model`';
  const names = phases.map(({ phase, name }) => (name === undefined ? `\`${phase}\`` : `\`${phase}\` (${name})`));
  const which = names.length === 0 ? 'the phase `training`' : `the phase${names.length === 1 ? '' : 's'} ${listed(names)}`;
  return `\`${unit === 'token' ? 'tokens' : 'flops'}:\` of ${which}`;
}

/** What an SCI score needs and the assessment lacks. */
export const sciMessages = {
  noProviderUnit: (units: readonly MissingUnit[]) =>
    warning('sci-no-functional-unit', 'Unknown functional unit R for the SCI score of the provider.', {
      expected: `Add ${units.map(keyOf).join(', or ')}`,
    }),
  otherProviderUnits: (units: readonly MissingUnit[]) =>
    note(
      'sci-other-units',
      `No SCI score per ${units.map(({ unit }) => (unit === 'token' ? 'training token' : unit)).join(' and per ')}: their number is unknown.`,
      {
        expected: `Add ${units.map(keyOf).join(' and ')}`,
      },
    ),
  noConsumerUnit: () =>
    warning('sci-no-functional-unit', 'Unknown functional unit R for the SCI score of the consumer.', {
      expected: 'Add `requests:` or `tokens:` to each phase `deployment`',
    }),
  otherConsumerUnit: (unit: 'request' | 'token') =>
    note('sci-other-units', `No SCI score per ${unit}: the number of ${unit}s is unknown for a deployment.`, {
      expected: `Add \`${unit}s:\` to each phase \`deployment\``,
    }),
  publishedTotal: (phases: string) =>
    note('sci-published-total', `The emissions of ${phases} are published without energy, so E and I lack them.`, {
      expected: 'Add `energy:` in place of `emissions:`, where it is published',
    }),
} as const;

import { note, warning } from '../../diagnostics/message.js';

const keys = {
  token: '`tokens:` of the phase `training`',
  parameter: '`parameters:` of `model`',
  FLOP: '`flops:` of the phase `training`',
} as const;

/** What an SCI score needs and the assessment lacks. */
export const sciMessages = {
  noProviderUnit: () =>
    warning('sci-no-functional-unit', 'Unknown functional unit R for the SCI score of the provider.', {
      expected: `Add ${keys.token}, ${keys.parameter} or ${keys.FLOP}`,
    }),
  otherProviderUnits: (units: readonly (keyof typeof keys)[]) =>
    note(
      'sci-other-units',
      `No SCI score per ${units.map((unit) => (unit === 'token' ? 'training token' : unit)).join(' and per ')}: their number is unknown.`,
      {
        expected: `Add ${units.map((unit) => keys[unit]).join(' and ')}`,
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

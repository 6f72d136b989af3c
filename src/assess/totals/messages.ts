import { warning } from '../../diagnostics/message.js';

/** What keeps use from being compared with development. */
export const useMessages = {
  withoutDeployment: () =>
    warning('use-without-deployment', '`use` gives a load, but no deployment is recorded, so the emissions of its use are unknown.', {
      expected: 'Add a phase `deployment` with its `energy` and its `requests` or `tokens`',
    }),
  withoutDevelopment: () =>
    warning('use-without-development', '`use` gives a load, but no development is recorded, so there is nothing to compare its use with.', {
      expected: 'Add the phases of development, such as `training`',
    }),
  withoutCount: (what: 'requests' | 'tokens') =>
    warning('use-without-count', `\`use\` gives ${what} by time, but not every deployment states its \`${what}\`.`, {
      expected: `Add \`${what}:\` to each deployment`,
    }),
  otherTokens: (given: string, counted: string) =>
    warning('use-other-tokens', `\`use\` is about ${given} tokens, but the deployment counts ${counted} tokens.`, {
      expected: `${counted} tokens by time`,
    }),
  nothingCommon: () =>
    warning('use-nothing-common', 'Development and use have no component in common, so they cannot be compared.', {
      expected: 'Count a component, such as `dynamic`, in every phase',
    }),
  boundaries: (both: string, onlyDevelopment: string, onlyUse: string) =>
    warning(
      'use-boundary',
      `Development and use have different boundaries. They are compared by ${both} alone, without ${[
        ...(onlyDevelopment === '' ? [] : [`${onlyDevelopment} of development`]),
        ...(onlyUse === '' ? [] : [`${onlyUse} of use`]),
      ].join(' and ')}.`,
    ),
} as const;

import { listed, warning } from '../../diagnostics/message.js';

/** What a checklist asks and the manifest does not say. The file has the question open; it is useful all the same. */
export const messages = {
  lacks: (what: string, phases: readonly string[], key: string) =>
    warning(
      'checklist-lacks',
      `The checklist asks for ${what}, which the manifest does not state${phases.length === 0 ? '' : `: ${listed(phases)}`}.`,
      {
        expected: `Add ${key}`,
      },
    ),
  lacksFurtherRuns: (phases: readonly string[]) =>
    messages.lacks(
      'failed and preliminary runs',
      phases,
      phases.length === 0
        ? 'a phase of development, with `includes: [failed runs]` or `includes: none`'
        : `\`includes: [failed runs]\` or \`includes: none\` to the phase${phases.length === 1 ? '' : 's'} ${listed(phases)}, or a phase of these runs`,
    ),
} as const;

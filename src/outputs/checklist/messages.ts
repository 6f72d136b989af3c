import { listed, warning } from '../../diagnostics/message.js';

/** What a checklist asks and the manifest does not say. The file has the question open; it is useful all the same. */
export const messages = {
  /** @param isPartial Whether a part of the answer is known. */
  lacks: (what: string, phases: readonly string[], key: string, isPartial: boolean) =>
    warning(
      'checklist-lacks',
      `The checklist asks for ${what}, which the manifest does not state${isPartial && phases.length > 0 ? ' in full' : ''}${phases.length === 0 ? '' : `: ${listed(phases)}`}.`,
      {
        expected: `Add ${key}`,
      },
    ),
} as const;

/** What to add where it is unknown whether the hours include failed runs. */
export function furtherRunsKey(phases: readonly string[]): string {
  return phases.length === 0
    ? 'a phase of development, with `includes: [failed runs]` or `includes: none`'
    : `\`includes: [failed runs]\` or \`includes: none\` to ${phases.length === 1 ? 'the phase' : 'these phases'}, or a phase of these runs`;
}

/** Names that no row has, with what to write instead: a device of the same chip, or the device of a machine whose size is unknown. */
const answers: readonly (readonly [pattern: RegExp, instead: readonly string[]])[] = [
  [/^(?:amd\s+)?radeon\s+(?:pro\s+)?vii$/i, ['AMD MI60', 'AMD MI50']],
  [/\btrn3\w*\./i, ['AWS Trainium3']],
  [/\bp6e-gb300\w*\./i, ['NVIDIA GB300 288GB']],
  [/\brtx\s*2080\s*super\b/i, ['NVIDIA RTX 2080', 'NVIDIA RTX 2070 SUPER', 'NVIDIA GeForce RTX 2080 Ti']],
];

/** What to write for a name without a row; nothing where the table of names says it better. */
export function answerTo(text: string): readonly string[] | undefined {
  return answers.find(([pattern]) => pattern.test(text))?.[1];
}

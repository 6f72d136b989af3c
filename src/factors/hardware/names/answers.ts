/** Names that no row has, with what to write instead: a device of the same chip, or the device of a machine whose size is unknown. */
const answers: readonly (readonly [pattern: RegExp, instead: readonly string[]])[] = [
  [/^(?:amd\s+)?radeon\s+(?:pro\s+)?vii$/i, ['AMD MI60', 'AMD MI50']],
  [/\btrn3\w*\./i, ['AWS Trainium3']],
  [/\bp6e-gb300\w*\./i, ['NVIDIA GB300 288GB']],
  [/\brtx\s*2080\s*super\b/i, ['NVIDIA RTX 2080', 'NVIDIA RTX 2070 SUPER', 'NVIDIA GeForce RTX 2080 Ti']],
];

/** Machine types without accelerators, whose names have the number of their vCPUs: on AWS, four for each `xlarge`. Those whose vCPUs are whole cores are left out. */
const processorTypes: readonly (readonly [pattern: RegExp, vcpusOf: (digits: string) => number])[] = [
  [/^[cmrtixzd](?![78]a)[3-9](?:(?!g)[a-z])*\.(\d*)xlarge$/i, (digits) => 4 * Number(digits || '1')],
  [/^(?:n1|n2d?|n4|c2d?|c3d?|c4d?|e2)-(?:standard|highmem|highcpu)-(\d+)$/i, Number],
  [/^(?:Standard_)?[DEF](\d+)(?:(?!p)[a-z])*_v[3-9]$/i, Number],
];

/** What to write for a name without a row; nothing where the table of names says it better. */
export function answerTo(text: string, count = 1): readonly string[] | undefined {
  for (const [pattern, vcpusOf] of processorTypes) {
    const found = pattern.exec(text.trim());
    if (found !== null) return [`${count * vcpusOf(found[1] ?? '')} vCPUs`];
  }
  return answers.find(([pattern]) => pattern.test(text))?.[1];
}

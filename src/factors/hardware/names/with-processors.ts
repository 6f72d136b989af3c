/** Words by which a processor is named; a machine type of Google Cloud that has no accelerator of its own is one too. */
const processor =
  /\b(?:cpus?|processors?|epyc|xeons?|ryzen|threadripper|opteron|graviton\d?|altra|power ?(?:8|9|10)|core (?:i[3579]|ultra))\b|\b(?:i[3579])-\d|^\s*n1-\w+-\d+\s*$/i;

/** An accelerator and the processors that are written beside it. */
export interface WithProcessors {
  readonly accelerator: string;
  readonly processors: readonly string[];
}

/** `8 x A100, 2 x EPYC 7763`: the accelerators, and the processors beside them. Nothing where the text is of something else. */
export function readWithProcessors(text: string): WithProcessors | undefined {
  const parts = text
    .slice(0, 200)
    .split(/\s*(?:[,;+&]|\b(?:and|with|plus)\b)\s*/i)
    .filter((part) => part !== '');
  const [accelerator, ...others] = parts.filter((part) => !processor.test(part));
  if (accelerator === undefined || others.length > 0 || parts.length < 2) return undefined;
  return { accelerator, processors: parts.filter((part) => part !== accelerator) };
}

/** Whether a text names a processor alone: no accelerator is like it. */
export function isProcessor(text: string): boolean {
  return processor.test(text);
}

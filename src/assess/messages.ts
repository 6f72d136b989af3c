import { error, note, warning } from '../diagnostics/message.js';

/** What is said of an assessment as a whole. */
export const messages = {
  ownTotalAgrees: (reported: string, ours: string, making: string | undefined) =>
    note('own-total', `The tool that logged the electricity came to ${reported} itself; here it is ${ours}.`, {
      ...(making !== undefined && { note: `The ${making} of making the hardware are no part of either.` }),
    }),
  ownTotalDiffers: (reported: string, ours: string, causes: readonly string[], making: string | undefined) =>
    note(
      'own-total',
      `The tool that logged the electricity came to ${reported} itself; here it is ${ours}: ${causes.length === 0 ? 'the log does not say why' : causes.join('; ')}.`,
      { ...(making !== undefined && { note: `The ${making} of making the hardware are no part of either.` }) },
    ),
  nothingCounted: () =>
    error('nothing-counted', 'No component of any phase can be counted.', {
      expected: 'a component inside `system_boundary` that has a record',
    }),
  pueOnAccelerators: () =>
    note(
      'pue-on-accelerators',
      'The PUE was applied to accelerator energy alone, so overhead is a lower bound: the hosts need cooling too.',
    ),
  baselineHoldsAccelerators: () =>
    note(
      'baseline-holds-accelerators',
      "The baseline of the nodes also holds the accelerators' own idle draw, which their energy counts too: a small part stands here twice.",
    ),
  restartsUnknown: (titles: string) =>
    note('restarts-unknown', `${titles}: whether failed or restarted parts are inside the hours is unknown.`, {
      expected: '`includes: restarts`, or `includes: none`',
    }),
  valueOutsideSamples: (what: string) => note('value-outside-interval', `The interval of ${what} was widened to hold its value.`),
  absolutePath: (text: string) =>
    warning('absolute-path', `The manifest names the path ${text}, and it is attached to the PDF.`, {
      expected: 'a path relative to the manifest',
    }),
} as const;

import { error, note, warning } from '../diagnostics/message.js';
import { THIN } from '../units/format.js';

/** What is said of an assessment as a whole. */
export const messages = {
  ownTotalAgrees: (reported: string, counted: string, making: string | undefined) =>
    note('own-total', `The tool that logged the electricity reported ${reported}; this assessment gives ${counted} for it.`, {
      note: withoutHardware(making),
    }),
  ownTotalDiffers: (reported: string, counted: string, why: readonly string[], making: string | undefined) =>
    note(
      'own-total',
      `The tool that logged the electricity reported ${reported}; this assessment gives ${counted} for it: ${why.length === 0 ? 'the log does not say why' : why.join('; ')}.`,
      { note: withoutHardware(making) },
    ),
  nothingCounted: () =>
    error('nothing-counted', 'No component of any phase can be counted.', {
      expected: 'Give a record for a component inside `system_boundary`',
    }),
  notFinite: () => error('not-finite', 'The result is not a finite number.', { expected: 'Give smaller values' }),
  pueOnAccelerators: () =>
    note(
      'pue-on-accelerators',
      'The PUE was applied to the energy of the accelerators alone. The hosts need cooling too, so the overhead is a lower bound.',
    ),
  baselineHoldsAccelerators: () =>
    note(
      'baseline-holds-accelerators',
      'The baseline of the nodes includes the idle power of the accelerators, which their own energy includes too. This small part is counted twice.',
    ),
  restartsUnknown: (titles: string) =>
    note('restarts-unknown', `${titles}: it is unknown whether the hours include failed or restarted runs.`, {
      expected: '`includes: restarts`, or `includes: none`',
    }),
  placeholderName: (name: string) =>
    warning('placeholder-name', `The model is still called “${name}”.`, { expected: 'its name, or its id on the Hub' }),
  valueOutsideSamples: (component: string, phase: string) =>
    note(
      'value-outside-interval',
      `The interval of ${component} in ${phase.charAt(0).toLowerCase()}${phase.slice(1)} was widened to include its value.`,
    ),
  absolutePath: (text: string) =>
    warning('absolute-path', `The manifest contains the absolute path ${text}, and the manifest is attached to the PDF.`, {
      expected: 'a path relative to the manifest',
    }),
} as const;

function withoutHardware(making: string | undefined): string | undefined {
  return making && `Both exclude the ${making} of making the hardware.`;
}

/** Why the total of a tool differs from the assessment's. */
export const causes = {
  otherFactor: (used: string, factor: string, where: string): string =>
    `the tool used a grid factor of ${used}, this assessment ${factor}${inBrackets(where)}`,
  worldAverage: (average: number, factor: string, where: string): string =>
    `the tool fell back to a world average of ${average}${THIN}g/kWh, this assessment uses ${factor}${inBrackets(where)}`,
  notMetered: 'this assessment counts electricity that the tool did not meter',
  unmeasured: 'this assessment also counts what the tool did not measure',
  overhead: 'this assessment also counts the overhead of the facility and of idle machines',
  share: 'this assessment counts only a share of the phase',
} as const;

function inBrackets(where: string): string {
  return where === '' ? '' : ` (${where})`;
}

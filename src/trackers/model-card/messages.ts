import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of model cards reports. */
export const messages = {
  nothingFound: (remarks: readonly string[]) =>
    error('card-says-nothing', 'The card states no emissions, energy or hours that could be read.', {
      expected: '`co2_eq_emissions`, or answers below *Environmental Impact*',
      note: remarks.length === 0 ? undefined : remarks.join(' '),
    }),
  declared: () => note('declared', 'The values are declared by a model card, which does not show how they were determined.'),
  ownSection: () =>
    warning('own-section', 'The card has a section that carboncard wrote. It is not evidence, and neither is the total in the metadata.'),
  notTaken: (fault: string) => warning('card-not-taken', `${fault} It was not used.`),
  unclearAnswer: (label: string, text: string) =>
    warning('unclear-answer', `The answer to ${quoted(label)} is not one value: ${quoted(text)}. It was not used.`, {
      note: 'Give a number with its unit, such as `5.6 kg`.',
    }),
  roundedAway: (text: string) => warning('rounded-away', `${quoted(text)} is a value that was rounded to 0. It was not used.`),
  placeholder: (value: number) =>
    warning('placeholder-figure', `\`co2_eq_emissions\` is ${value}, a common placeholder for an unknown value. It was not used.`),
  kilogramsAsGrams: (value: number) =>
    warning(
      'kilograms-as-grams',
      `\`co2_eq_emissions\` is ${value}, which the Hub reads as grams. The card says kilograms, which were used.`,
    ),
  twoEmissions: (metadata: number, stated: number) =>
    warning('two-emissions', `The metadata states ${metadata} g, and the section states ${stated} g. Neither was used.`),
  hoursOfDevices: () =>
    warning('hours-of-devices', 'The hours are taken as the sum over all devices, as the ML Impact calculator asks for them.', {
      note: 'If they are wall-clock hours, give `duration:` and `accelerators:` instead.',
    }),
} as const;

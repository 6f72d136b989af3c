import { error, note, warning } from '../../diagnostics/message.js';
import { quoted } from '../messages.js';

/** What the reader of model cards reports. */
export const messages = {
  nothingFound: (remarks: readonly string[]) =>
    error('card-says-nothing', 'The card states no emissions, energy, hours, hardware or place that could be read.', {
      expected: '`co2_eq_emissions`, or answers below *Environmental Impact*',
      note: remarks.length === 0 ? undefined : remarks.join(' '),
    }),
  declared: () => note('declared', 'The values are declared by a model card, which does not show how they were determined.'),
  ownSection: () =>
    warning('own-section', 'The card has a section that carboncard wrote. It is not evidence, and neither is the total in the metadata.'),
  metadataNotTaken: (raw: string) =>
    warning('card-not-taken', `\`co2_eq_emissions\` is no plain number of grams${raw === '' ? '' : `: ${quoted(raw)}`}. It was not used.`),
  unreadFigures: (sentence: string) =>
    warning('unclear-answer', `Figures of this sentence were not used: ${JSON.stringify(sentence)}.`, {
      note: 'It is a comment in the manifest. Give figures of another phase a phase of their own.',
    }),
  unclearAnswer: (label: string, text: string) =>
    warning('unclear-answer', `The answer to ${quoted(label)} was not understood: ${quoted(text)}. It was not used.`, {
      note: 'It is a comment in the manifest. Give one value with its unit, such as `5.6 kg` or `40 hours`.',
    }),
  ambiguousPlace: (text: string, candidates: readonly string[]) =>
    warning('ambiguous-card-place', `The place ${quoted(text)} can be several: ${candidates.join(', ')}. None was used.`, {
      note: 'It is a question in the manifest.',
    }),
  roundedAway: (text: string) => warning('rounded-away', `${quoted(text)} is a value that was rounded to 0. It was not used.`),
  placeholder: (value: number) =>
    warning('placeholder-figure', `\`co2_eq_emissions\` is ${value}, a common placeholder for an unknown value. It was not used.`),
  kilogramsAsGrams: (metadata: string, unit: string, printed: string) =>
    warning(
      'kilograms-as-grams',
      `\`co2_eq_emissions\` is ${metadata}, which the Hub reads as grams. The card says ${printed} (${unit}), which was used.`,
    ),
  tooLittleFor: (metadata: string, work: string, unit: string) =>
    warning('too-little-as-grams', `\`co2_eq_emissions\` is ${metadata}, which is far too little as grams for ${work}. It was not used.`, {
      note: `As ${unit} it would fit.`,
    }),
  tooLittleForTraining: (metadata: string) =>
    warning('too-little-as-grams', `\`co2_eq_emissions\` is ${metadata}, which is too little as grams for pre-training. It was not used.`),
  twoEmissions: (metadata: number, stated: number) =>
    warning('two-emissions', `The metadata states ${metadata} g, and the section states ${stated} g. Neither was used.`),
  hoursOfDevices: () =>
    warning('hours-of-devices', 'The hours are taken as the sum over all devices, as the ML Impact calculator asks for them.', {
      note: 'If they are wall-clock hours, give `duration:` and `accelerators:` instead.',
    }),
} as const;

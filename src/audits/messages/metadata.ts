import { grouped } from '../../units/format.js';
import { mass, says, span } from './message.js';

const plainGrams = (grams: number): string =>
  Number.isInteger(grams) ? grouped(grams, 0).replaceAll(',', '') : String(Number(grams.toPrecision(12)));

const plainNumber = 'grams of CO2eq as a plain number, such as `emissions: 149200`';

/** What is wrong with `co2_eq_emissions`. */
export const metadataMessages = {
  metadataUnreadable: (reason: string) =>
    says(`The Hub cannot read this front matter, and so finds no emissions: ${reason}`, { expected: 'YAML between two lines `---`' }),
  metadataReaders: (message: string, expected: string) => says(message, { expected }),
  metadataKey: (key: string, expected: string) => says(`The Hub does not read the key \`${key}\`.`, { expected: `\`${expected}\`` }),
  metadataText: (raw: string, reads: number | undefined) =>
    says(`\`emissions: ${raw}\` is text, not a number.`, {
      expected: plainNumber,
      note: reads === undefined ? 'The Hub reads no number in it.' : `The Hub reads its first digits: ${reads}, as grams.`,
    }),
  metadataExponent: (raw: string, value: number, reads: number | undefined) =>
    says(`\`${raw}\` has an exponent, which not all readers understand.`, {
      expected: `a plain decimal: \`${value >= 1e21 || Math.abs(value) < 1e-12 ? raw : plainGrams(value)}\``,
      note: reads === undefined || reads === value ? undefined : `The Hub reads ${reads} g here.`,
    }),
  metadataNegative: (raw: string) =>
    says(`Negative emissions: ${raw} g.`, { expected: 'the emissions in full, before offsets and avoided emissions' }),
  metadataNotFinite: (raw: string) => says(`\`${raw}\` is not an amount.`, { expected: plainNumber }),
  metadataList: (reads: number | undefined) =>
    says('`co2_eq_emissions` is a list.', {
      expected: 'a mapping: `emissions:` and `source:` below it, without dashes',
      note: reads === undefined ? 'The Hub reads no number in it.' : `The Hub reads its first digits: ${reads}, as grams.`,
    }),
  hubMetadata: (path: string, found: string, expected: string) =>
    says(`The Hub rejects this metadata: \`${path}\` is ${found}.`, { expected }),
  hubUnsure: (path: string, found: string, expected: string) =>
    says(`The Hub may reject this metadata: \`${path}\` is ${found}.`, { expected }),
  metadataWithoutEmissions: () =>
    says('`co2_eq_emissions` has no key `emissions`.', {
      expected: 'Add `emissions:` with grams of CO2eq.',
      note: "The Hub's filter fails on such a mapping.",
    }),
  metadataNothing: () => says('`co2_eq_emissions` is empty.', { expected: 'grams of CO2eq; or remove the key' }),
  metadataPlaceholder: (raw: string) =>
    says(`\`${raw}\` looks like a placeholder, not like a value.`, {
      expected: 'the grams of CO2eq that were measured or estimated; or remove the key',
    }),
  metadataUnitByText: (raw: string, printed: string, unit: string, grams: number) =>
    says(`The metadata has ${raw} where the text has ${printed}: the metadata is in ${unit}, not in grams.`, {
      expected: `\`emissions: ${plainGrams(grams)}\``,
      note: 'The Hub reads `co2_eq_emissions` as grams of CO2eq.',
    }),
  metadataUnitBySize: (raw: string, expected: { readonly low: number; readonly high: number }, words: string, unit: string) =>
    says(`${raw} g is far too little for ${words}; ${raw} ${unit} would fit.`, {
      expected: `${span(expected.low, expected.high)}, in grams`,
      note: 'The Hub reads `co2_eq_emissions` as grams of CO2eq; CodeCarbon writes kilograms.',
    }),
  metadataPretraining: (raw: string) =>
    says(`${raw} g is too little for pre-training.`, {
      expected: 'grams of CO2eq',
      note: 'The Hub reads `co2_eq_emissions` as grams; CodeCarbon writes kilograms.',
    }),
  metadataDisagreesWithSection: (grams: number, printed: string) =>
    says(`The metadata has ${mass(grams)}, the carbon section has ${printed}.`, {
      expected: 'Write the same value in both places: `carboncard card` writes both',
    }),
  metadataDisagrees: (grams: number, printed: string) =>
    says(`The metadata has ${mass(grams)}, the text has ${printed}.`, {
      expected: 'the same value in both places, or a sentence on what each of them counts',
    }),
} as const;

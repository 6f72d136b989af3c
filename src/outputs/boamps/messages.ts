import { listed, note, warning } from '../../diagnostics/message.js';

const incomplete = 'The file is written without it, as a draft, and is not valid.';

/** What the format `boamps` needs and the assessment lacks. */
export const messages = {
  noFamily: (phases: readonly string[]) =>
    warning('boamps-no-family', `A BoAmps report needs the family of its task (${listed(phases)}). ${incomplete}`, {
      expected: '`task: { family: text generation }`, for example',
    }),
  noDataset: (phases: readonly string[]) =>
    warning('boamps-no-dataset', `A BoAmps report needs the data of its task (${listed(phases)}). ${incomplete}`, {
      expected: '`task: { dataset: { type: text } }`, for example',
    }),
  noInfrastructure: (phases: readonly string[]) =>
    warning('boamps-no-infrastructure', `A BoAmps report needs the type of the infrastructure (${listed(phases)}). ${incomplete}`, {
      expected: '`task: { infrastructure: onPremise }`, or `publicCloud`, `privateCloud`, `other`',
    }),
  noComponents: (phases: readonly string[]) =>
    warning('boamps-no-components', `A BoAmps report needs the devices and their number (${listed(phases)}). ${incomplete}`, {
      expected: '`hardware: 8 x A100 80GB`, for example',
    }),
  noEnergyOfPhase: (phases: readonly string[]) =>
    warning('boamps-no-energy-of-phase', `A BoAmps report needs an energy. None is written of ${listed(phases)}.`, {
      expected: '`energy:`, or hardware and hours',
    }),
  noDate: () =>
    note('boamps-no-date', 'The header of a BoAmps report needs a date. The file is written without a header.', {
      expected: '`report: { date: 2026-03-01 }`, for example',
    }),
  noConfidentiality: () =>
    note(
      'boamps-no-confidentiality',
      'A BoAmps report names its publisher together with the confidentiality. The file is written without them.',
      {
        expected: '`report: { confidentiality: public }`, for example',
      },
    ),
  noCountry: (phases: readonly string[]) =>
    note(
      'boamps-no-country',
      `A BoAmps report states the grid intensity together with the country (${listed(phases)}). The file is written without them.`,
      {
        expected: '`location: France`, for example',
      },
    ),
} as const;

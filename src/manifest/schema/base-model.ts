import { z } from 'zod';
import { measurementBoundaries } from '../../assessment/ids.js';
import { quantityField } from './quantity.js';
import { choice, hover, text, word } from './words.js';

/** Whether text is the path of a file that an assessment can be made from, or is; other text is an id. */
export function isFileOfModel(written: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(written);
}

const idOrFile = z
  .string()
  .min(1)
  .refine(
    (written) => isFileOfModel(written) || !/^(?:\.{1,2}|~|[a-z]:)?[/\\]/i.test(written),
    'an id on the Hub (`org/base`), or the path of a manifest (`.yaml`) or of an `assessment.json`',
  );

const figures = z.strictObject({
  id: word({ title: 'Id', text: 'Id on the Hub.', examples: ['org/base'] }).optional(),
  name: word({ title: 'Name', text: 'Name for readers.', absent: 'the id', examples: ['Base'] }).optional(),
  emissions: quantityField({
    dimensions: ['emissions'],
    title: 'Emissions',
    text: 'Emissions of its development, as published. They need a `cite`.',
    absent: 'not stated: the model is named, and its emissions are listed as not counted',
    examples: ['31.22 tCO2e'],
  }).optional(),
  energy: quantityField({
    dimensions: ['energy'],
    title: 'Energy',
    text: 'Electricity of its development, as published.',
    examples: ['74 MWh'],
  }).optional(),
  boundary: choice(measurementBoundaries, {
    title: 'Boundary',
    text: 'What the figure covers.',
    absent: 'not stated',
    examples: ['facility'],
  }).optional(),
  counted: text({
    title: 'Counted',
    text: 'What its assessment counts, in words.',
    examples: ['dynamic emissions of training'],
  }).optional(),
  cite: text({ title: 'Citation', text: 'Where the figures are published; needed beside figures.', examples: ['model card'] }).optional(),
  url: text({ title: 'Address', text: 'Address of the publication.' }).optional(),
});

const entry = z.union([idOrFile, figures]).register(z.globalRegistry, {
  id: 'base-model',
  ...hover({
    title: 'Base model',
    text: 'An id, figures, or the path of a manifest or an assessment.',
    examples: ['org/base', '../base/carboncard.yaml'],
  }),
});

/** The models that this one was made from: a base, a teacher. */
export const baseModel = z.union([entry, z.array(entry).min(1)]).register(
  z.globalRegistry,
  hover({
    title: 'Base model',
    text: 'The model that was fine-tuned or distilled, or a list of them. Shown by reference, never added to a total.',
    absent: 'none',
    examples: ['org/base', { id: 'org/base', emissions: '31.22 tCO2e', boundary: 'facility', cite: 'model card' }],
  }),
);

export type ParsedBaseModel = z.output<typeof entry>;

import { z } from 'zod';
import { measurementBoundaries } from '../../assessment/ids.js';
import { quantityField } from './quantity.js';
import { choice, hover, text, word } from './words.js';

/** A file that an assessment can be made from, or is. */
const file = z
  .string()
  .regex(/\.(?:ya?ml|json)$/i, 'a mapping with `id`, `emissions` and `cite`, or the path of a manifest or an assessment.json')
  .meta(
    hover({
      title: 'File',
      text: 'A manifest or an assessment of the base model, from the folder of this file.',
      examples: ['../base/carboncard.yaml'],
    }),
  );

const entry = z
  .union([
    file,
    z.strictObject({
      id: word({ title: 'Id', text: 'Id of the base model on the Hub.', examples: ['meta-llama/Llama-2-7b'] }).optional(),
      name: word({ title: 'Name', text: 'Name for readers.', absent: 'the id', examples: ['Llama 2 7B'] }).optional(),
      emissions: quantityField({
        dimensions: ['emissions'],
        title: 'Emissions',
        text: 'Emissions of developing the base model, as published.',
        examples: ['31.22 tCO2e'],
      }).optional(),
      energy: quantityField({
        dimensions: ['energy'],
        title: 'Energy',
        text: 'Electricity of developing the base model, as published.',
        examples: ['74 MWh'],
      }).optional(),
      boundary: choice(measurementBoundaries, {
        title: 'Boundary',
        text: 'What the published figure covers.',
        absent: 'not stated',
        examples: ['facility'],
      }).optional(),
      cite: text({ title: 'Citation', text: 'Where the figure is published.', examples: ['Llama 2 model card'] }),
      url: text({ title: 'Address', text: 'Address of the publication.' }).optional(),
    }),
  ])
  .meta({
    id: 'base-model',
    ...hover({
      title: 'Base model',
      text: 'Its figures with their citation, or a file that has them.',
      examples: [{ id: 'meta-llama/Llama-2-7b', emissions: '31.22 tCO2e', cite: 'Llama 2 model card' }, '../base/carboncard.yaml'],
    }),
  });

/** The models that this one was made from: a base, a teacher. */
export const baseModel = z.union([entry, z.array(entry).min(1)]).meta(
  hover({
    title: 'Base model',
    text: 'The model that was fine-tuned or distilled, or a list of them: figures with their citation, or the path of a manifest or an assessment. Shown by reference, never added to a total.',
    absent: 'none',
    examples: [
      { id: 'meta-llama/Llama-2-7b', emissions: '31.22 tCO2e', boundary: 'facility', cite: 'Llama 2 model card' },
      '../base/assessment.json',
    ],
  }),
);

export type ParsedBaseModel = z.output<typeof entry>;

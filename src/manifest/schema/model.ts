import { z } from 'zod';
import { quantityField } from './quantity.js';
import { day, hover, text, word } from './words.js';

export const slug = word({
  title: 'Folder',
  text: 'Folder of the report: letters, digits, `.`, `_` and `-`.',
  absent: 'the last part of the id, else the name in ASCII',
  examples: ['bloom'],
}).optional();

/** The model: its name, or more on it. */
export const model = z
  .union([
    word({ title: 'Model', text: 'Name of the model.', examples: ['BLOOM'] }),
    z.strictObject({
      id: word({ title: 'Id', text: 'Id on the Hub.', examples: ['bigscience/bloom'] }).optional(),
      name: word({ title: 'Name', text: 'Name for readers.', absent: 'the id', examples: ['BLOOM'] }).optional(),
      slug,
      parameters: quantityField({
        dimensions: ['parameters'],
        bare: true,
        aboveZero: true,
        title: 'Parameters',
        text: 'Number of parameters.',
        examples: [176e9, '175B'],
      }).optional(),
      inference_flops: quantityField({
        dimensions: ['compute'],
        aboveZero: true,
        also: ['method'],
        title: 'Operations of inference',
        text: 'Floating-point operations of a benchmark of inference. `method` names its task and its hardware.',
        examples: [{ value: '5.1e17 FLOP', method: 'generating 100,000 tokens on 8 A100' }],
      }).optional(),
      cite: text({ title: 'Citation', text: 'How to cite the model.', examples: ['Luccioni et al. JMLR 24(253), 2023'] }).optional(),
      url: text({ title: 'Address', text: 'Where the model is published.' }).optional(),
      version: word({ title: 'Version', text: 'Version of the model: a number, a tag or a commit.', examples: ['1.0', 'v2.1'] }).optional(),
      released: day({ title: 'Release', text: 'Day on which the model was released.', examples: ['2022-07-12'] }).optional(),
      supplier: word({ title: 'Supplier', text: 'Organisation or person who publishes the model.', examples: ['BigScience'] }).optional(),
    }),
  ])
  .register(
    z.globalRegistry,
    hover({
      title: 'Model',
      text: 'The model: its name, or a mapping with id, name, parameters and citation.',
      examples: ['BLOOM', { id: 'bigscience/bloom', parameters: 176e9 }],
    }),
  );

import { z } from 'zod';
import { confidentialities, dataTypes, dataUsages, infrastructures } from '../../assessment/ids.js';
import { quantityField } from './quantity.js';
import { choice, hover, text, word } from './words.js';

const dataset = z
  .strictObject({
    type: choice(dataTypes, { title: 'Type of data', text: 'What the data is.', examples: ['text'] }),
    usage: choice(dataUsages, {
      title: 'Usage',
      text: 'Whether the model takes the data or makes it.',
      absent: 'input',
      examples: ['input'],
    }).optional(),
    items: quantityField({
      dimensions: ['tokens'],
      bare: true,
      aboveZero: true,
      title: 'Items',
      text: 'Number of items: tokens, images, rows.',
      examples: [366e9, '366B'],
    }).optional(),
    url: text({ title: 'Address', text: 'Where the dataset is published.' }).optional(),
  })
  .register(z.globalRegistry, {
    id: 'dataset',
    ...hover({ title: 'Dataset', text: 'Data that the task takes or makes.', examples: [{ type: 'token', items: 366e9 }] }),
  });

/** What was computed, in the terms of BoAmps. The stage follows from the kind of the phase. */
export const task = z
  .strictObject({
    family: word({ title: 'Family', text: 'Family of the task.', examples: ['text generation'] }).optional(),
    algorithm: word({ title: 'Algorithm', text: 'Type of the algorithm.', examples: ['llm'] }).optional(),
    dataset: z
      .union([dataset, z.array(dataset).min(1)])
      .register(
        z.globalRegistry,
        hover({
          title: 'Dataset',
          text: 'The data, or a list: of an inference the input and the output.',
          examples: [{ type: 'text' }, [{ type: 'text' }, { type: 'image', usage: 'output' }]],
        }),
      )
      .optional(),
    infrastructure: choice(infrastructures, {
      title: 'Infrastructure',
      text: 'Type of the infrastructure.',
      absent: '`publicCloud` where the place is a cloud region',
      examples: ['onPremise'],
    }).optional(),
  })
  .register(z.globalRegistry, {
    id: 'task',
    ...hover({
      title: 'Task',
      text: 'What was computed, for the format `boamps`. At the top, that of every phase that gives none.',
      examples: [{ family: 'text generation', algorithm: 'llm', dataset: { type: 'text' }, infrastructure: 'onPremise' }],
    }),
  });

export const software = z
  .strictObject({
    os: word({ title: 'Operating system', text: 'Name of the operating system.', examples: ['linux'] }).optional(),
    language: word({ title: 'Language', text: 'Programming language of the task.', examples: ['python'] }).optional(),
    framework: word({ title: 'Framework', text: 'Software framework of the model.', examples: ['pytorch'] }).optional(),
  })
  .register(
    z.globalRegistry,
    hover({ title: 'Software', text: 'Software of the runs, for the format `boamps`.', examples: [{ os: 'linux', language: 'python' }] }),
  );

/** Keys of `report` that a publication of the report needs. */
export const publication = {
  publisher: word({ title: 'Publisher', text: 'Organisation that publishes the report.', examples: ['Hugging Face'] }).optional(),
  confidentiality: choice(confidentialities, {
    title: 'Confidentiality',
    text: 'Who may read the report.',
    examples: ['public'],
  }).optional(),
  licence: word({ title: 'Licence', text: 'Licence of the report.', examples: ['CC BY 4.0'] }).optional(),
};

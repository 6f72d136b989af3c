import { z } from 'zod';
import { quantityField } from './quantity.js';
import { hover } from './words.js';

/** The load for which the day is calculated on which use has emitted as much as development. */
export const use = z
  .strictObject({
    requests: quantityField({
      dimensions: ['request rate'],
      title: 'Requests by time',
      text: 'Requests in a year, a day or an hour. Emissions of one are calculated from the deployment, which needs `requests`. 0 means that nobody uses the model.',
      examples: ['1e9 per year', '3 million requests/day', { value: '1e9 per year', low: '3e8 per year', high: '3e9 per year' }],
    }).optional(),
    tokens: quantityField({
      dimensions: ['token rate'],
      also: ['key'],
      title: 'Tokens by time',
      text: 'Tokens in a year, a day or an hour, of the kind that the deployment states in its own `tokens`; `key` says which ones.',
      examples: ['2e12 per year', { value: '30B tokens/day', key: 'output' }],
    }).optional(),
  })
  .register(
    z.globalRegistry,
    hover({
      title: 'Use',
      text: 'The load of the model in use, as `requests` or as `tokens`, for the day on which use has emitted as much as development.',
      absent: 'the load of the deployment in its period, where it states one',
      examples: [{ requests: '1e9 per year' }],
    }),
  );

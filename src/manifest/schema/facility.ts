import { quantityField } from './quantity.js';

export const pue = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'pue',
  title: 'PUE',
  text: 'Power usage effectiveness: energy of the facility ÷ energy of its machines, 1 or more.',
  absent: 'the figure of the cloud region or provider, else a worldwide survey',
  examples: [1.2, { value: 1.1, low: 1.05, high: 1.2, cite: 'operator' }],
});

/** Power or energy of a whole cluster. */
const cluster = (title: string, text: string, example: string) =>
  quantityField({
    dimensions: ['power', 'energy'],
    also: ['for', 'instrument'],
    title,
    text: `${text} A power is multiplied by the hours of the run; on a site it also needs \`for:\`, the accelerators that it was measured for.`,
    examples: [example, { value: example, for: '384 accelerators' }],
  });

export const idle = cluster('Baseline', 'Power or energy of the nodes while they are on without work.', '64 kW');
export const overhead = cluster(
  'Infrastructure',
  'Measured power or energy of cooling, power conversion and lighting, in place of a PUE.',
  '27 kW',
);

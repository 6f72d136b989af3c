import { quantityField } from './quantity.js';
import type { ExtraKey } from './quantity-rules.js';
import { choice } from './words.js';

export const pue = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'pue',
  title: 'PUE',
  text: 'Power usage effectiveness: energy of the facility ÷ energy of its machines, 1 or more.',
  absent: 'the figure of the cloud region or provider, else 1.2 (1.05 to 1.6) for hardware of data centres',
  examples: [1.2, { value: 1.1, low: 1.05, high: 1.2, cite: 'operator' }],
});

/** What is around the machines, where no PUE is known. */
export const facility = choice(['none', 'data-centre', 'enterprise'], {
  title: 'Facility',
  text: 'What is around the machines, where no PUE is known: `none` (at home, under a desk), `data-centre` (a PUE of 1.2, from 1.05 to 1.6) or `enterprise` (1.54, the average of a survey).',
  absent: '`none` for laptops, workstations and consumer cards, else `data-centre`',
  examples: ['none'],
});

interface ClusterWords {
  readonly title: string;
  readonly text: string;
  readonly absent?: string;
  readonly example: string;
  readonly also?: readonly ExtraKey[];
}

/** Power or energy of a whole cluster. */
const cluster = ({ title, text, absent, example, also = [] }: ClusterWords) =>
  quantityField({
    dimensions: ['power', 'energy'],
    aboveZero: true,
    also: ['for', 'instrument', ...also],
    title,
    text: `${text} A power is multiplied by the hours of the run; on a site it also needs \`for:\`, the accelerators that it was measured for.`,
    absent,
    examples: [example, { value: example, for: '384 accelerators' }],
  });

export const host = cluster({
  title: 'Rest of the nodes',
  text: 'Power or energy of the nodes outside the meter of the work: processors, memory, fans, conversion losses. With `boundary: components` it is what the sensors of processors and memory read, and the rest of the node is added.',
  absent: 'a share of the metered energy: 0.4 or 0.5 of that of accelerators, 0.15 of that of components',
  example: '120 kW',
  also: ['boundary'],
});
export const idle = cluster({
  title: 'Baseline',
  text: 'Power or energy of the nodes while they are on without work; with `of: reserved`, of machines that are held without working.',
  example: '64 kW',
  also: ['of'],
});
export const overhead = cluster({
  title: 'Infrastructure',
  text: 'Measured power or energy of cooling, power conversion and lighting, in place of a PUE.',
  example: '27 kW',
});

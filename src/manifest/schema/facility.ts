import { quantityField } from '../field.js';

export const pue = quantityField({
  dimensions: ['ratio'],
  bare: true,
  rule: 'pue',
  description: 'Power usage effectiveness: facility energy ÷ IT energy, 1 or more',
});
const cluster = (what: string) =>
  quantityField({
    dimensions: ['power', 'energy'],
    also: ['for', 'instrument'],
    description: `${what}; a power lasts for the run's hours, and on a site it needs \`for: 384 accelerators\``,
  });
export const idle = cluster('Baseline of the nodes, while on');
export const overhead = cluster('Measured infrastructure: cooling, conversion, lighting; instead of a PUE');

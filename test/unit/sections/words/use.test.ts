import { expect, it } from 'vitest';
import { madeOf } from '../../made.js';
import { rendered } from '../rendered.js';

it.each([
  [1, '1 request is counted.'],
  [2, '2 requests are counted.'],
])('a card of %i requests alone says how many are counted', (requests, words) => {
  const made = madeOf(
    `phases: [{ phase: deployment, energy: 10 kWh, grid: { intensity: 100 g/kWh }, system_boundary: [dynamic], requests: ${requests} }]`,
  );
  expect(rendered('summary', made)).toContain(`; ${words}`);
});

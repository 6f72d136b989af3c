import { expect, test } from 'vitest';
import { devices, hardwareFactors } from '../../../../src/factors/hardware/index.js';

test('every figure has a spread of its own or a row of the table of ranges, and not both', () => {
  const wrong = hardwareFactors().filter(({ low, high, range }) => {
    const own = low !== undefined && high !== undefined;
    return own === (range !== undefined) || (low === undefined) !== (high === undefined);
  });
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('a rating is a definition, unless it is of the highest variant; observed power is not', () => {
  for (const { power, observed } of devices()) {
    if (observed) expect(power.range).toBe('power-observed');
    else if (power.source.id === 'huggingface-tasks') expect(power.range).toBe('rating-highest-variant');
    else expect([undefined, 'definition']).toContain(power.range);
  }
});

test('published embodied emissions have another range than estimated ones', () => {
  for (const { embodied } of devices()) {
    const estimated = embodied.source.id === 'carboncard-embodied-estimate';
    expect(embodied.range === 'embodied-estimate').toBe(estimated);
    expect(embodied.kind.includes('estimated')).toBe(estimated);
    expect(embodied.note).toBeDefined();
  }
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { maxPower, minPower, type Threshold, thresholds } from '../../src/plausibility/thresholds.js';

const page = readFileSync(new URL('../../docs/method.md', import.meta.url), 'utf8');
const all: readonly (readonly [string, Threshold])[] = [maxPower, minPower, thresholds].flatMap((table) =>
  Object.entries<Threshold>(table),
);

describe('the table of thresholds in the method', () => {
  it.each(all)('has %s, with the reason', (_, { value, unit, why }) => {
    expect(page).toContain(` | ${value}${unit === '' ? '' : ` ${unit}`} | ${why} |`);
  });
});

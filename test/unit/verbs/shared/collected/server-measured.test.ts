import { describe, expect, it } from 'vitest';
import { planOf } from '../../../../../src/telemetry/prometheus/plan.js';
import { measuredOf } from '../../../../../src/verbs/shared/collected/server-measured.js';

describe('what a server measured', () => {
  it.each([
    ['the server sums', 1e6, 72e6],
    ['samples are read as they are', 9, 70e6],
  ])('has the longest step that was used where %s', (_, samples, longestStep) => {
    const plan = planOf({ first: 0, last: 1e7, samples, series: 1, interval: 7, longestStep: 70 });
    const asked = { fleet: { devices: [], keyOf: () => '' }, plan, metric: { kind: 'power', scale: 1 } };
    const sums = { devices: new Map(), windows: new Map() };
    const measured = measuredOf(sums as unknown as Parameters<typeof measuredOf>[0], asked as unknown as Parameters<typeof measuredOf>[1]);
    expect(measured).toMatchObject({ interval: 7e6, longestStep });
  });
});

import { beforeAll, expect, it } from 'vitest';
import type { Assessment, PhaseFacts } from '../../../src/assessment/assessment.js';
import { quantity } from '../../../src/units/quantity.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { rendered } from './rendered.js';

let recorded: Assessment;
beforeAll(async () => {
  ({ assessment: recorded } = await assessFile('fixtures/runs/hour-by-hour/carboncard.yaml'));
}, 30_000);

/** The same with other facts of its only phase. */
function withFacts(change: (facts: PhaseFacts) => Partial<PhaseFacts>): Assessment {
  return { ...recorded, phases: recorded.phases.map((facts) => ({ ...facts, ...change(facts) })) };
}

it('says how much of the time was recorded, and what the gaps add to the interval', () => {
  const text = rendered('power', recorded);
  expect(text).toContain('Power was recorded for 96.4 % of the device-hours; the energy of the others is not counted.');
  expect(text).toContain('The upper end of the interval includes 7.32 kWh for them, as they would have used at work');
  expect(text).toContain('(charts/power.png)');
});

it('says nothing of gaps where there are none', () => {
  const text = rendered(
    'power',
    withFacts(({ powerRecord }) => ({ powerRecord: powerRecord && { ...powerRecord, coverage: 1, uncovered: undefined } })),
  );
  expect(text).toContain('Power was recorded for 100 % of the device-hours.');
  expect(text).not.toContain('not counted');
});

it('has the sum over hours, the yearly average with its kind, and what the difference comes from', () => {
  const text = rendered('power', recorded);
  expect(text).toMatch(/over 82 hours, is 60\.34 kg CO₂e; divided by their energy, 184\.6 kWh, it is 327 g CO₂e\/kWh \(life-cycle\)/);
  expect(text).toMatch(/The yearly average is 342 g CO₂e\/kWh \(Germany, 2024; life-cycle, average, production mix/);
  expect(text).toContain('hour by hour the figure is 4.4 % lower');
  expect(text).toContain(
    '3.8 % lower than in the year, and the run used more of its energy in hours of lower intensity, which makes the figure 0.6 % lower',
  );
  expect(text).toContain(
    'For 2 hours there is no intensity; the mean of the other hours was used for their energy, 2.10 kWh. For 1 hour of the recording there is no energy.',
  );
});

it('says that figures are the same where they are', () => {
  const same = withFacts(({ grid }) => {
    const hourly = grid?.hourly;
    if (grid === undefined || hourly?.yearly === undefined) return {};
    return { grid: { ...grid, hourly: { ...hourly, timing: 0, yearly: { ...hourly.yearly, difference: 0, period: 0 } } } };
  });
  const text = rendered('power', same);
  expect(text).toContain('hour by hour the figure is as high.');
  expect(text).toContain('on average, as high as in the year.');
});

it('is left out where nothing was recorded by time', () => {
  expect(
    rendered(
      'power',
      withFacts(({ grid }) => ({ powerRecord: undefined, grid: grid && { ...grid, hourly: undefined } })),
    ),
  ).toBe('');
});

it('names the phases where there are several', () => {
  const [facts] = recorded.phases;
  const text = rendered('power', {
    ...recorded,
    phases: [...recorded.phases, { ...(facts as PhaseFacts), phase: 'evaluation', title: 'Evaluation', powerRecord: undefined }],
  });
  expect(text).toContain('**Training:** The power of 4 GPUs');
  expect(text).toContain('**Evaluation:** The electricity is counted');
});

it('has the energy of the recording in the interval of the work alone: 7.32 kWh above that of the meter', () => {
  const energy = recorded.lines.find(({ component }) => component === 'dynamic')?.inputs.find(({ name }) => name === 'energy');
  const [{ powerRecord } = {}] = recorded.phases;
  expect(energy?.value).toBeCloseTo(186.667866667, 9);
  expect(energy?.low).toBeCloseTo(186.667866667 * 0.9, 3);
  expect(energy?.high).toBeCloseTo(186.667866667 * 1.1 + (powerRecord?.uncovered?.value ?? 0), 3);
  expect(powerRecord?.uncovered).toEqual(quantity(expect.closeTo(7.32, 2) as number, 'kWh'));
});

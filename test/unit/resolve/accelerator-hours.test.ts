import { describe, expect, it } from 'vitest';
import { faultsOf, grid, idsOf, made } from '../made.js';

const run = (text: string) => made(`{ phase: training, ${grid}, hardware: 8 x A100 80GB, ${text} }`);
const hoursOf = (text: string): number | undefined => run(text).phases[0]?.acceleratorHours?.value;

describe('a duration in hours of accelerators', () => {
  it.each([
    ['duration: 4032 GPU hours', 4032],
    ['duration: 4032 accelerator-hours', 4032],
    ['duration: 168 GPU-days', 4032],
    ['duration: { value: 4032 GPU-hours, cite: log }', 4032],
    ['duration: 4.032k GPU hours', 4032],
    ['accelerator_hours: 168 days', 4032],
    ['accelerator_hours: 4032', 4032],
    ['duration: 504 h', 4032],
    ['duration: 4030 GPU hours, accelerator_hours: 4032', 4032],
  ])('%s is %d accelerator-hours on eight', (text, hours) => {
    expect(hoursOf(text)).toBeCloseTo(hours, 9);
  });

  it('is said, and gives no wall-clock time', () => {
    const a = run('duration: 4032 GPU hours');
    expect(a.diagnostics).toContainEqual(expect.objectContaining({ id: 'duration-of-accelerators', severity: 'note' }));
    expect(a.phases[0]?.duration).toBeUndefined();
    expect(a.phases[0]?.runHours?.value).toBe(504);
    expect(idsOf(a)).not.toContain('hours-from-duration');
    expect(a.lines[0]?.energy).toEqual(run('accelerator_hours: 4032').lines[0]?.energy);
  });

  it('is an error beside other accelerator-hours, and in hours of nodes', () => {
    expect(faultsOf(() => run('duration: 4032 GPU hours, accelerator_hours: 5032'))).toEqual(['several-accelerator-hours']);
    expect(faultsOf(() => run('duration: 63 node-hours'))).toContain('node-hours');
  });
});

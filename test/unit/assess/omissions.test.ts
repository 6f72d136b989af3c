import { describe, expect, it } from 'vitest';
import { reasons } from '../../../src/resolve/messages/reasons.js';
import { grid, made, omissionOf } from '../made.js';

const training = (boundary: string, rest = ''): string =>
  `{ phase: training, site: { ${grid} }, power: { value: 400 W, boundary: ${boundary} }, accelerators: 8, accelerator_hours: 1000${rest} }`;

describe('what a boundary leaves out of the machines', () => {
  it('the hosts, also where machines were held idle', () => {
    const hosts = (rest: string) => omissionOf(made(training('accelerator', rest)), 'hosts');
    expect(hosts('')?.reason).toBe(reasons.hostOutside('0.2–0.5', '80.0 kWh to 200 kWh'));
    expect(hosts(', reserved_hours: 2000, idle_power: 60 W')).toEqual(hosts(''));
    expect(hosts(', idle: 2 kW')).toBeUndefined();
  });

  it('mainboard, fans and power supply, where accelerators, processors and memory were metered', () => {
    const a = made(training('components'));
    expect(omissionOf(a, 'rest-of-node')?.what).toContain('(Training)');
    expect(omissionOf(a, 'hosts')).toBeUndefined();
    expect(omissionOf(made(training('node')), 'rest-of-node')).toBeUndefined();
  });

  it('says no size where there is no energy that it could be a share of', () => {
    const none = `{ phase: training, site: { ${grid} }, energy: { value: 0 kWh, boundary: accelerator } }`;
    expect(omissionOf(made(none), 'hosts')?.reason).toBe(reasons.hostOutside('', undefined));
  });
});

import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { made } from '../made.js';

/** What is found of a phase of 8 H100 for 100 h, as `severity[id] path`. */
function found(rest: string, hardware = '8 x H100 SXM'): readonly string[] {
  const phase = `{ phase: training, hardware: ${hardware}, duration: 100 h, year: 2024, ${rest} }`;
  const diagnostics = () => {
    try {
      return made(phase).diagnostics;
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics;
      throw error;
    }
  };
  return diagnostics().flatMap(({ id, severity, path }) => (id.startsWith('implausible-') ? [`${severity}[${id}] ${path}`] : []));
}

const here = 'location: France';

describe('figures beside the power of the work', () => {
  it.each([
    [`${here}, overhead: 9 MWh`, 'error[implausible-overhead] phases[0].overhead'],
    [`${here}, overhead: 800 kWh`, 'warning[implausible-overhead] phases[0].overhead'],
    [`${here}, host: 12 kW`, 'warning[implausible-host] phases[0].host'],
    [`${here}, host: 120 kW`, 'error[implausible-host] phases[0].host'],
    [`${here}, host_share: 500 %`, 'warning[implausible-host] phases[0].host_share'],
    [`${here}, idle: 200 kW`, 'error[implausible-idle] phases[0].idle'],
    [`${here}, reserved_hours: 2000, idle_power: 9 kW`, 'error[implausible-idle] phases[0].idle_power'],
    ['grid: { intensity: 0.38 g/kWh }', 'warning[implausible-grid] phases[0].grid.intensity'],
    ['grid: { intensity: 3800 g/kWh }', 'warning[implausible-grid] phases[0].grid.intensity'],
  ])('%s: %s', (rest, finding) => {
    expect(found(rest)).toEqual([finding]);
  });

  it.each([
    ['{ accelerator: 2 x Intel Xeon Gold 6248, power: 12 kW }', 'error[implausible-processor] phases[0].hardware.power'],
    ['{ accelerator: 2 x Intel Xeon Gold 6248, rating: 1.5 kW }', 'warning[implausible-processor] phases[0].hardware.rating'],
    [
      '{ accelerator: 8 x H100 SXM, embodied: { accelerator: 150 t } }',
      'warning[implausible-embodied] phases[0].hardware.embodied.accelerator',
    ],
  ])('%s: %s', (hardware, finding) => {
    expect(found(here, hardware)).toEqual([finding]);
  });

  it.each([
    [`${here}, overhead: 27 kWh`],
    [`${here}, host: 2.8 kW`],
    [`${here}, host_share: 100 %`],
    [`${here}, idle: 2.5 kW`],
    [`${here}, reserved_hours: 2000, idle_power: 310 W`],
    ['grid: { intensity: 7 g/kWh }'],
    ['grid: { intensity: 1100 g/kWh }'],
  ])('%s raises nothing', (rest) => {
    expect(found(rest)).toEqual([]);
  });
});

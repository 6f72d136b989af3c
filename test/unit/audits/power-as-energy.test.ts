import { describe, expect, it } from 'vitest';
import { placesOf, section } from './asked.js';

describe('power-as-energy', () => {
  it.each([
    ['a power in kWh', section('The idle power of the nodes is 64 kWh.')],
    ['a label', section('- **Average power:** 27 kWh')],
    ['an energy in kW', section('- **Energy consumed:** 433 kW')],
    ['an energy in kW/h', section('The total energy used for training was 12 kW/h.')],
    ['an energy in kW in prose', section('In total the energy consumed was 433 kW.')],
    [
      'a cluster that draws next to nothing',
      section(
        '384 GPUs ran for 2,820 hours.\n\n- Infrastructure consumption: 27 kWh\n- Idle consumption: 64 kWh\n- Dynamic consumption: 109 kWh',
      ),
    ],
    [
      'one of several in a sentence',
      section('384 GPUs ran for 2,820 hours; idle consumption was 64 kWh, and dynamic consumption 109 kWh.'),
    ],
  ])('finds %s', (_, text) => {
    expect(placesOf('power-as-energy', text)).not.toEqual([]);
  });

  it.each([
    [
      'power consumption as many say it',
      section('| | Power Consumption From GPUs | Emissions (tCO2eq) |\n|---|---|---|\n| A | 135 MWh | 75 |'),
    ],
    ['a power', section('The idle power of the nodes is 64 kW.')],
    ['an energy', section('- **Energy consumed:** 433 kWh')],
    [
      'little energy of one part, beside idle machines',
      section('384 GPUs ran for 2,820 hours. Not counted: the rest of the servers (about 137 kWh), idle machines, cooling.'),
    ],
    ['energy at a power', section('The energy of the GPUs was metered at 400 W each.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('power-as-energy', text)).toEqual([]);
  });
});

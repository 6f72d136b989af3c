import { describe, expect, it } from 'vitest';
import { findingsIn, placesOf, section } from './asked.js';

describe('power-above-limit', () => {
  it.each([
    ['an SXM power for a PCIe card', section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 400 W')],
    ['in prose', section('We assume 400 W for each V100 PCIe.')],
    ['in a table', section('| GPU | Power (W) | Carbon emitted (tCO2eq) |\n|---|---|---|\n| H100 PCIe | 700 | 5 |')],
    ['a processor by its cores', section('- CPU: Intel Core i5-10400\n- CPU power: 390 W')],
    ['by its energy', section('The T4 drew 50 kWh in 100 GPU hours.')],
    ['many times the limit, of a laptop card', section('RTX 3060 Laptop, 900 W each.')],
    ['many times the limit, of the card of a laptop', section('We trained on a laptop with an RTX 3060 Mobile at 900 W.')],
    ['many times the limit, of one card', section('We trained on 1 x T4 GPU, at a power of 900 W.')],
    ['many times the limit, of each card', section('We trained on 8 T4 GPUs, 900 W each.')],
  ])('finds %s', (_, text) => {
    expect(placesOf('power-above-limit', text)).not.toEqual([]);
  });

  it.each([
    ['its rating', section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 250 W')],
    ['a variant that is open', section('- **Hardware Type:** 8 x A100\n- **Power:** 400 W')],
    ['power of a node', section('Each node with 8 A100 PCIe 40GB draws 3.2 kW.')],
    ['of all together', section('- **Hardware Type:** 8 x A100 PCIe 40GB\n- **Total power:** 2000 W')],
    ['a processor', section('- CPU: Intel Core i5-10400\n- CPU power: 65 W')],
    ['a chip of Apple', section('- CPU model: Apple M1 Pro\n- CPU power: 30 W')],
    ['several chips of Apple', section('We trained on 8 Apple M1 chips, at 120 W together.')],
    ['many times the limit, where the number of cards is open', section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 20 kW')],
    ['of a dataset that is called like a card', section('We trained on the M40 dataset at 300 W.')],
  ])('lets pass: %s', (_, text) => {
    expect(placesOf('power-above-limit', text)).toEqual([]);
  });

  it.each([
    ['CPU model: Apple M1 Pro. CPU power: 1200 W.', '1200 W is more than the limit of one Apple M1 Pro.', 'at most 30 W'],
    ['- CPU model: Apple M1 Pro\n- CPU power: 1200 W', '1200 W is more than the limit of one Apple M1 Pro.', 'at most 30 W'],
    ['| device | power |\n|---|---|\n| Apple M1 | 2,000 W |', '2,000 W is more than the limit of one Apple M1.', 'at most 15 W'],
    ['Apple M1 at 700 W', '700 W is more than the limit of one Apple M1.', 'at most 15 W'],
    ['Apple M1, 2000 W', '2000 W is more than the limit of one Apple M1.', 'at most 15 W'],
    // The table has no such chip: the limit is that of any processor of a desktop.
    ['Apple M4 Ultra at 700 W', '700 W is more than the limit of one Apple M4 Ultra.', 'at most 320 W'],
    ['Apple M19 at 700 W', '700 W is more than the limit of one Apple M19.', 'at most 320 W'],
  ])('knows the chips of Apple: %s', (text, message, expected) => {
    expect(findingsIn(section(text)).filter(({ id }) => id === 'power-above-limit')).toMatchObject([
      { severity: 'error', message, expected },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { findingsIn } from './asked.js';

/** Cards as people write them, with nothing wrong: no finding is better than a false one. */
const right: readonly (readonly [what: string, card: string])[] = [
  [
    'grid, hours, device and offsets in prose',
    '# M\n\n## Environmental Impact\n\nWe ran on Google Cloud, europe-west4, at 0.57 kgCO$_2$eq/kWh. It took 100 hours on one A100 PCIe 40/80GB (TDP of 250W).\n\nIn total 14.25 kgCO$_2$eq all of it offset by the provider.\n',
  ],
  [
    'a TPU',
    '# M\n\n## Environmental Impact\n\n- **Hardware Type:** TPU v3-8\n- **Hours used:** 72\n- **Cloud Provider:** GCP\n- **Compute Region:** europe-west4-a\n- **Carbon Emitted:** 12.3 kg CO2 eq.\n',
  ],
  [
    'a desktop card',
    '# M\n\n## Environmental Impact\n\n- **Hardware Type:** 1 x RTX 4090\n- **Hours used:** 5\n- **Cloud Provider:** Private\n- **Compute Region:** Germany\n- **Carbon Emitted:** 0.77 kg CO2 eq.\n',
  ],
  [
    'grams of a small run',
    '---\nco2_eq_emissions:\n  emissions: 0.0053\n  source: AutoTrain\n---\n# M\n\n- Problem type: Binary Classification\n- CO2 Emissions (in grams): 0.0053\n\n## Validation Metrics\n- Loss: 0.26\n- Accuracy: 0.9\n',
  ],
  [
    'a table with PUE',
    '# M\n\n## Environmental Impact\n\n| Model | GPU hours | GPU power (W) | PUE | Emissions (tCO2eq) |\n|---|---|---|---|---|\n| 7B | 82,432 | 400 | 1.1 | 14 |\n| 13B | 135,168 | 400 | 1.1 | 23 |\n| 33B | 530,432 | 400 | 1.1 | 90 |\n| 65B | 1,022,362 | 400 | 1.1 | 173 |\n',
  ],
  [
    'other models in one line',
    '# M\n\n## Environmental Impact\n\nOPT-175B: 809,472 GPU hours of A100-80GB at 400 W, 356 MWh, 137 tCO2eq. BLOOM-175B: 1,082,880 hours, 475 MWh, 183 tCO2eq. LLaMA-65B: 1,022,362 h, 449 MWh, 173 tCO2eq.\n',
  ],
  [
    'ranges',
    '# M\n\n## Environmental Impact\n\nTotal energy: 0.5 MWh. The carbon emitted was 0.03 tCO2eq, since training ran in Sweden with a grid of about 45-60 gCO2/kWh and a PUE of 1.1 - 1.2.\n',
  ],
  [
    'an average power',
    '# M\n\n## Environmental Impact\n\nTraining took 3 days on 8 x H100 (about 576 GPU hours), with an average power draw of 550 W per GPU. At 380 gCO2e/kWh and a PUE of 1.25 we estimate 150 kg CO2e (embodied emissions not included).\n',
  ],
  [
    'a comparison',
    '# M\n\n## Environmental Impact\n\nWe estimate between 100 and 200 kg CO2eq, or the equivalent of driving 500 km. For comparison, GPT-3 emitted 552 t and consumed 1,287 MWh.\n',
  ],
  [
    'a table of checkpoints',
    '---\nco2_eq_emissions:\n  emissions: 5600\n  source: CodeCarbon\n  geographical_location: Germany\n  hardware_used: NVIDIA A100-SXM4-40GB\n---\n# M\n\n- **Training time**: ~ 36 hours\n- **Emissions:** 5.6 KgCO2 \n- **Total energy consumption:** 15.5 kWh\n\n| Processed Tokens | Energy Consumption (kWh)  | Emissions (KgCO2eq)  |\n|---|---|---|\n| 8.1M | 1.40 | 0.51 |\n| 1.6B | 8.82 | 3.20 |\n| 2.4B | 15.5 | 5.6 |\n',
  ],
  [
    'a laptop',
    '# M\n\n## Environmental Impact\n\nEnergy: 2.5 kWh measured by CodeCarbon on a MacBook Pro M1 (30 W) over 80 hours, 0.13 kg CO2eq in France.\n',
  ],
  [
    'power of all cards',
    '# M\n\n## Environmental Impact\n\n- GPU: 4 x A100 (40GB)\n- Total GPU power: 1200 W\n- Hours: 100\n- Energy: 120 kWh\n- CO2: 48 kg\n',
  ],
  [
    'training beside inference',
    '# M\n\n## Environmental Impact\n\nEach training step draws 0.5 Wh; 1,000 requests emit 2.3 g CO2eq. Inference: 0.004 kWh per request. Training: 12 MWh, 4.8 t CO2eq.\n',
  ],
  [
    'a claim of renewable power',
    '# M\n\n## Environmental Impact\n\nTrained on LUMI with 100% hydroelectric power; 23,000 GPU hours on MI250X, energy 10 MWh, carbon emissions 0 kg CO2 eq (renewable).\n',
  ],
  [
    'two kinds of hours',
    '# M\n\n## Environmental Impact\n\n- **Hardware Type:** 4 NVIDIA A100 (80 GB)\n- **Hours used:** 40 (wall clock), 160 GPU-hours\n- **Compute Region:** Paris, France\n- **Carbon Emitted:** 3.4 kg CO2eq\n',
  ],
  [
    'days and kilowatts',
    '# M\n\n## Environmental Impact\n\nTrained for 14 days on 256 V100 GPUs. Power 0.25 kW each. Emissions of 12.9 tCO2eq with 0.6 kg/kWh.\n',
  ],
  [
    'labels without bullets',
    '# M\n\n## Environmental Impact\n\nThe model was trained on 2 A100 for 16 hours.\nCO2 emissions: 4.5 kg\nEnergy: 12 kWh\nRegion: us-east-1\n',
  ],
  [
    'powers of inference',
    '# M\n\n## Performance\n\n| Device | Power (W) | Tokens/s |\n|---|---|---|\n| RTX 4090 | 320 | 50 |\n| M2 Max | 12 | 10 |\n| A100 | 45 | 3 |\n\nIt runs at 5 W on a Jetson. 10 s per image. 3 t of data.\n',
  ],
  [
    'powers of a cluster',
    "# M\n\n## Environmental Impact\n\nBLOOM's cluster drew 109 kW (dynamic), 64 kW (idle) and 27 kW (infrastructure) over 2,820 hours: 690 MWh, 39.3 tCO2eq at 57 gCO2eq/kWh.\n",
  ],
  [
    'both of Scope 2',
    '# M\n\n## Environmental Impact\n\n- **Hardware Type:** A100-SXM4-80GB\n- **Hours used:** 3,000\n- **Carbon Emitted:** 450 kg CO2 eq. (market-based); 520 kg CO2 eq. (location-based)\n',
  ],
  [
    'two units',
    '---\nco2_eq_emissions:\n  emissions: 1500000\n  training_type: pre-training\n---\n# M\n\n## Environmental impact\nTotal: 1.5 metric tons of CO2 equivalents (1,500 kg).\n',
  ],
  [
    'offsets of the company',
    '# M\n\n## Environmental Impact\n\nGemma: we estimate 131 tCO2eq for pretraining; Google data centers are carbon neutral, achieved through a combination of energy efficiency, renewable energy purchases, and carbon offsets.\n',
  ],
  ['a bound', '# M\n\n## Environmental Impact\n\n- **Carbon Emitted:** Quantization emitted <0.01 kg CO2eq\n- Energy: 0.02 kWh\n'],
];

describe('cards that are right', () => {
  it.each(right)('raise nothing but notes: %s', (_, card) => {
    expect(findingsIn(card).filter(({ severity }) => severity !== 'note')).toEqual([]);
  });

  it('may name the place of most of the work, which is not that of each row', () => {
    const card = (region: string): string =>
      `# M\n\n## Environmental Impact\n\n| Phase | Emissions, t CO2e | Energy, MWh |\n|---|---|---|\n| Training | 440 | 840 |\n| Others | 10 | 170 |\n\n- **Compute Region:** ${region}\n`;
    const idsIn = (text: string) => findingsIn(text).flatMap(({ id, severity }) => (severity === 'note' ? [] : [id]));
    expect(idsIn(card('Google Cloud us-central1'))).toEqual(['implied-intensity']);
    expect(idsIn(card('Google Cloud us-central1 (mostly)'))).toEqual([]);
  });

  it('may list some of the models that a total is of', () => {
    const rows = [
      ['A 7B', '184320', '400', '31.22'],
      ['A 13B', '368640', '400', '62.44'],
      ['A 70B', '1720320', '400', '291.42'],
      ['Total', '3311616', '', '539.00'],
    ];
    const header = '| | Time (GPU hours) | Power consumption (W) | Carbon emitted (tCO<sub>2</sub>eq) |';
    const text = `# A\n\n${header}\n|---|---|---|---|\n${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
    expect(findingsIn(text).map(({ id, severity }) => `${severity} ${id}`)).toEqual(expect.arrayContaining(['note total-is-not-the-sum']));
    expect(findingsIn(text).every(({ severity }) => severity === 'note')).toBe(true);
  });

  it('may have their table as HTML', () => {
    const cells = (tag: string, ...texts: string[]): string => `<tr>${texts.map((text) => `<${tag}>${text}</${tag}>`).join('')}</tr>`;
    const table = (grams: string): string =>
      `# A\n\n<table>\n${cells('th', '', 'Time (GPU hours)', 'Power (W)', 'Carbon emitted (tCO2eq)')}\n${cells('td', '8B', '1.3M', '700', grams)}\n</table>\n`;
    expect(findingsIn(table('390')).filter(({ severity }) => severity !== 'note')).toEqual([]);
    expect(findingsIn(table('0.39')).filter(({ severity }) => severity !== 'note')).toMatchObject([{ id: 'implied-intensity', line: 5 }]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditFiles } from '../../../src/verbs/audit.js';
import { made } from '../made.js';
import { findingsIn, idsInAssessment, section } from './asked.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-audit-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `audit` finds in a manifest. */
async function auditOf(text: string): Promise<readonly string[]> {
  const file = join(folder, 'carboncard.yaml');
  writeFileSync(file, `model: M\n${text}\nlocation: FR\nyear: 2022\n`);
  const files = await auditFiles([file]);
  return files.flatMap(({ findings }) => findings).map(({ severity, id, line }) => `${severity}[${id}] line ${line}`);
}

describe('the audit of a manifest', () => {
  it.each([
    ['GPT-3 at the node', 'hardware: 8 x V100\nduration: 24 h\npower: { value: 330 W, boundary: node }'],
    ['MLCA with processors and memory', 'hardware: 8 x A100\nduration: 24 h\npower: { value: 424 W, boundary: components }'],
    ['an endpoint', 'hardware: 2 x L4\nduration: 1 year\naccelerator_hours: 1051\nreserved_hours: 17520'],
    ['the power of 8', 'hardware: 8 x P100\nduration: 24 h\npower: { value: 1515 W, for: 8 accelerators }'],
    ['defaults alone', 'hardware: 8 x A100\nduration: 24 h'],
  ])('finds nothing: %s', async (_, text) => {
    expect(await auditOf(text)).toEqual([]);
  });

  it.each([
    [
      'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerators: 1\nduration: 1 h',
      'error[power-above-limit] line 2',
    ],
    [
      'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerator_hours: 1 h',
      'error[power-above-limit] line 2',
    ],
    ['hardware: 64 x V100\nduration: 24 h\npower: 12041.51 W', 'error[power-above-limit] line 4'],
    ['hardware: 8 x P100\nduration: 24 h\npower: 1515 W', 'warning[power-above-limit] line 4'],
    ['hardware: H100\naccelerator_hours: 4032\nenergy: { value: 20 kWh, boundary: node }', 'warning[power-below-idle] line 4'],
    ['hardware: 8 x A100\nduration: 24 h\nload: 6 %', 'warning[power-below-idle] line 4'],
    ['hardware: 8 x H100\nduration: 24 h\npue: 2.5', 'warning[pue-above-two] line 4'],
    ['hardware: 8 x H100\nduration: 24 h\npue: 12', 'error[pue-above-two] line 4'],
    ['hardware: 8 x L4\nduration: 10 h\naccelerator_hours: 10', 'error[gpu-hours-as-hours] line 4'],
  ])('finds %s', async (text, found) => {
    expect(await auditOf(text)).toEqual([found]);
  });
});

describe("a site's PUE in several phases", () => {
  it.each([
    ['2.5', 'warning[pue-above-two] line 2'],
    ['12', 'error[pue-above-two] line 2'],
  ])('of %s is found once', async (pue, found) => {
    const phases = ['training', 'evaluation'].map((phase) => `  - { phase: ${phase}, hardware: 8 x A100, duration: 24 h }`);
    expect(await auditOf(`pue: ${pue}\nphases:\n${phases.join('\n')}`)).toEqual([found]);
  });
});

describe('the audit of an assessment', () => {
  const phase = (power: string) =>
    made(`{ phase: training, hardware: 8 x V100, duration: 24 h, power: ${power}, site: { grid: { intensity: 100 g/kWh } } }`);

  it('goes by the boundary of the power', () => {
    expect(idsInAssessment(phase('{ value: 600 W, boundary: node }'))).not.toContain('power-above-limit');
    expect(idsInAssessment(phase('{ value: 600 W, boundary: accelerator }'))).toContain('power-above-limit');
  });
});

describe('a power in a text', () => {
  it.each(['B200', 'H100', 'B300', 'GB300', 'H20', 'H800', 'MI300X', 'Gaudi 2'])('is found for every device of the tables: %s', (name) => {
    const [found, ...others] = findingsIn(section(`We trained on 8 ${name} GPUs, 1800 W each.`)).filter(
      ({ id }) => id === 'power-above-limit',
    );
    expect(found?.message).toMatch(/^1800 W is more than the limit of one (?:NVIDIA|AMD|Intel) /);
    expect(others).toEqual([]);
  });

  it('of 1.1 times the limit passes, as in a manifest', () => {
    expect(findingsIn(section('We trained on 8 A100 PCIe 40GB, 275 W each.')).map(({ id }) => id)).not.toContain('power-above-limit');
  });

  it('names devices with the article that they are read with', () => {
    const text = section('- **Hardware Type:** A100 PCIe 40GB\n- **Power:** 400 W\n- GPU hours: 10\n- Energy: 90 kWh');
    expect(JSON.stringify(findingsIn(text))).not.toMatch(/\ba (?:NVIDIA|AMD|Intel|Apple|AWS)/);
  });
});

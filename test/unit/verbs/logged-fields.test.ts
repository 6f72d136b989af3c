import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/formulas/expression.js';
import { initManifest } from '../../../src/verbs/init.js';
import { resolveText } from '../../../src/verbs/shared/read-manifests.js';
import { type Changes, emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-fields-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The phase of a manifest that reads a log, and the draft of that log. */
async function read(log: string, text: string, manifest = '') {
  writeFileSync(join(folder, log), text);
  const resolved = await resolveText(`model: M\nfrom: ${log}\n${manifest}`, join(folder, 'carboncard.yaml'));
  const { text: draft, diagnostics } = await initManifest([join(folder, log)], { out: '-' });
  const [phase] = resolved.phases;
  if (phase === undefined) throw new Error(JSON.stringify(resolved.diagnostics));
  return { phase, draft, found: diagnostics.map(({ id }) => id), ids: resolved.diagnostics.map(({ id }) => id) };
}

const latest = versions['3.3.0'] ?? '';
const codecarbon = (changes: Changes, manifest?: string) => read('emissions.csv', emissionsCsv(latest, [changes]), manifest);
const sacct = (gres: string) =>
  `JobID|JobName|State|Start|End|Elapsed|AllocTRES|ConsumedEnergyRaw\n1|a|COMPLETED|2024-01-01T00:00:00|2024-01-02T00:00:00|1-00:00:00|cpu=64,${gres},node=2|\n`;
const france = 'location: FR\nyear: 2024\n';
const boamps = (more: string, card = '') =>
  `{ "measures": [{ "measurementMethod": "nvidia-smi", "powerConsumption": 0.2, "measurementDuration": 3600${more} }],
  "infrastructure": { "components": [{ "componentType": "gpu", "componentName": "NVIDIA H100 80GB HBM3", "nbComponent": 1${card} }] }, "quality": "medium" }`;

describe('water of a log', () => {
  it('is that of the phase', async () => {
    const { phase, draft } = await codecarbon({ wue: '1.8' });
    expect(phase.wue).toMatchObject({ value: 1.8, unit: 'L/kWh' });
    expect(draft).toContain('wue: { value: 1.8 L/kWh');
  });

  it('is replaced by what the manifest says, of the phase or of its site', async () => {
    expect((await codecarbon({ wue: '1.8' }, 'wue: 0.5 L/kWh\n')).phase.wue).toMatchObject({ value: 0.5 });
    expect((await codecarbon({ wue: '1.8' }, 'site: { location: FR, wue: 0.4 L/kWh }\n')).phase.wue).toMatchObject({ value: 0.4 });
  });

  it('is looked up where it was not set', async () => {
    const { phase, draft } = await codecarbon({ wue: '0.0' });
    expect(phase.wue?.value).not.toBe(0);
    expect(draft).not.toContain('wue:');
  });
});

describe('the country of a log', () => {
  it.each([
    ['Sweden', 'SWI', 'Sweden', 'country-code'],
    ['France', 'DEU', 'Germany', 'country-contradicts'],
    ['France', '', 'France', undefined],
  ])('of the name %s and the code %j is %s', async (country_name, country_iso_code, country, id) => {
    const { phase, found, ids } = await codecarbon({ country_name, country_iso_code, region: '' });
    expect(phase.facts.place?.label).toContain(country);
    if (id !== undefined) for (const all of [found, ids]) expect(all).toContain(id);
  });
});

describe('parts of devices in a log', () => {
  it('are modules where a scheduler counts dies: 16 of an MI250 are 8', async () => {
    const { phase, draft, ids } = await read('sacct.txt', sacct('gres/gpu:mi250=16,gres/gpu=16'), france);
    expect(phase.facts.accelerators?.value).toBe(8);
    expect(draft).toContain('accelerators: 8');
    expect(ids).toContain('dies-counted');
  });

  it.each([
    ['gres/gpu:a100_1g.5gb=2', 'gres/gpu:a100_7g.40gb=2', 7],
    ['gres/gpu:nvidia_a100-sxm4-40gb_2g.10gb=2', 'gres/gpu:nvidia_a100-sxm4-40gb=2', 3.5],
  ])('are shares of a card: power and embodied emissions of %s × %s', async (slice, whole, times) => {
    const [one, all] = [await read('a.txt', sacct(slice), france), await read('b.txt', sacct(whole), france)];
    const figures = ({ phase }: typeof one) => {
      const { embodied, work } = phase;
      if (embodied === undefined || !('parts' in embodied) || work === undefined) throw new Error('nothing is counted');
      const device = embodied.parts.find(({ name }) => name === 'accelerators');
      return [device === undefined ? Number.NaN : evaluate(device.emissions), evaluate(work.energy)];
    };
    const [part, card] = [figures(one), figures(all)];
    for (const at of [0, 1]) expect((card[at] ?? Number.NaN) / (part[at] ?? Number.NaN)).toBeCloseTo(times, 6);
  });

  it('are a share of a card in BoAmps: 0.25 of an H100 for 1 h is 0.25 h', async () => {
    const { phase, draft } = await read('report.json', boamps('', ', "share": 0.25'), france);
    expect(phase.facts.acceleratorHours && evaluate(phase.facts.acceleratorHours)).toBe(0.25);
    expect(draft).toContain('accelerators: 0.25');
  });
});

describe('calibration and quality of BoAmps', () => {
  const calibrated = ', "powerCalibrationMeasurement": 0.01, "durationCalibrationMeasurement": 600';

  it('are the baseline of the machine, 60 W × 1 h, and the range of the energy', async () => {
    const { phase, draft } = await read('report.json', boamps(calibrated), france);
    expect(phase.baseline && evaluate(phase.baseline.energy)).toBeCloseTo(0.06, 12);
    expect(draft).toContain('idle: { value: 60 W');
    expect(draft).toContain('value: 0.2 kWh, low: 0.15 kWh, high: 0.25 kWh');
  });

  it('are replaced by a host of the manifest', async () => {
    const { phase } = await read('report.json', boamps(calibrated), `${france}host: 50 W\n`);
    expect(phase.baseline).toBeUndefined();
  });
});

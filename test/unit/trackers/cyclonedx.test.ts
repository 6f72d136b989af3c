import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { initManifest } from '../../../src/verbs/init.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-cyclonedx-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;

/** A file that no other test has. */
function fileOf(text: string, ending: string): string {
  files += 1;
  const file = join(folder, `file-${files}.${ending}`);
  writeFileSync(file, text);
  return file;
}

/** What `init` makes of a BOM, and what is left to remark. */
async function drafted(bom: object, place?: string) {
  return initManifest([fileOf(JSON.stringify(bom, undefined, 2), 'json')], { out: '-', place, year: '2024' });
}

function bomWith(energyConsumptions: unknown, more: object = {}) {
  const modelCard = { considerations: { environmentalConsiderations: { energyConsumptions } } };
  return { bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'machine-learning-model', name: 'wren', modelCard }], ...more };
}

const energy = (value: unknown, unit = 'kWh') => ({ activityEnergyCost: { value, unit } });
const co2 = (value: unknown, unit = 'tCO2eq') => ({ co2CostEquivalent: { value, unit } });

async function assessmentOf(text: string) {
  return (await assessFile(fileOf(text, 'yaml'))).assessment;
}

describe('a BOM of somebody else', () => {
  const others = JSON.parse(readFileSync('fixtures/trackers/cyclonedx/others.json', 'utf8')) as object;

  it('gives phases by activity, the model by its purl, and asks for the place', async () => {
    const { text, logs } = await drafted(others);
    expect(logs.map(({ runs }) => runs)).toEqual([3]);
    expect(text).toContain('model: { id: example/wren-7b, name: "wren-7b" }');
    expect([...text.matchAll(/- phase: (\w+)/g)].map(([, kind]) => kind)).toEqual(['data', 'training', 'evaluation']);
    expect(text).toContain('energy: { value: 2500 kWh, basis: declared');
    expect(text).toContain('reported: { value: 250 kgCO2e');
    // 0.25 t ÷ 2500 kWh
    expect(text).toContain('intensity: { value: 100 gCO2e/kWh');
    expect(text).toMatch(/# where was it\?/);
    // Emissions beside an energy of 0, which was not measured.
    expect(text).toContain('emissions: { value: 4 kgCO2e');
  });

  it('is calculated with the intensity that it implies, once the question is left as it is', async () => {
    const { text } = await drafted(bomWith([{ activity: 'training', ...energy(2500), ...co2(0.25) }]));
    const bounded = text.replace('basis: declared', 'boundary: facility, basis: declared').replace(/^ +# boundary: .*\n/m, '');
    const { totals } = await assessmentOf(bounded.replace('    site:', '    system_boundary: [dynamic, overhead]\n    site:'));
    expect(totals.development?.emissions.value).toBeCloseTo(250, 9);
  });

  it('with energy alone takes the grid of the place that a person gives', async () => {
    const { text } = await drafted(bomWith([{ activity: 'fine-tuning', ...energy(12.5) }]), 'France');
    expect(text).toContain('- phase: finetuning');
    expect(text).toContain('energy: { value: 12.5 kWh');
    expect(text).toContain('location: France');
    expect(text).not.toContain('reported');
  });

  it('with emissions alone is a published total', async () => {
    const { text, diagnostics } = await drafted(bomWith([{ activity: 'training', ...co2(8930) }]));
    expect(text).toContain('emissions: { value: 8930000 kgCO2e');
    expect(diagnostics.map(({ id }) => id)).toContain('bom-no-energy');
  });

  it('keeps apart what has one kind of phase here and two activities there', async () => {
    const { text } = await drafted(
      bomWith([
        { activity: 'deployment', ...energy(1) },
        { activity: 'inference', ...energy(2) },
      ]),
      'France',
    );
    expect([...text.matchAll(/- phase: deployment.*\n(?: {4}name: (.+)\n)?/g)].map(([, name]) => name)).toEqual([
      'deployment',
      expect.anything(),
    ]);
  });

  it('in other units is converted, with a note; an unknown unit is left out', async () => {
    const { text, diagnostics } = await drafted(bomWith([{ activity: 'training', ...energy(2, 'MWh'), ...co2(300, 'kgCO2eq') }]), 'France');
    expect(text).toContain('energy: { value: 2000 kWh');
    expect(text).toContain('reported: { value: 300 kgCO2e');
    expect(diagnostics.filter(({ id }) => id === 'bom-other-unit')).toHaveLength(2);
    const unknown = await drafted(bomWith([{ activity: 'training', ...energy(2, 'horses'), ...co2(1) }]));
    expect(unknown.diagnostics.map(({ id }) => id)).toContain('bom-unit');
  });

  it('of an activity that says nothing is a question', async () => {
    const { text } = await drafted(bomWith([{ activity: 'other', ...energy(2) }]), 'France');
    expect(text).toMatch(/- phase: training {2}# or data, .*\?/);
  });

  it('with several models says so, and names them in the phases', async () => {
    const one = (name: string) => ({ ...bomWith([{ activity: 'training', ...energy(2) }]).components[0], name });
    const { text, diagnostics } = await drafted({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [one('a'), one('b')] }, 'France');
    expect(diagnostics.map(({ id }) => id)).toContain('bom-several-models');
    expect([...text.matchAll(/^ {4}name: (\w)/gm)].map(([, name]) => name)).toEqual(['a', 'b']);
  });
});

it.each([
  ['bom-version', bomWith([{ activity: 'training', ...energy(1) }], { specVersion: '1.5' })],
  ['bom-no-consumptions', { bomFormat: 'CycloneDX', specVersion: '1.6' }],
  ['bom-no-consumptions', bomWith([])],
  ['bom-no-consumptions', bomWith([{ activity: 'training', ...energy(0) }])],
])('is refused with %s', async (id, bom) => {
  const fault = await drafted(bom).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(InputError);
  expect((fault as InputError).diagnostics.map((one) => one.id)).toContain(id);
});

it('what carboncard wrote has no question but those that a BOM has no field for', async () => {
  const { text } = await initManifest(['fixtures/trackers/cyclonedx/carboncard.json'], { out: '-' });
  expect(text).toContain('model: { id: bigscience/bloom, name: "BLOOM" }');
  expect(text).toContain('location: France');
  expect(text).toContain('grid: { intensity: { value: 57 gCO2e/kWh');
  expect(text).toContain('embodied: { value: 11211.4530173 kgCO2e');
  expect(text).not.toContain('where was it');
});

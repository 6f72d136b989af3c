import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../../src/diagnostics/diagnostic.js';
import { renderManifests } from '../../../../src/verbs/render.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { rendered, written } from './rendered.js';

// Made once: to compile a schema takes a second.
const validators = {
  '1.6': new Validation.JsonStrictValidator(Spec.Version.v1dot6),
  '1.7': new Validation.JsonStrictValidator(Spec.Version.v1dot7),
};
const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
const file = 'bom.json';

async function merge(text: string, component?: string) {
  return rendered('cyclonedx', assessment, { cyclonedx: { bom: { file, text }, component } });
}

/** A BOM with a library, and the model in it. */
function bomWith(model: object, specVersion = '1.6'): object {
  return {
    bomFormat: 'CycloneDX',
    specVersion,
    serialNumber: 'urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79',
    version: 3,
    components: [
      { 'type': 'library', 'bom-ref': 'torch', 'name': 'torch', 'version': '2.0' },
      { 'type': 'machine-learning-model', 'bom-ref': 'm-1', 'name': 'bloom', 'group': 'bigscience', ...model },
    ],
    dependencies: [{ ref: 'torch' }],
  };
}

const foreign = {
  activity: 'data-collection',
  energyProviders: [{ organization: { name: 'EDF' }, energySource: 'nuclear', energyProvided: { value: 12, unit: 'kWh' } }],
  activityEnergyCost: { value: 12, unit: 'kWh' },
};

/** What is below a key of each level, or nothing. */
function below(value: unknown, ...keys: readonly (string | number)[]): unknown {
  return keys.reduce<unknown>((inner, key) => (inner as Readonly<Record<string | number, unknown>> | undefined)?.[key], value);
}

const environmentKeys = ['components', 1, 'modelCard', 'considerations', 'environmentalConsiderations'] as const;

describe('a merged BOM', () => {
  it('has what a BOM of its own has, in the component of the model', async () => {
    const alone = await rendered('cyclonedx', assessment);
    const merged = await merge(JSON.stringify(bomWith({}), undefined, 2));
    const own = below(alone.json, 'components', 0, 'modelCard', 'considerations', 'environmentalConsiderations');
    expect(below(merged.json, ...environmentKeys)).toEqual(own);
    expect(await validators['1.6'].validate(merged.text)).toBeNull();
  });

  it('keeps every other byte, and replaces what an earlier merge wrote', async () => {
    const layouts = fc.record({
      step: fc.constantFrom(undefined, 1, 2, 4, '\t'),
      lineBreak: fc.constantFrom('\n', '\r\n'),
      end: fc.constantFrom('', '\n'),
      start: fc.constantFrom('', '\uFEFF'),
      card: fc.constantFrom(
        {},
        { modelCard: {} },
        { modelCard: { modelParameters: { task: 'text "generation"' } } },
        { modelCard: { considerations: { users: ['a, b'] } }, purl: 'pkg:huggingface/bigscience/bloom@abc' },
        { modelCard: { considerations: { environmentalConsiderations: {} } } },
        { modelCard: { considerations: { environmentalConsiderations: { energyConsumptions: [foreign] } } } },
        { modelCard: { considerations: { environmentalConsiderations: { properties: [{ name: 'x', value: '1' }] } } }, tags: ['ml'] },
      ),
      version: fc.constantFrom('1.6', '1.7') as fc.Arbitrary<'1.6' | '1.7'>,
    });
    await fc.assert(
      fc.asyncProperty(layouts, async ({ step, lineBreak, end, start, card, version }) => {
        const before = bomWith(card, version);
        const text = `${start}${JSON.stringify(before, undefined, step).replaceAll('\n', lineBreak)}${end}`;
        const once = await renderedText(text);
        expect(await renderedText(once)).toBe(once);
        expect(await validators[version].validate(once.replace(/^\uFEFF/, ''))).toBeNull();
        // Without what is ours, it is what it was.
        expect(withoutOurs(JSON.parse(once.replace(/^\uFEFF/, '')))).toEqual(withoutOurs(before));
        // All that was there is there, in one piece before the figures and one behind them.
        const [head, tail] = [commonStart(text, once), commonStart(reversed(text), reversed(once))];
        expect(head + tail).toBeGreaterThanOrEqual(text.length - (JSON.stringify(card).length + 20 * 12));
        expect(once.includes('\r\n')).toBe(text.includes('\r\n'));
      }),
      { numRuns: 40, seed: 20 },
    );
  }, 60_000);

  it('keeps what others state, with a warning where it may be the same energy', async () => {
    const training = { ...foreign, activity: 'training' };
    const card = { modelCard: { considerations: { environmentalConsiderations: { energyConsumptions: [foreign, training] } } } };
    const { json, messages } = await merge(JSON.stringify(bomWith(card)));
    const activities = (below(json, ...environmentKeys, 'energyConsumptions') as readonly { activity: string }[]).map(
      ({ activity }) => activity,
    );
    expect(activities).toEqual(['data-collection', 'training', 'training', 'inference']);
    expect(messages.find(({ id }) => id === 'cyclonedx-other-consumptions')?.message).toContain('training');
  });

  it('has numbers of others as they are written', async () => {
    const text = JSON.stringify(
      bomWith({ modelCard: { considerations: { environmentalConsiderations: { energyConsumptions: [foreign] } } } }),
    );
    const exact = text.replaceAll('"value":12,', '"value":12.000000000000000000001e0,');
    expect((await merge(exact)).text).toContain('"activityEnergyCost":{"value":12.000000000000000000001e0,"unit":"kWh"}');
  });
});

describe('the component of the model', () => {
  const model = (more: object) => ({ type: 'machine-learning-model', name: 'other', ...more });
  const bom = (...components: readonly object[]) => JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });

  it.each([
    ['its name', model({ name: 'BLOOM' }), undefined],
    ['its id as name', model({ name: 'bigscience/bloom' }), undefined],
    ['its group and name', model({ group: 'bigscience', name: 'bloom' }), undefined],
    ['its purl, whatever the version', model({ purl: 'pkg:huggingface/bigscience/bloom@0123abc' }), undefined],
    ['the name in the manifest', model({ name: 'mine' }), 'mine'],
    ['the bom-ref in the manifest', model({ 'bom-ref': 'ref-7' }), 'ref-7'],
    ['the purl in the manifest', model({ purl: 'pkg:generic/mine' }), 'pkg:generic/mine'],
  ])('is found by %s', async (_, one, component) => {
    const { json } = await merge(bom(model({}), one), component);
    expect(below(json, ...environmentKeys, 'energyConsumptions')).toHaveLength(2);
  });

  it('is found inside another component, and as the one that the BOM is of', async () => {
    const nested = await merge(bom({ type: 'application', name: 'app', components: [model({ name: 'BLOOM' })] }));
    expect(below(nested.json, 'components', 0, 'components', 0, 'modelCard')).toBeDefined();
    const main = await merge(
      JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', metadata: { component: model({ name: 'BLOOM' }) } }),
    );
    expect(below(main.json, 'metadata', 'component', 'modelCard')).toBeDefined();
  });

  it.each([
    ['bom-no-component', bom(model({})), undefined],
    ['bom-no-component', bom(model({ name: 'BLOOM' })), 'elsewhere'],
    ['bom-several-components', bom(model({ 'name': 'BLOOM', 'bom-ref': 'a' }), model({ 'name': 'BLOOM', 'bom-ref': 'b' })), undefined],
    ['bom-not-a-model', bom({ type: 'library', name: 'BLOOM' }), undefined],
    ['bom-is-xml', '<?xml version="1.0"?><bom xmlns="http://cyclonedx.org/schema/bom/1.6"/>', undefined],
    ['bom-not-json', '{ "bomFormat": ', undefined],
    ['bom-not-cyclonedx', JSON.stringify({ spdxVersion: 'SPDX-2.3' }), undefined],
    ['bom-too-old', JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.5' }), undefined],
    ['bom-no-version', JSON.stringify({ bomFormat: 'CycloneDX' }), undefined],
  ])('is refused with %s', async (id, text, component) => {
    const fault = await merge(text, component).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(InputError);
    const { diagnostics } = fault as InputError;
    expect(diagnostics.map((one) => [one.id, one.file])).toEqual([[id, file]]);
    expect(diagnostics[0]?.expected).toBeTruthy();
  });
});

it('of a missing or an XML BOM names what is expected, at the manifest; a byte order mark stays', async () => {
  const { cyclonedxOptions } = await import('../../../../src/verbs/shared/cyclonedx-options.js');
  const bom = written('\uFEFF{ "bomFormat": "CycloneDX" }', 'own.json');
  const of = (merge: string) =>
    cyclonedxOptions({ cyclonedx: { merge }, file: `${bom}.yaml`, positionOf: () => ({ line: 7, column: 3 }) } as never);
  await expect(of('none.json')).rejects.toMatchObject({ diagnostics: [{ line: 7, expected: 'a CycloneDX BOM in JSON' }] });
  expect((await of('own.json'))?.bom).toMatchObject({ text: expect.stringMatching(/^\uFEFF/), at: { file: `${bom}.yaml`, line: 7 } });
});

it('is merged into the BOM that the manifest names, from its folder', async () => {
  const bom = written(JSON.stringify(bomWith({}), undefined, 2), 'bom.json');
  const folder = bom.slice(0, -'/bom.json'.length);
  const { writeFileSync, readFileSync } = await import('node:fs');
  const manifest = {
    model: { id: 'bigscience/bloom' },
    location: 'France',
    year: 2023,
    energy: '100 kWh',
    output: { cyclonedx: { merge: 'bom.json' } },
  };
  writeFileSync(`${folder}/carboncard.json`, JSON.stringify(manifest));
  const reports = await renderManifests([`${folder}/carboncard.json`], { outDir: `${folder}/reports`, formats: ['cyclonedx'] });
  expect(reports).toBeDefined();
  const merged: unknown = JSON.parse(readFileSync(`${folder}/reports/bloom/cyclonedx.json`, 'utf8'));
  expect(below(merged, 'components', 0, 'name')).toBe('torch');
  expect(below(merged, ...environmentKeys, 'energyConsumptions', 0, 'activity')).toBe('training');
});

async function renderedText(text: string): Promise<string> {
  const { cyclonedx } = await import('../../../../src/outputs/cyclonedx/cyclonedx.js');
  const files = cyclonedx.render(assessment, { cyclonedx: { bom: { file, text } }, report: () => undefined } as never);
  return String(files.get('cyclonedx.json'));
}

/** A BOM without what carboncard wrote, and without what is empty then. */
function withoutOurs(value: unknown): unknown {
  const isOurs = (entry: unknown): boolean => JSON.stringify(entry).includes('"carboncard:');
  if (Array.isArray(value))
    return value.filter((entry) => !isOurs(entry) || 'components' in Object(entry) || 'modelCard' in Object(entry)).map(withoutOurs);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, withoutOurs(inner)] as const);
  return Object.fromEntries(entries.filter(([, inner]) => typeof inner !== 'object' || inner === null || Object.keys(inner).length > 0));
}

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function reversed(text: string): string {
  return [...text].reverse().join('');
}

import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activities, activityOf, cyclonedxVersions, energySources } from '../../../../src/assessment/bom/activities.js';
import { phaseKinds } from '../../../../src/assessment/ids.js';
import { assessFile } from '../../../../src/verbs/shared/assess.js';
import { assessed, fixtures, rendered } from './rendered.js';

const validator = {
  '1.6': new Validation.JsonStrictValidator(Spec.Version.v1dot6),
  '1.7': new Validation.JsonStrictValidator(Spec.Version.v1dot7),
};

interface Bom {
  readonly components: readonly {
    readonly modelCard: {
      readonly considerations: {
        readonly environmentalConsiderations: {
          readonly energyConsumptions: readonly {
            readonly activity: string;
            readonly activityEnergyCost: object;
            readonly co2CostEquivalent: object;
            readonly energyProviders: readonly object[];
            readonly properties: readonly { readonly name: string; readonly value: string }[];
          }[];
          readonly properties: readonly { readonly name: string; readonly value: string }[];
        };
      };
    };
  }[];
}

function environmentOf(json: unknown) {
  const [component] = (json as Bom).components;
  if (component === undefined) throw new TypeError('The BOM has no component.');
  return component.modelCard.considerations.environmentalConsiderations;
}

const phase = (more: object) => ({ phase: 'training', location: 'France', year: 2024, energy: '120 kWh', ...more });

describe.each(cyclonedxVersions)('CycloneDX %s', (version) => {
  it.each(fixtures)('has %s as a BOM that its strict schema accepts', async (file) => {
    const { assessment } = await assessFile(file);
    const { text, json } = await rendered('cyclonedx', assessment, { cyclonedx: { version } });
    expect(await validator[version].validate(text)).toBeNull();
    expect(json).toMatchObject({ bomFormat: 'CycloneDX', specVersion: version });
    expect((await rendered('cyclonedx', assessment, { cyclonedx: { version } })).text).toBe(text);
  });

  it('accepts whatever a model, its parts and its sources are called', async () => {
    const words = fc.oneof(
      fc.string({ minLength: 1, unit: 'grapheme' }),
      fc.constantFrom('"', '\\', '{{x}}', '</script>', 'a\nb', '\u202Eabc', 'carboncard:x', '🤗'),
    );
    await fc.assert(
      fc.asyncProperty(words, words, words, words, async (name, own, cite, url) => {
        const manifest = {
          model: { name, slug: 'm', url, version: own, supplier: cite },
          report: { authors: [own], date: '2026-01-02' },
          grid: { intensity: '57 g/kWh', provider: name, energy_source: 'wind' },
          phases: [phase({ name: own, energy: { value: '2 kWh', cite } })],
        };
        const { text } = await rendered('cyclonedx', await assessed(manifest), { cyclonedx: { version } });
        expect(await validator[version].validate(text)).toBeNull();
      }),
      { numRuns: 25, seed: 16 },
    );
  });
});

describe('a consumption', () => {
  it('has energy in kWh and the emissions of that energy in tonnes', async () => {
    const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
    const { energyConsumptions, properties } = environmentOf((await rendered('cyclonedx', assessment)).json);
    const [training, inference] = energyConsumptions;
    // 689,842 kWh × 57 g/kWh = 39.32 t; 914 kWh × 394 g/kWh = 0.360 t
    expect(training).toMatchObject({
      activity: 'training',
      activityEnergyCost: { value: 689842.067708333, unit: 'kWh' },
      co2CostEquivalent: { value: 39.320997859375, unit: 'tCO2eq' },
    });
    expect(inference).toMatchObject({
      activity: 'inference',
      activityEnergyCost: { value: 914, unit: 'kWh' },
      co2CostEquivalent: { value: 0.360116, unit: 'tCO2eq' },
    });
    expect(training?.properties).toContainEqual({ name: 'carboncard:emissions:embodied', value: '11.21145301728 tCO2eq' });
    expect(properties).toContainEqual({ name: 'carboncard:total:development', value: '50.532450876655 tCO2eq' });
  });

  it.each(phaseKinds)('of %s has an activity that the schema knows', async (kind) => {
    const more = kind === 'deployment' ? { duration: '1 day' } : {};
    const { json } = await rendered('cyclonedx', await assessed({ model: 'm', phases: [phase({ phase: kind, ...more })] }));
    expect(environmentOf(json).energyConsumptions.map(({ activity }) => activity)).toEqual([activityOf[kind]]);
    expect(activities).toContain(activityOf[kind]);
  });

  it('has the provider and source that the manifest gives, else unknown with a note of the key', async () => {
    const given = { intensity: '20 g/kWh', provider: 'Hydro-Québec', energy_source: 'hydropower' };
    const known = await rendered('cyclonedx', await assessed({ model: 'm', phases: [phase({ location: 'Quebec', grid: given })] }));
    const providers = (json: unknown) => environmentOf(json).energyConsumptions[0]?.energyProviders[0];
    expect(providers(known.json)).toMatchObject({ organization: { name: 'Hydro-Québec' }, energySource: 'hydropower' });
    expect(known.messages).toEqual([]);
    const open = await rendered('cyclonedx', await assessed({ model: 'm', phases: [phase({})] }));
    expect(providers(open.json)).toMatchObject({ organization: { name: 'unknown' }, energySource: 'unknown' });
    expect(open.messages.map(({ id, severity }) => [id, severity])).toEqual([['cyclonedx-no-provider', 'note']]);
    expect(open.messages[0]?.expected).toContain('energy_source');
    expect(energySources).toContain('hydropower');
  });

  it('is location-based where it was calculated from a grid; a total as published is labelled by neither', async () => {
    const labelled = (properties: readonly { readonly name: string; readonly value: string }[]) =>
      properties.filter(({ name }) => name === 'carboncard:electricity').map(({ value }) => value);
    const published = { phase: 'training', emissions: '8930 t' };
    const { json } = await rendered('cyclonedx', await assessed({ model: 'M', phases: [published, phase({ phase: 'finetuning' })] }));
    const { energyConsumptions, properties } = environmentOf(json);
    expect(labelled(properties)).toEqual([]);
    expect(energyConsumptions.map((one) => labelled(one.properties))).toEqual([['location-based']]);
    const alone = await rendered('cyclonedx', await assessed({ model: 'M', phases: [published] }));
    expect(alone.text).not.toContain('location-based');
  });

  it('is not written where the energy is not known: never as 0 kWh', async () => {
    const published = { energy: undefined, emissions: { value: '8930 t', boundary: 'facility', cite: 'card' } };
    const { text, json, messages } = await rendered('cyclonedx', await assessed({ model: 'm', phases: [phase(published)] }));
    expect(environmentOf(json).energyConsumptions).toEqual([]);
    expect(environmentOf(json).properties).toContainEqual({
      name: 'carboncard:line-without-energy',
      value: '8930 tCO2eq, training, dynamic, facility',
    });
    expect(messages.map(({ id }) => id)).toEqual(['cyclonedx-no-energy']);
    expect(await validator['1.6'].validate(text)).toBeNull();
  });
});

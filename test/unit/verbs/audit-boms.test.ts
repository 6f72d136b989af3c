import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { fixtures, rendered, written } from '../outputs/bom/rendered.js';

async function findingsOf(text: string) {
  const [audited] = await auditFiles([written(text, 'cyclonedx.json')]);
  return audited?.findings ?? [];
}

/** A BOM of somebody else, with one consumption. */
function bom(consumption: object): string {
  const energyConsumptions = [{ activity: 'training', energyProviders: [], ...consumption }];
  const modelCard = { considerations: { environmentalConsiderations: { energyConsumptions } } };
  const components = [{ type: 'machine-learning-model', name: 'm', modelCard }];
  return JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components }, undefined, 2);
}

const kWh = (value: number) => ({ value, unit: 'kWh' });
const tonnes = (value: number) => ({ value, unit: 'tCO2eq' });

describe('an audit of a BOM', () => {
  it.each(fixtures)('finds nothing wrong in what carboncard writes of %s', async (file) => {
    const { assessment } = await assessFile(file);
    const { text } = await rendered('cyclonedx', assessment);
    const errors = (await findingsOf(text)).filter(({ severity }) => severity === 'error');
    expect(errors).toEqual([]);
  });

  it('finds emissions that are no product of energy and intensity, where they stand', async () => {
    const { assessment } = await assessFile('fixtures/runs/bloom/carboncard.yaml');
    const { text } = await rendered('cyclonedx', assessment);
    const wrong = text.replace('"value": 39.320997859375,', '"value": 393.20997859375,');
    expect(wrong).not.toBe(text);
    const line = wrong.split('\n').findIndex((one) => one.includes('393.2')) + 1;
    const found = await findingsOf(wrong);
    expect(found.filter(({ id }) => id === 'arithmetic').map((one) => one.line)).toEqual([line]);
    expect(found.map(({ id }) => id)).toContain('total-is-not-the-sum');
  });

  it('finds kilograms in the field for tonnes', async () => {
    const found = await findingsOf(bom({ activityEnergyCost: kWh(1000), co2CostEquivalent: tonnes(400) }));
    expect(found.map(({ id }) => id)).toContain('implied-intensity');
    expect(await findingsOf(bom({ activityEnergyCost: kWh(1000), co2CostEquivalent: tonnes(0.4) }))).toEqual([]);
  });

  it('refuses a BOM that is too old, and one in XML', async () => {
    const old = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.4', components: [] });
    await expect(findingsOf(old)).rejects.toMatchObject({ diagnostics: [{ id: 'bom-version' }] });
    const xml = written('<?xml version="1.0"?>\n<bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"/>\n', 'own.xml');
    await expect(auditFiles([xml])).rejects.toMatchObject({
      diagnostics: [{ id: 'bom-is-xml', expected: expect.stringContaining(`cyclonedx convert --input-file ${xml}`) }],
    });
  });

  it('refuses a BOM that states no energy', async () => {
    const silent = JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components: [{ type: 'library', name: 'x' }] });
    await expect(findingsOf(silent)).rejects.toThrow(InputError);
  });
});

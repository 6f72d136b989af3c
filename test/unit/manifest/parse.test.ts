import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { parseManifest } from '../../../src/manifest/parse.js';
import { slugOf } from '../../../src/manifest/slug.js';

const phases =
  'phases: [{ phase: training, site: { location: FR, grid: { intensity: 57 g/kWh } }, energy: { value: 1 MWh, boundary: node } }]';

describe('parseManifest', () => {
  it('reads JSON as it reads YAML', () => {
    const value = {
      model: 'M',
      phases: [{ phase: 'training', site: { grid: { intensity: '57 g/kWh' } }, energy: { value: '1 MWh', boundary: 'node' } }],
    };
    expect(parseManifest(JSON.stringify(value, undefined, '\t')).phases[0]?.energy?.value).toBe(1000);
  });

  it('keeps the range, the citation and the place of a quantity', () => {
    const manifest = parseManifest(
      `model: M\n${phases.replace('57 g/kWh', '{ value: 57 g/kWh, low: 50 g/kWh, high: 65 g/kWh, cite: RTE }')}`,
    );
    const site = manifest.phases[0]?.site;
    expect(typeof site === 'object' && site.grid?.intensity).toMatchObject({
      value: 57,
      low: 50,
      high: 65,
      cite: 'RTE',
      path: 'phases[0].site.grid.intensity',
    });
    expect(manifest.positionOf('phases[0].site.grid.intensity')).toEqual({ line: 2, column: expect.any(Number) });
  });

  it('takes a manifest without phases for one training', () => {
    expect(parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: FR\nyear: 2022').phases).toMatchObject([
      { phase: 'training', duration: { value: 504 } },
    ]);
  });

  it('throws nothing but InputError, whatever the text', () => {
    const attempt = (text: string): void => {
      try {
        parseManifest(text);
      } catch (error) {
        expect(error).toBeInstanceOf(InputError);
      }
    };
    fc.assert(fc.property(fc.string({ unit: 'binary' }), attempt));
    fc.assert(fc.property(fc.json(), (json) => attempt(`{"model": ${json}, "phases": ${json}, "sites": ${json}}`)));
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('energy', 'site', 'hardware', 'pue', 'idle', 'share', 'system_boundary', 'not_counted', 'includes', 'started'),
        (json, key) => attempt(`{"model": "M", "phases": [{"phase": "training", ${JSON.stringify(key)}: ${json}}]}`),
      ),
    );
  });
});

describe('slugOf', () => {
  it.each([
    [{ name: 'LLaMA-65B' }, 'llama-65b'],
    [{ name: 'Modèle Été (v2)' }, 'modele-ete-v2'],
    [{ name: 'X', id: 'bigscience/bloom' }, 'bloom'],
    [{ name: 'X', id: 'a/b', slug: 'c.d_e-1' }, 'c.d_e-1'],
    [{ name: '../../etc/passwd' }, 'etc-passwd'],
  ])('%o → %s', (model, slug) => expect(slugOf(model)).toEqual({ slug }));

  it.each(['../up', 'a/b', '..', '.', '', '.hidden', 'a\\b', 'a b', 'ü', 'x'.repeat(101)])('refuses the slug %j', (slug) => {
    expect(slugOf({ name: 'X', slug })).toHaveProperty('problem.id', 'unsafe-slug');
  });

  it.each(['a/..', '../x', '/x', 'a/'])('refuses the id %j', (id) => {
    expect(slugOf({ name: 'X', id })).toHaveProperty('problem.id', 'unsafe-slug');
  });

  it('never leads out of a folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const found = slugOf({ name });
        expect('problem' in found || /^[a-z0-9][a-z0-9-]*$/.test(found.slug)).toBe(true);
      }),
    );
  });
});

describe('manifestJsonSchema', () => {
  it('describes every key, and quantities by example', () => {
    const schema = JSON.stringify(manifestJsonSchema());
    expect(schema).toContain('"accelerator_hours"');
    expect(schema).toContain('433 kWh');
    expect(schema).toContain('"additionalProperties":false');
  });
});

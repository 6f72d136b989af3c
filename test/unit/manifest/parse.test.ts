import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import { slugOf } from '../../../src/manifest/slug.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const phases =
  'phases: [{ phase: training, site: { location: FR, grid: { intensity: 57 g/kWh } }, energy: { value: 1 MWh, boundary: node } }]';

describe('parseManifest', () => {
  it('reads JSON as it reads YAML', () => {
    const value = {
      model: 'M',
      phases: [{ phase: 'training', site: { grid: { intensity: '57 g/kWh' } }, energy: { value: '1 MWh', boundary: 'node' } }],
    };
    expect(parseManifest(JSON.stringify(value, undefined, '\t')).manifest.phases[0]?.energy?.value).toBe(1000);
  });

  it('keeps the range, the citation and the place of a quantity', () => {
    const { manifest } = parseManifest(
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
    expect(parseManifest('model: M\nhardware: 8 x A100 80GB\nduration: 3 weeks\nlocation: FR\nyear: 2022').manifest.phases).toMatchObject([
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

  it.each(['a/..', '../x', '/x', 'a\\b'])('refuses the id %j', (id) => {
    expect(slugOf({ name: 'X', id })).toHaveProperty('problem.id', 'unsafe-slug');
  });

  it.each(['a/', '百度/文心', 'a/.hidden', 'a/b c'])('asks for a slug where the id %j leaves none', (id) => {
    const found = slugOf({ name: 'X', id });
    expect(found).toHaveProperty('problem.id', 'no-slug');
    expect(found).toHaveProperty('problem.expected', expect.stringContaining('`slug:`'));
  });

  it('names `slug:` as the way out where an id is refused', () => {
    expect(slugOf({ name: 'X', id: '../x' })).toHaveProperty('problem.expected', expect.stringContaining('`slug:`'));
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

describe('a slip in YAML', () => {
  it.each([
    ['model: "abc', 'Invalid YAML: Missing closing quotation mark.', 'Close the text with `"`'],
    ["model: 'abc", 'Invalid YAML: Missing closing quotation mark.', "Close the text with `'`"],
    ['model: [a', 'Invalid YAML: Missing `]`.', 'Close the list with `]`'],
    ['model: { a: 1', 'Invalid YAML: Missing `}`.', 'Close the mapping with `}`'],
    ['model: a: b', 'Invalid YAML: A second `: ` in one line.', 'Put text that contains `: ` in quotation marks'],
    ['model:\n\t- b', 'Invalid YAML: A tab in the indentation.', 'Indent with spaces'],
    ['model: @x', 'Invalid YAML: Text that starts with a special character.', 'Put it in quotation marks'],
  ])('%j: %s', (text, message, expected) => {
    const [fault] = diagnosticsOf(text);
    expect(fault).toMatchObject({ id: 'not-yaml', message, expected, line: expect.any(Number) });
  });
});

describe('what people write', () => {
  const faults = (text: string): readonly string[] => {
    try {
      parseManifest(text);
    } catch (error) {
      if (error instanceof InputError) return error.diagnostics.map(({ id }) => id);
      throw error;
    }
    return [];
  };
  const phase = 'phase: training, energy: { value: 1 MWh, boundary: node }';

  it('tells all errors at once, also where a part is missing that nothing can do without', () => {
    expect(faults(`phases: [{ ${phase}, site: nowhere }]`)).toEqual(['missing-key', 'unknown-site']);
    expect(faults('model: M\nphases: [{ site: nowhere, energy: { value: 1 MWh, boundary: node } }]')).toEqual([
      'missing-key',
      'unknown-site',
    ]);
    expect(faults(`model: M\nreport: { authors: [A, true] }\nphases: [{ ${phase}, site: nowhere }]`)).toEqual([
      'wrong-type',
      'unknown-site',
    ]);
    expect(faults(`model: M\nsystem_boundary: [dynamc]\nphases: [{ ${phase}, site: nowhere }]`)).toEqual(['not-a-choice', 'unknown-site']);
  });

  it('merges mappings, and repeats one as often as it is named', () => {
    const site = 'grid: { intensity: 57 g/kWh }';
    const { manifest: merged } = parseManifest(
      `model: M\nsites: { a: &a { ${site} }, b: { <<: *a, pue: 1.2 } }\nphases: [{ ${phase}, site: b }]`,
    );
    expect(merged.sites['b']).toMatchObject({ pue: { value: 1.2 }, grid: { intensity: { value: 57 } } });
    const phases = Array.from({ length: 300 }, (_, n) => `  - { ${phase}, name: n${n}, site: *a }`).join('\n');
    expect(parseManifest(`model: M\nsites: { a: &a { ${site} } }\nphases:\n${phases}`).manifest.phases).toHaveLength(300);
  });

  it('places merged values where they are written, and own keys where they win', () => {
    const { positionOf, sites } = parseManifest(
      `model: M\nsites: { a: &a { grid: { intensity: 57 g/kWh }, pue: 1.1 }, b: { <<: *a, pue: 1.2 } }\nphases: [{ ${phase}, site: b }]`,
    ).manifest;
    expect(sites['b']).toMatchObject({ pue: { value: 1.2 } });
    expect(positionOf('sites.b.grid.intensity')).toEqual(positionOf('sites.a.grid.intensity'));
    expect(positionOf('sites.b.pue')?.column).toBeGreaterThan(positionOf('sites.a.pue')?.column ?? Infinity);
  });

  it('takes a bare end of a range in the unit of its value', () => {
    const { phases } = parseManifest(
      `model: M\nphases: [{ phase: training, location: FR, energy: { value: 1 MWh, low: 0.9, high: 1.2, boundary: node } }]`,
    ).manifest;
    expect(phases[0]?.energy).toMatchObject({ value: 1000, low: 900, high: 1200 });
  });

  it('takes a whole number for a name, where YAML makes one of it', () => {
    const { manifest } = parseManifest(
      `model: { name: 7, slug: 7 }\nsites: { 1: { grid: { intensity: 57 g/kWh } } }\nphases: [{ ${phase}, site: 1, started: 2022 }]`,
    );
    expect(manifest).toMatchObject({ slug: '7', model: { name: '7' }, phases: [{ site: '1', started: '2022' }] });
  });

  it.each([
    ['model: *x', 'unknown-alias'],
    ['[]', 'not-a-mapping'],
    ['null', 'empty-file'],
    ['{}', 'empty-file'],
    [
      'model: M\nnot_counted: { embodid: x }\nphases: [{ phase: training, location: FR, energy: { value: 1 MWh, boundary: node } }]',
      'not-a-choice',
    ],
    ['model: { id: org/ }\nphases: [{ phase: training, location: FR, energy: { value: 1 MWh, boundary: node } }]', 'no-slug'],
  ])('%j is told apart: %s', (text, id) =>
    expect(faults(text).map((found) => (found === 'unknown-key' ? 'not-a-choice' : found))).toEqual([id]));
});

function diagnosticsOf(text: string): readonly Diagnostic[] {
  try {
    parseManifest(text);
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const folder = 'fixtures/invalid';

function faultsOf(text: string): readonly Diagnostic[] {
  try {
    parseManifest(text, 'manifest.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

describe('invalid manifests', () => {
  for (const file of readdirSync(folder).filter((name) => name !== 'eight-at-once.yaml')) {
    it(`${file} gives the one diagnostic that it is named after, with its place`, () => {
      const faults = faultsOf(readFileSync(`${folder}/${file}`, 'utf8'));
      expect(faults.map(({ id }) => id)).toEqual([file.replace('.yaml', '')]);
      for (const fault of faults) {
        expect(fault).toMatchObject({ severity: 'error', file: 'manifest.yaml' });
        expect(fault.line).toBeGreaterThan(0);
        expect(fault.column).toBeGreaterThan(0);
        expect(fault.message).toMatch(/[.:]$/);
      }
    });
  }

  it('reports eight errors at once, in their order', () => {
    const faults = faultsOf(readFileSync(`${folder}/eight-at-once.yaml`, 'utf8'));
    expect(faults.map(({ id, line, column }) => `${line}:${column} ${id}`)).toMatchInlineSnapshot(`
      [
        "2:32 unknown-key",
        "4:44 wrong-dimension",
        "4:59 pue-below-1",
        "6:64 missing-unit",
        "6:80 above-100-percent",
        "8:30 unknown-site",
        "8:71 negative",
        "9:63 unknown-device",
      ]
    `);
  });

  it('names the nearest key, site and devices', () => {
    const nearest = (file: string): string | undefined => faultsOf(readFileSync(`${folder}/${file}.yaml`, 'utf8'))[0]?.suggestion;
    expect(nearest('unknown-key')).toBe('energy');
    expect(nearest('unknown-site')).toBe('here');
    expect(nearest('unknown-device')).toContain('A100 SXM4 80GB');
  });

  it.each([
    ['missing-unit', 'Missing unit: 433196.'],
    ['unknown-key', 'Unknown key `enrgy`.'],
    ['duplicate-key', 'Duplicate key `model`.'],
    ['pue-below-1', 'Invalid PUE 0.9: below 1.'],
    ['above-100-percent', 'Invalid share 120 %: above 100 %.'],
    ['not-a-choice', 'Unknown value "dynamc".'],
    ['missing-key', 'Missing key `model`.'],
    ['not-a-mapping', 'Invalid manifest: a list.'],
    ['negative', 'Invalid value -433 MWh: negative.'],
    ['range-order', 'Invalid range: the value is outside it.'],
  ])('%s: %s', (file, message) => expect(faultsOf(readFileSync(`${folder}/${file}.yaml`, 'utf8'))[0]?.message).toBe(message));

  const least = 'model: X\nduration: 3 h\nlocation: FR\n';
  it.each([
    ['load: 85', '`85` means 8500 %.', '`85 %`'],
    ['load: 120', 'Invalid share 12000 %: above 100 %.', 'at most 100 %'],
    ['year: 2024-03', '`2024-03` is not a year.', '`2024`'],
    ['year: 1950', '`1950` is not a year from 1990 to 2100.', 'a year from 1990 to 2100, such as `2023`'],
    ['year:2023', 'A space is missing after `year:`.', '`year: …`'],
    [
      'zebra: 3',
      'Unknown key `zebra`.',
      'one of 58 keys, such as model, hardware, duration, location, year; docs/manifest.md has the rest',
    ],
    [
      'phases: [{ phase: training, duration: 3 h, location: FR, hardware:8 x A100 }]',
      'A space is missing after `hardware:`.',
      '`hardware: …`',
    ],
  ])('%s: %s Expected: %s', (line, message, expected) => {
    const text = line.startsWith('phases') ? `model: X\n${line}\n` : `${least}hardware: 8 x A100\n${line}\n`;
    expect(faultsOf(text)).toContainEqual(expect.objectContaining({ message, expected }));
  });

  it('says of a year with two digits which is meant', () => {
    expect(faultsOf(`${least}hardware: 8 x A100\nyear: 22\n`)).toMatchObject([{ message: '`22` is not a year.', suggestion: '2022' }]);
  });

  it.each(['model:X-1B\n', 'model:X-1B\nhardware: 8 x A100\n', 'hardware: 8 x A100\nmodel:X-1B\n'])('%j: a space is missing', (text) => {
    expect(faultsOf(text)).toMatchObject([{ message: 'A space is missing after `model:`.', expected: '`model: …`' }]);
  });

  it('leaves addresses, tabs and other slips of indentation as they are', () => {
    expect(faultsOf('model: X\ncite: see http://a:b\n hardware: 8\n')[0]?.message).toBe('Invalid YAML: Wrong indentation.');
    expect(faultsOf('\tmodel: X\n')[0]?.message).toBe('Invalid YAML: A tab in the indentation.');
  });

  const ofTheirOwn =
    'Give each kind a phase of its own, below `phases:`: `- { phase: training, name: A100, hardware: 8 x A100, duration: … }` and `- { phase: training, name: H100, hardware: 4 x H100, duration: … }`';
  it.each([
    '8 x A100 + 4 x H100',
    '8 x A100, 4 x H100',
    '8 x A100 and 4 x H100',
    '[8 x A100, 4 x H100]',
  ])('hardware: %s: each kind of device needs a phase of its own', (hardware) => {
    expect(faultsOf(`${least}year: 2023\nhardware: ${hardware}\n`)).toMatchObject([
      { id: 'several-devices', message: 'Several kinds of devices in one text: 8 x A100, 4 x H100.', expected: ofTheirOwn },
    ]);
  });

  it('takes neither memory nor one kind twice for several kinds', () => {
    for (const hardware of ['8 x A100 80GB + 64 GB RAM', '8 x A100 80GB + 8 x A100 80GB'])
      expect(faultsOf(`${least}year: 2023\nhardware: ${hardware}\n`)).toMatchObject([{ id: 'unknown-hardware' }]);
  });

  it('gives an example with a unit where one is missing', () => {
    expect(faultsOf(readFileSync(`${folder}/missing-unit.yaml`, 'utf8'))[0]?.expected).toContain('`433196 kWh`');
  });

  const reported = (text: string): readonly string[] => faultsOf(text).map(({ id, path }) => `${id} ${path ?? ''}`.trim());
  const phase = (keys: string): string => `{ phase: training, site: { grid: { intensity: 57 g/kWh } }, ${keys} }`;
  const energy = 'energy: { value: 1 MWh, boundary: node }';

  it('reports all contradictions though the model is missing', () => {
    const text = `phases: [{ phase: training, site: nowhere, ${energy} }, ${phase(`pue: 1.2, overhead: 270 kWh, ${energy}`)}]`;
    expect(reported(text)).toEqual([
      'missing-key model',
      'unknown-site phases[0].site',
      'duplicate-name phases[1]',
      'pue-with-measured-overhead phases[1].overhead',
    ]);
  });

  it('lists the kinds where that of a phase is missing, and finds no duplicate name by its placeholder', () => {
    const text = `model: M\nphases: [{ site: nowhere, ${energy} }, ${phase(energy)}]`;
    expect(reported(text)).toEqual(['missing-key phases[0].phase', 'unknown-site phases[0].site']);
    expect(faultsOf(text)[0]?.expected).toMatch(/^one of .*training/);
  });

  it.each([
    ['system_boundary: [dynamc], ', '', 'not-a-choice phases[0].system_boundary[0]'],
    ['', 'output: { formats: [md, docx] }', 'not-a-choice output.formats[1]'],
    ['', 'sites: { a: { location: { region: R } } }', 'missing-key sites.a.location.country'],
  ])('reports an unknown site beside what cannot be left out alone: %s%s', (inPhase, atTop, fault) => {
    const faults = reported(`model: M\n${atTop}\nphases: [{ phase: training, ${inPhase}site: nowhere, ${energy} }]`);
    expect([...faults].sort()).toEqual([fault, 'unknown-site phases[0].site'].sort());
  });

  it.each([
    ['model: M\nphases: 5', ['wrong-type phases']],
    ['model: M\nphases: [5]', ['wrong-type phases[0]']],
    ['model: { name: [] }\nphases: []', ['wrong-type model.name', 'no-phases phases']],
    ['model: { id: [] }\nphases: []', ['wrong-type model.id', 'no-phases phases']],
  ])('reports nothing about placeholders: %j', (text, expected) => expect(reported(text)).toEqual(expected));

  it('knows the keys of `not_counted`', () => {
    const [fault] = faultsOf(`model: M\nnot_counted: { embodid: x }\nphases: [${phase(energy)}]`);
    expect(fault).toMatchObject({ path: 'not_counted.embodid', suggestion: 'embodied', line: 2, column: 16 });
  });

  it('points at an unknown key inside a quantity, not at its value', () => {
    const [fault] = faultsOf('model: M\nenergy:\n  value: 100 kWh\n  foo: 3\nlocation: FR\nyear: 2022');
    expect(fault).toMatchObject({ id: 'unknown-key', path: 'energy.foo', line: 4, column: 3 });
  });

  it('rejects nested aliases of any shape, which would fill the memory', () => {
    const level = (at: number): string => `l${at}: &l${at} { a: *l${at - 1}, b: *l${at - 1}, <<: *l${at - 1} }`;
    const laughs = `l0: &l0 { x: y }\n${Array.from({ length: 60 }, (_, at) => level(at + 1)).join('\n')}\nmodel: *l60`;
    expect(reported(laughs)).toEqual(['alias-bomb']);
    expect(reported('model: &a [*a]')).toEqual(['alias-bomb']);
    expect(reported('model: &a { <<: *a }')).toEqual(['alias-bomb']);
  });

  it('reports every alias without an anchor, with its place', () => {
    expect(faultsOf('model: *x\nslug: *y\n<<: *z').map(({ id, line, column }) => `${line}:${column} ${id}`)).toEqual([
      '1:8 unknown-alias',
      '2:7 unknown-alias',
      '3:5 unknown-alias',
    ]);
  });

  it.each([
    ['', 'empty-file', 1, 1],
    ['# only this', 'empty-file', 1, 1],
    ['null', 'empty-file', 1, 1],
    ['--- {}', 'empty-file', 1, 5],
    ['[]', 'not-a-mapping', 1, 1],
    ['\n 5', 'not-a-mapping', 2, 2],
    ['text', 'not-a-mapping', 1, 1],
    ['"slug": a', 'missing-key', 1, 1],
  ])('reports what the manifest %j is, with its place', (text, id, line, column) => {
    expect(faultsOf(text)[0]).toMatchObject({ id, line, column });
  });
});

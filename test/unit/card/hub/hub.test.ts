import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { hubEmissions } from '../../../../src/card/hub/emissions.js';
import { hubLicences } from '../../../../src/card/hub/licences-data.js';
import { nearLicence } from '../../../../src/card/hub/near-licence.js';
import { pythonText, pythonValue } from '../../../../src/card/hub/python-yaml.js';
import { hubFaults } from '../../../../src/card/hub/rules.js';

const pythonOf = (yaml: string) => pythonValue(parseDocument(yaml).contents).value;
const readOf = (yaml: string) => hubEmissions(pythonOf(yaml));
const faultsOf = (yaml: string) => hubFaults(pythonOf(yaml)).map(({ path, found }) => `${path}: ${found}`);

describe('co2_eq_emissions, as the Hub reads it', () => {
  it.each([
    ['149200', 149_200],
    ['12.5', 12.5],
    ['"12.5"', 12.5],
    ['149200 g', 149_200],
    ['about 3.5 kg', 3.5],
    ['"1,234.5"', 1],
    ['1_234', 1234],
    ['1.2e7', 1.2],
    ['1.2e+7', 12_000_000],
    ['1.5e-05', 1.5],
    ['2.5e+17', 2.5],
    ['1e3', 1],
    ['.5', 0.5],
    ['5.', 5],
    ['-5', 5],
    ['010', 8],
    ['0x1F', 31],
    ['0b101', 5],
    ['1:30', 90],
    ['2024-03-01', 2024],
    ['{ emissions: 17 }', 17],
    ['{ emissions: 17g, source: codecarbon }', 17],
    ['{ emissions: { value: 40, unit: g } }', 40],
    ['{ source: x, emissions: [3, 4] }', 3],
    ['[{ emissions: 12.5 }]', 12.5],
  ])('%s: %s g', (yaml, grams) => {
    expect(readOf(yaml)).toEqual({ grams });
  });

  it.each([
    '',
    '~',
    'null',
    '0',
    '0.0',
    '""',
    '[]',
    'false',
    'no',
    'yes',
    'unknown',
    '{ emissions: }',
    '{ emissions: 0 }',
    '{ emissions: {} }',
    '.nan',
  ])('%j: no number', (yaml) => {
    expect(readOf(yaml)).toBe('nothing');
  });

  it.each(['{ source: codecarbon }', '{}', '{ emission: 5 }'])('%s: an error of its reader', (yaml) => {
    expect(readOf(yaml)).toBe('fails');
  });

  it('a plain decimal is read as itself', () => {
    const decimal = fc.tuple(fc.nat(10 ** 9), fc.nat(999)).map(([whole, part]) => `${whole}.${String(part).padStart(3, '0')}`);
    fc.assert(
      fc.property(decimal, (text) => {
        const wanted = Number(text);
        fc.pre(wanted >= 0.001);
        expect([readOf(text), readOf(`{ emissions: "${text}" }`)]).toEqual([{ grams: wanted }, { grams: wanted }]);
      }),
      { seed: 11 },
    );
  });
});

describe('values as Python has them', () => {
  it.each([
    ['no', 'False'],
    ['On', 'True'],
    ['"no"', 'no'],
    ['1e16', '1e16'],
    ['1.0e+16', '1e+16'],
    ['0.00001', '1e-5'],
    ['100.', '100.0'],
    ['-0x10', '-16'],
    ['0o10', '0o10'],
    ['12:30:45', '45045'],
    ['.inf', 'inf'],
    ['08', '08'],
  ])('%s prints %s', (yaml, text) => {
    expect(pythonText(pythonOf(yaml))).toBe(text);
  });
});

describe('what the Hub accepts', () => {
  it.each([
    'license: mit',
    'license: [mit, apache-2.0]',
    'license: other\nlicense_name: mine\nlicense_link: LICENSE',
    'language: en',
    'language: ["no", en]',
    'language: [no, en]',
    'tags: [a, b]',
    'tags:',
    'datasets: squad',
    'base_model: [a/b, c/d]',
    'anything: { of: [1, 2.5, no] }',
    'co2_eq_emissions: { emissions: 5 }',
    'model-index: []',
    'model-index: [{ name: m, results: [] }]',
    'model-index: [{ name: m, results: [{ task: { type: t }, dataset: { type: d, name: D }, metrics: [{ type: a, value: 1 }] }] }]',
    'tags: &t [a]\nmetrics: *t',
  ])('%s', (yaml) => {
    expect(faultsOf(yaml)).toEqual([]);
  });
});

describe('what it rejects', () => {
  const result = (more: string) => `model-index: [{ name: m, results: [${more}] }]`;
  const whole = 'task: { type: t }, dataset: { type: d, name: D }';
  it.each([
    ['license: 5', 'license: a number'],
    ['license: { name: mit }', 'license: a mapping'],
    ['license: [mit, 2]', 'license[1]: a number'],
    ['language: false', 'language: true or false'],
    ['language: [en, true]', 'language[1]: true or false'],
    ['tags: carbon', 'tags: text'],
    ['tags: [a, 2024]', 'tags[1]: a number'],
    ['tags: [2024-01-01]', 'tags[0]: a date'],
    ['tags: { a: b }', 'tags: a mapping'],
    ['datasets:\n- null', 'datasets[0]: nothing'],
    ['datasets: [{ name: a }]', 'datasets[0]: a mapping'],
    ['metrics: 5', 'metrics: a number'],
    ['base_model: [a, [b]]', 'base_model[1]: a list'],
    ['library_name: [pytorch]', 'library_name: a list'],
    ['pipeline_tag: 3', 'pipeline_tag: a number'],
    ['5: five', '5: a key that is a number'],
    ['no: x', 'False: a key that is true or false'],
    ['ignore_metadata_errors: true', 'ignore_metadata_errors: a word that the reader uses itself'],
    ['eval_results: [{ a: b }]', 'eval_results: data, which the reader takes from `model-index` alone'],
    ['model-index: foo', 'model-index: no list'],
    ['model-index: { name: m }', 'model-index: no list'],
    ['model-index: [m]', 'model-index[0]: no mapping'],
    ['model-index: [{ results: [] }]', 'model-index[0]: a mapping without `name`'],
    [result('{}'), 'model-index[0].results[0]: a mapping without `task`'],
    [result(`{ ${whole} }`), 'model-index[0].results[0]: a mapping without `metrics`'],
    [result(`{ ${whole}, metrics: [{ type: a }] }`), 'model-index[0].results[0].metrics[0]: a mapping without `value`'],
    [result('{ task: { name: T }, dataset: { type: d }, metrics: [] }'), 'model-index[0].results[0].task: a mapping without `type`'],
    [result(`{ ${whole}, metrics: [], source: { name: S } }`), 'model-index[0].results[0].source: a name without an address'],
    ['model-index: [{ name: m, results: 5 }]', 'model-index[0].results: no list'],
  ])('%s', (yaml, wanted) => {
    expect(faultsOf(yaml)[0]).toBe(wanted);
  });

  it('questions a licence that it does not list, with the nearest', () => {
    const [fault] = hubFaults(pythonOf('license: Apache-2.0'));
    expect(fault).toMatchObject({ path: 'license', isUnsure: true });
    expect(fault?.expected).toContain('`apache-2.0`');
    expect(new Set(hubLicences).size).toBe(hubLicences.length);
  });

  it.each([
    ['gpl3', 'gpl-3.0'],
    ['GPLv3', 'gpl-3.0'],
    ['GPL-3.0-only', 'gpl-3.0'],
    ['apache', 'apache-2.0'],
    ['apache2', 'apache-2.0'],
    ['Apache License, Version 2.0', 'apache-2.0'],
    ['apahce-2.0', 'apache-2.0'],
    ['mit license', 'mit'],
    ['cc0', 'cc0-1.0'],
    ['CC BY-NC 4.0', 'cc-by-nc-4.0'],
    ['bsd 3 clause', 'bsd-3-clause'],
    ['llama-3.1', 'llama3.1'],
    ['lppl 1.3c', 'lppl-1.3c'],
    ['my-license', undefined],
    ['license', undefined],
    ['unlicensed', undefined],
    ['cc-by', undefined],
    ['cc-by-ne-4.0', undefined],
    ['gpl-4.0', undefined],
    ['llama', undefined],
    ['bsl', undefined],
    ['proprietary', undefined],
  ])('offers another spelling of the same licence, and no other: %s', (text, wanted) => {
    const [fault] = hubFaults(pythonOf(`license: "${text}"`));
    const other = '`license: other` with `license_name` and `license_link`';
    expect(fault?.expected).toBe(wanted === undefined ? other : `\`${wanted}\`; or ${other}`);
  });

  it('finds each licence by its own name, and by no name of another', () => {
    for (const id of hubLicences) expect([id, nearLicence(id)]).toEqual([id, id]);
  });

  it('never throws, and says where: any metadata', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.string(), tie('tree'), { maxKeys: 3 }),
      ),
    }));
    const keys = ['license', 'language', 'tags', 'datasets', 'model-index', 'co2_eq_emissions', 'eval_results'] as const;
    const metadata = fc.record(Object.fromEntries(keys.map((key) => [key, tree])), { requiredKeys: [] });
    fc.assert(
      fc.property(metadata, (data) => {
        const value = pythonOf(JSON.stringify(data));
        for (const { offset, path } of hubFaults(value)) expect([typeof offset, path === '']).toEqual(['number', false]);
      }),
      { seed: 12 },
    );
  });
});

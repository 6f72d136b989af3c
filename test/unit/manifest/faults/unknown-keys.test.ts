import { describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../../src/resolve/resolve.js';

function faultsOf(text: string): readonly Diagnostic[] {
  try {
    parseManifest(text, 'manifest.yaml');
  } catch (error) {
    if (error instanceof InputError) return error.diagnostics;
    throw error;
  }
  return [];
}

const inPhase = (keys: string): readonly Diagnostic[] =>
  faultsOf(`model: M\nphases: [{ phase: training, location: FR, energy: { value: 1 MWh, boundary: node }, ${keys} }]`);

describe('a key by another word', () => {
  it.each([
    ['utilization', 'load'],
    ['utilisation', 'load'],
    ['time', 'duration'],
    ['hours', 'duration'],
    ['gpu_hours', 'accelerator_hours'],
    ['GPU hours', 'accelerator_hours'],
    ['gpus', 'accelerators'],
    ['num_gpus', 'accelerators'],
    ['gpu', 'hardware'],
    ['device', 'hardware'],
    ['country', 'location'],
    ['provider', 'cloud'],
    ['co2', 'emissions'],
    ['carbon_intensity', 'grid'],
    ['grid-intensity', 'grid'],
    ['enrgy', 'energy'],
    ['accelerator-hours', 'accelerator_hours'],
    ['Energy', 'energy'],
  ])('`%s` in a phase: did you mean %s?', (key, meant) => {
    const [fault, ...others] = inPhase(`"${key}": 1`);
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ id: 'unknown-key', suggestion: meant });
  });

  it('`tdp` is a rating or a power', () => {
    expect(['power', 'rating']).toContain(inPhase('tdp: 400 W')[0]?.suggestion);
  });

  it('says what to know of a key that is easily confused', () => {
    expect(inPhase('utilization: 80 %')[0]?.note).toContain('`mfu`');
    expect(inPhase('carbon_intensity: 57 g/kWh')[0]?.note).toContain('intensity: 57 gCO2e/kWh');
  });
});

describe('a key of another place', () => {
  it.each([
    ['boundary: node', 'Move it into `energy`'],
    ['intensity: 57 g/kWh', undefined],
    ['accelerator: A100', 'Move it into `hardware`'],
    ['lifetime: 6 years', 'Move it into `embodied`'],
    ['parameters: 7B', 'Move it into `model`'],
    ['formats: [md]', 'Move it into `output`'],
    ['audits: {}', 'Move it to the top of the manifest'],
  ])('`%s` in a phase: %s', (key, expected) => {
    const fault = inPhase(key)[0];
    expect(fault).toMatchObject({ id: 'unknown-key', path: `phases[0].${key.split(':')[0]}` });
    if (expected !== undefined) expect(fault?.expected).toContain(expected);
  });

  it('belongs into a phase where the manifest has phases, and to the top where it has none', () => {
    const phases = 'phases: [{ phase: training, location: FR, energy: 1 MWh }]';
    for (const key of ['tokens: 3', 'duration: 3 h', 'location: FR'])
      expect(faultsOf(`model: { name: M, ${key} }\n${phases}`)[0]?.expected).toBe('Move it into a phase');
    expect(faultsOf('model: { name: M, tokens: 3 }\nlocation: FR\nenergy: 1 MWh')[0]?.expected).toBe('Move it to the top of the manifest');
    expect(faultsOf(`model: { name: M, not_counted: {} }\n${phases}`)[0]?.expected).toBe('Move it to the top of the manifest');
  });

  it('is told from its place, wherever that is', () => {
    expect(faultsOf('model: { name: M, hardware: T4 }\nlocation: FR\nenergy: 1 MWh')[0]).toMatchObject({ path: 'model.hardware' });
    expect(faultsOf('model: M\nparameters: 7B\nlocation: FR\nenergy: 1 MWh')[0]?.expected).toBe('Move it into `model`');
    expect(faultsOf('model: M\nlocation: FR\nenergy: 1 MWh\nname: run')[0]?.expected).toContain('Move it into');
  });
});

it.each([
  ['train', 'training'],
  ['inference', 'deployment'],
  ['fine-tune', 'finetuning'],
  ['eval', 'evaluation'],
  ['trainning', 'training'],
])('phase: %s: did you mean %s?', (word, meant) => {
  const [fault] = faultsOf(`model: M\nphases: [{ phase: ${word}, location: FR, energy: { value: 1 MWh, boundary: node } }]`);
  expect(fault).toMatchObject({ id: 'not-a-choice', suggestion: meant });
});

it.each([
  ['bibtex', 'bib'],
  ['LaTeX', 'tex'],
  ['carbon.txt', 'carbontxt'],
  ['markdown', 'md'],
])('output.formats: [%s]: did you mean %s?', (word, meant) => {
  const [fault] = faultsOf(`model: M\nlocation: FR\nenergy: { value: 1 MWh, boundary: node }\noutput: { formats: [${word}] }`);
  expect(fault).toMatchObject({ id: 'not-a-choice', suggestion: meant });
});

it('equivalents: car is a word where a list is expected', () => {
  const [fault] = faultsOf('model: M\nlocation: FR\nenergy: { value: 1 MWh, boundary: node }\noutput: { equivalents: car }');
  expect(fault).toMatchObject({ id: 'wrong-type', expected: 'a list: `equivalents: [car]`' });
});

describe('a key that is none', () => {
  it('has the long list of keys only with the first of a place', () => {
    const expectations = faultsOf(
      'model: M\nxyzzy: 1\nplugh: 2\nphases: [{ phase: training, location: FR, energy: 1 MWh, xyzzy: 1, plugh: 2 }]',
    ).map(({ line, path, expected }) => [line, path, expected?.slice(0, 6)]);
    expect(expectations).toEqual([
      [2, 'xyzzy', 'one of'],
      [3, 'plugh', undefined],
      [4, 'phases[0].xyzzy', 'one of'],
      [4, 'phases[0].plugh', undefined],
    ]);
  });

  it('lists the keys of its place, and never sends to the schema', () => {
    for (const [text, key] of [
      ['model: M\nxyzzy: 1', 'such as model, hardware, duration, location, year; docs/manifest.md has the rest'],
      ['model: { name: M, xyzzy: 1 }', 'parameters'],
      [
        'model: M\nphases: [{ phase: training, xyzzy: 1 }]',
        'such as phase, hardware, duration, location, year; docs/manifest.md has the rest',
      ],
    ] as const) {
      const fault = faultsOf(text).find(({ id }) => id === 'unknown-key');
      expect(fault?.expected).toContain(key);
      expect(fault?.expected).not.toContain('carboncard schema');
      expect(fault?.expected?.length).toBeLessThan(200);
    }
  });

  it.each([
    '',
    'phases:\n- phase: training\n  energy: 1 MWh\n  location: FR\n',
  ])('is said twenty times, and then counted, of 4,000 keys (%j)', (before) => {
    const indent = before === '' ? '' : '  ';
    const keys = Array.from({ length: 4000 }, (_, at) => `${indent}key${at}: 1`).join('\n');
    const faults = faultsOf(`model: M\n${before}${keys}`).filter(({ id }) => id === 'unknown-key');
    expect(faults).toHaveLength(21);
    expect(faults.at(-1)?.message).toBe('3980 more unknown keys, from here on.');
  });
});

describe('a key by another word, in a phase whose hardware is at the top', () => {
  const found = (...phases: readonly string[]): readonly string[] =>
    faultsOf(`model: M\nhardware: 8 x A100\nlocation: FR\nphases:\n${phases.map((phase) => `  - { ${phase} }`).join('\n')}`).map(
      ({ id, line, suggestion }) => `${line} ${id}${suggestion === undefined ? '' : `: ${suggestion}`}`,
    );

  it('is the only error: what the phase lacks is what was meant', () => {
    expect(found('phase: training, hours: 10')).toEqual(['5 unknown-key: duration']);
    expect(found('phase: training, duration: 10 h, country: DE')).toEqual(['5 unknown-key: location']);
  });

  it('hides nothing of another phase', () => {
    expect(found('phase: training, hours: 10', 'phase: evaluation')).toEqual(['2 no-time', '5 unknown-key: duration']);
    expect(found('phase: training, duration: 10 h', 'phase: evaluation')).toEqual(['2 no-time']);
  });
});

import { expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseText } from '../../../src/manifest/parse.js';
import { parseManifest } from '../../../src/resolve/resolve.js';

const read = (keys: string) => parseText(`model: { name: M, parameters: 175B }\nlocation: FR\n${keys}`).manifest;

it.each([
  ['accelerator_hours: 30.84M', 'accelerator_hours', 30.84e6, 5000],
  ['accelerator_hours: 1082990', 'accelerator_hours', 1_082_990, 5],
  ['accelerator_hours: 1.08e+21', 'accelerator_hours', 1.08e21, 5e18],
  ['accelerator_hours: 21 days', 'accelerator_hours', 504, 12],
  ['requests: 234k', 'requests', 234_000, 500],
  ['requests: 1.2 million', 'requests', 1.2e6, 50_000],
  ['tokens: 7T tokens', 'tokens', 7e12, 0.5e12],
  ['accelerators: 1.1k', 'accelerators', 1100, 50],
  ['flops: 300 billion PFLOP', 'flops', 3e26, 0.5e24],
  ['duration: 72:30:00', 'duration', 72.5, 0.5 / 3600],
  ['duration: 21-00:00:00', 'duration', 504, 0.5 / 3600],
  ['duration: { value: 3, unit: weeks }', 'duration', 504, 84],
  ['energy: 433 MWh', 'energy', 433_000, 500],
] as const)('%s is %s of %d, written to within %d', (text, key, value, halfPlace) => {
  const { model, phases } = read(text);
  expect(model.parameters).toBe(175e9);
  expect(phases[0]?.[key]).toMatchObject({ value });
  expect(phases[0]?.[key]?.halfPlace).toBeCloseTo(halfPlace, 9);
});

it.each([
  ['power: 5 M', 'unknown-unit', undefined],
  ['duration: 72:30', 'ambiguous-number', '72 h 30 min or 72 min 30 s'],
  ['duration: 5m', 'ambiguous-number', '5 min or 5 million h'],
  ['duration: 2M', 'ambiguous-number', '2 million h or 2 months'],
  ['duration: 2 mo', 'months', 'days or weeks'],
  ['reported: 25 tons', 'ambiguous-unit', 't (tonne) or short ton'],
  ['duration: 63 node-hours', 'node-hours', 'node-hours'],
  ['accelerator_hours: "1,082,990"', 'thousands-separator', '1082990'],
  ['accelerator_hours: "1,082"', 'thousands-separator', '1082 or 1.082'],
  ['energy: 3,5 kWh', 'thousands-separator', '3.5'],
  ['requests: 3 000', 'thousands-separator', '3000'],
] as const)('%s is an error, %s, which says %s', (text, id, words) => {
  try {
    parseManifest(`model: M\nlocation: FR\nhardware: 8 x A100 80GB\n${text}`);
    expect.unreachable();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    // A key that says nothing of the time leaves the missing time an error of its own.
    const [fault] = error.diagnostics.filter((diagnostic) => diagnostic.id === id);
    expect(fault?.id).toBe(id);
    if (words !== undefined) expect(`${fault?.message} ${fault?.expected}`).toContain(words);
  }
});

it.each([
  ['phase: Training', 'training'],
  ['phase: TRAINING', 'training'],
] as const)('%s is the kind %s', (written, kind) => {
  expect(parseText(`model: M\nphases: [{ ${written}, location: FR, energy: 1 MWh }]`).manifest.phases[0]?.phase).toBe(kind);
});

it('reads every choice without regard to case', () => {
  const energy = '{ value: 1 MWh, instrument: PDU, boundary: Node, basis: Measured }';
  const { phases, audits, formats, systemBoundary } = read(
    `energy: ${energy}\nfacility: Data-Centre\nsystem_boundary: [Dynamic]\noutput: { formats: [MD] }\naudits: { world-average: OFF }`,
  );
  expect(phases[0]).toMatchObject({ energy: { instrument: 'pdu', boundary: 'node', basis: 'measured' }, facility: 'data-centre' });
  expect([audits, formats, systemBoundary]).toEqual([{ 'world-average': 'off' }, ['md'], ['dynamic']]);
});

it('reads a year in quotes, of a run and of a figure', () => {
  const { phases } = read("year: '2023'\nenergy: { value: 1 MWh, year: '2022' }\ngrid: { intensity: 57 g/kWh, year: '2021' }");
  expect(phases[0]).toMatchObject({ year: 2023, energy: { year: 2022 }, grid: { year: 2021 } });
  try {
    parseManifest("model: M\nyear: '23'\nlocation: FR\nenergy: 1 MWh");
    expect.unreachable();
  } catch (error) {
    expect(error instanceof InputError ? error.diagnostics : []).toMatchObject([
      { id: 'wrong-type', expected: 'a year from 1990 to 2100, such as `2023`' },
    ]);
  }
});

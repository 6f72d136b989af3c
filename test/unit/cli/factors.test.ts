import { describe, expect, it } from 'vitest';
import { run } from '../../../src/cli/run.js';
import { width } from '../../../src/cli/texts/visible.js';
import { allFactors } from '../../../src/factors/index.js';
import { assess, parseManifest } from '../../../src/index.js';
import { type ScreenOptions, screen } from './streams.js';

async function typed(line: string, options: ScreenOptions = {}) {
  const { terminal, stdout, stderr } = screen(options);
  const code = await run(line.split(' '), { terminal, env: {} });
  return { code, stdout: stdout(), stderr: stderr() };
}

describe('factors', () => {
  it('without a query says what there is', async () => {
    const { code, stdout, stderr } = await typed('factors');
    expect([code, stderr]).toEqual([0, '']);
    for (const word of ['countries', 'zones', 'regions', 'devices', 'servers', 'facility', 'water', 'ranges', 'edition'])
      expect(stdout).toContain(word);
    expect(stdout).toContain('carboncard factors France 2022');
  });

  it('says what the tables hold, by kind and year', async () => {
    const { stdout } = await typed('factors --coverage');
    for (const part of ['countries: ', 'zones: ', 'regions: ', '2024', 'no year']) expect(stdout).toContain(part);
    const { kinds } = JSON.parse((await typed('factors --coverage --json')).stdout);
    const rows = kinds.map(({ rows: own }: { rows: number }) => own).reduce((a: number, b: number) => a + b, 0);
    expect(rows).toBe(allFactors().length);
    for (const { rows: own, years } of kinds) expect(Object.values<number>(years).reduce((a, b) => a + b, 0)).toBe(own);
  });

  it.each([
    'FR',
    'Sweden',
    'QA',
    'gcp us-central1',
    'aws us-west-2',
    'LUMI',
    'California',
  ])('prints for %s the value and the range that a manifest gets, with the other series beside it', async (place) => {
    const { factors, readings } = JSON.parse((await typed(`factors ${place} 2024 --json`)).stdout);
    const manifest = `model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nyear: 2024\nlocation: ${place}\n`;
    const inputs = assess(parseManifest(manifest)).lines.flatMap((line) => line.inputs);
    for (const [role, name] of [
      ['grid', 'grid intensity'],
      ['pue', 'PUE'],
    ]) {
      const finding = readings[0].findings.find((own: { role: string }) => own.role === role);
      const { value } = factors.find(({ id }: { id: string }) => id === finding.factors[0]);
      const input = inputs.find((own) => own.name === name);
      expect({ value, ...finding.inManifest }).toEqual({ value: input?.value, low: input?.low, high: input?.high });
    }
  });

  it('without a query has every row as JSON', async () => {
    const { stdout } = await typed('factors --json');
    const { edition, factors } = JSON.parse(stdout);
    expect([edition, factors.length]).toEqual([expect.stringMatching(/^\d{4}-\d\d$/), allFactors().length]);
  });

  it('prints a row with all that a reader needs to judge it', async () => {
    const { stdout } = await typed('factors grid-fr-2022', { columns: 200 });
    const row = allFactors().find(({ id }) => id === 'grid-fr-2022');
    expect(stdout).toContain(`${row?.title}: ${row?.value} g CO₂e/kWh\n`);
    for (const part of [
      'range',
      'year       2022',
      'zone       FR',
      row?.kind,
      row?.source.title,
      row?.source.licence,
      row?.source.url,
      'grid-fr-2022',
    ])
      expect(stdout).toContain(part);
  });

  it('has a look-up as JSON, its steps included', async () => {
    const { stdout } = await typed('factors aws us-west-2 2026 --json');
    const { query, steps, factors, readings } = JSON.parse(stdout);
    expect(query).toBe('aws us-west-2 2026');
    expect(steps).toContainEqual({ id: 'nearest-year', text: expect.any(String) });
    expect(factors.map(({ unit }: { unit: string }) => unit)).toContain('gCO2e/kWh');
    expect(readings[0].label).toBe('AWS us-west-2');
  });

  it('lists twenty of many, and says how many more', async () => {
    const { stdout } = await typed('factors countries', { columns: 200 });
    expect(stdout.split('\n').filter((line) => line.includes('grid-') && line.startsWith('  '))).toHaveLength(20);
    expect(stdout).toMatch(/… and [\d,]+ more \(all of them with --json\)\./);
    expect(JSON.parse((await typed('factors countries --json')).stdout).factors.length).toBeGreaterThan(2000);
  });

  it('lists the default ranges', async () => {
    const { stdout } = await typed('factors ranges');
    expect(stdout).toContain('meter: ± 2 %');
    expect(stdout).toContain('pue-world: ×/÷ 2');
  });

  it.each([
    'factors',
    'factors us-central1 2021',
    'factors zones',
    'factors ranges',
    'factors aws',
  ])('keeps to the width: %s', async (line) => {
    const { stdout } = await typed(line, { columns: 50 });
    expect(stdout.split('\n').filter((row) => width(row) > 50 && !/https:|cloud-|carboncard factors/.test(row))).toEqual([]);
  });
});

describe('ends with 2 and prints nothing', () => {
  it.each([
    ['factors Frence', 'error[unknown-factor]: Unknown place or device `Frence`.', 'did you mean France (FR)'],
    ['factors FR 1950', 'error[no-grid-year]: No grid intensity of France within 3 years of 1950.', 'expected: a year near'],
  ])('%s', async (line, message, more) => {
    const { code, stdout, stderr } = await typed(line);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).toContain(more);
  });

  it('or the diagnostics as JSON', async () => {
    const { code, stdout, stderr } = await typed('factors zzzzzz --json');
    expect([code, stderr, JSON.parse(stdout).diagnostics[0].id]).toEqual([2, '', 'unknown-factor']);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Diagnostic, InputError } from '../../../src/diagnostics/diagnostic.js';
import { parseManifest } from '../../../src/manifest/parse.js';

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

  it('tells eight mistakes at once, in their order', () => {
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

  it('says what to write where a unit is missing', () => {
    expect(faultsOf(readFileSync(`${folder}/missing-unit.yaml`, 'utf8'))[0]?.expected).toContain('`433196 kWh`');
  });
});

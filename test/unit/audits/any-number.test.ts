import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { auditFiles, initManifest } from '../../../src/index.js';
import { claimsOf, numbersOf } from '../claims/asked.js';
import { findingsIn } from './asked.js';

const folder = mkdtempSync(join(tmpdir(), 'any-number-'));
afterAll(() => rmSync(folder, { recursive: true }));

const numbers = [
  '0',
  '1e-400',
  `0.${'0'.repeat(399)}1`,
  '5e-324',
  '1e-308',
  '1e29',
  '1e30',
  '1e31',
  '1e300',
  '1e308',
  '1.7976931348623157e308',
  '1e309',
  '1e400',
  '1e99999',
  '10^400',
  '3 × 10^308',
  '2 x 10^{400}',
  '9'.repeat(400),
  `1${',000'.repeat(110)}`,
  '1e308 million',
  '-1e309',
  '~1e307',
];
const units = [
  ['g CO2e', 'kg CO2eq', 't CO2e', 'tonnes of CO2', 'kt CO2e', 'Mt CO2e', 'µg CO2', 'mg CO2', 'lbs CO2', 'gigatons of CO2'],
  ['Wh', 'kWh', 'MWh', 'GWh', 'TWh', 'J', 'kJ', 'MJ', 'GJ', 'watt-hours'],
  ['W', 'kW', 'MW', 'watts'],
  ['seconds', 'minutes', 'hours', 'h', 'days', 'weeks', 'months', 'GPU hours', 'A100 hours', 'GPU days'],
  ['g CO2e/kWh', 'kg CO2e/kWh', 't CO2e/MWh', 'mg/J'],
  ['A100 GPUs', 'GPUs', 'x H100', 'runs', 'PUE', ''],
].flat();
const labels = ['', 'Carbon Emitted', 'Hours used', 'Hardware Type', 'Energy', 'Power', 'PUE', 'GPU hours', 'Carbon intensity'];

const quantity = fc.tuple(fc.constantFrom(...numbers), fc.constantFrom(...units)).map(([number, unit]) => `${number} ${unit}`.trim());
const line = fc.oneof(
  fc.tuple(fc.constantFrom(...labels), quantity).map(([label, value]) => (label === '' ? `- ${value}` : `- **${label}:** ${value}`)),
  fc.tuple(quantity, quantity, quantity).map(([one, other, third]) => `Trained on ${one} for ${other} and emitted ${third}.`),
  fc.tuple(quantity, quantity).map(([one, other]) => `| Energy (kWh) | Emissions (t CO2e) |\n|---|---|\n| ${one} | ${other} |`),
  fc.constantFrom('- **Hardware Type:** 8 x A100', '- **Hours used:** 72', '- **Carbon Emitted:** 12 kg', '- **Compute Region:** France'),
);
const metadata = fc.option(
  fc
    .tuple(fc.constantFrom(...numbers, '.inf', '-.inf', '.nan'), fc.constantFrom('emissions', 'hours_used', 'energy_consumed', 'pue'))
    .map(([number, key]) =>
      `co2_eq_emissions:\n  emissions: 12\n  ${key}: ${number}`.replace('  emissions: 12\n  emissions', '  emissions'),
    ),
);
const card = fc
  .tuple(metadata, fc.array(line, { minLength: 1, maxLength: 6 }))
  .map(([front, lines]) => `${front === null ? '' : `---\n${front}\n---\n`}# M\n\n## Environmental Impact\n\n${lines.join('\n\n')}\n`);

describe('numbers that no amount can have', () => {
  it('are no claims, and nothing that is calculated overflows', async () => {
    const file = join(folder, 'README.md');
    await fc.assert(
      fc.asyncProperty(card, async (text) => {
        writeFileSync(file, text);
        const [audited] = await auditFiles([file]);
        expect(JSON.stringify(audited)).not.toMatch(/Infinity|NaN/);
        const written = await initManifest([file], { out: '-' }).catch((error: unknown) => error);
        expect(JSON.stringify(written)).not.toMatch(/Infinity|NaN/);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    '1e400 kg CO2e',
    '1e308 t CO2e',
    `${'9'.repeat(400)} g CO2e`,
    '1e-400 g CO2e',
    '3 × 10^308 kg CO2e',
    '10^400 kg CO2e',
  ])('are not read: %s', (amount) => {
    expect(numbersOf(claimsOf(`- **Carbon Emitted:** ${amount}`), 'emissions')).toEqual([]);
  });

  it('are read up to more than any amount', () => {
    expect(numbersOf(claimsOf('- **Carbon Emitted:** 1e29 g CO2e'), 'emissions')).toEqual([1e29]);
    expect(numbersOf(claimsOf('- **Carbon Emitted:** 0 g CO2e'), 'emissions')).toEqual([0]);
  });

  it.each(['1e400', '.inf', '.nan', '1e-400', '9'.repeat(400)])('are a fault of the metadata: %s', (number) => {
    const found = findingsIn(`---\nco2_eq_emissions: ${number}\n---\n# M\n`).filter(({ id }) => id === 'metadata-number');
    expect(found.map(({ message }) => message)).toEqual([`\`${number}\` is not an amount.`]);
  });
});

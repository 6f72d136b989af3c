import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runAudits } from '../../../src/audits/run-audits.js';
import { assessmentClaims } from '../../../src/claims/assessment.js';
import { card, findingsIn, section } from './asked.js';

/** Pieces that cards are made of, right and wrong ones. */
const piece = fc.constantFrom(
  '# A',
  '## Environmental Impact',
  '- **Hours used:** 150000',
  '- **Power:** 400 W',
  '- **Carbon Emitted:** 12.9 tCO2eq',
  'co2_eq_emissions: 1.2e7',
  '| Time (GPU hours) | Carbon emitted (tCO2eq) |',
  '|---|---|',
  '| 7.0M | 2,040 |',
  '| Total | 1 |',
  '<table><tr><td>PUE</td><td>0.9',
  '---',
  '{{ x }}',
  '1,287 MWh at 429 g/kWh',
  '8 x A100 for 10 hours',
  '<!-- carboncard-audit arithmetic: off -->',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 20 })), { maxLength: 20 }).map((pieces) => pieces.join('\n')),
);

const wrong = [
  card('co2_eq_emissions: 0.06', 'Training emitted 0.06 KgCO2.'),
  section(
    'Training used 1,287 MWh on a grid of 429 g CO2e/kWh\nand emitted 502 t CO2e.\n\n- PUE: 0.9\n- **Hours used:** [More Information Needed]',
  ),
  section('| | Time (GPU hours) | Power (W) | Carbon emitted (tCO2eq) |\n|---|---|---|---|\n| A | 7.0M | 700 | 12.9 |'),
];

describe('any text', () => {
  it('is audited without an exception, within its lines', () => {
    fc.assert(
      fc.property(text, (written) => {
        const lines = written.split(/\r\n|\r|\n/).length;
        for (const { line = 0, column = 0, message } of findingsIn(written)) {
          expect(message).not.toBe('');
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is audited in a time that grows with its length', () => {
    const long = section(`${'1,287 MWh of 8 x A100 PCIe '.repeat(4000)}\n\n${'| 1 '.repeat(2000)}`);
    // Where the time grows with the square of the length, the test times out.
    expect(findingsIn(long)).toBeDefined();
  });

  it.each(wrong)('has the same findings at the same places with CRLF', (written) => {
    const found = findingsIn(written);
    expect(found.length).toBeGreaterThan(0);
    expect(findingsIn(written.replaceAll('\n', '\r\n'))).toEqual(found);
  });

  it('of JSON is audited without an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (lines, totals) => {
        const subject = assessmentClaims({ lines, totals, phases: lines, offsets: totals }, () => ({ line: 1, column: 1 }));
        expect(runAudits(subject, [subject], {})).toBeInstanceOf(Array);
      }),
    );
  });
});

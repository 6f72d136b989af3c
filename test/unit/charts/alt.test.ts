import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maxAlt, shortAlt } from '../../../src/charts/alt.js';
import { chartsOf } from '../../../src/charts/index.js';
import { plain } from '../../../src/units/format.js';
import * as cases from './assessments.js';

const { assessmentOf: _, ...assessments } = cases;

describe('an alt text of a section', () => {
  it('has the figures that it has room for, and counts the others', () => {
    const figures = Array.from({ length: 30 }, (_, n) => `part ${n} 1.5 t (3 %)`);
    const alt = shortAlt('Half of it was experiments', [{ head: 'Development total 50 t', figures }]);
    expect(alt).toMatch(/^Half of it was experiments\. Development total 50 t: part 0 1\.5 t \(3 %\), .*, 2\d more\.$/);
    expect(alt.length).toBeLessThanOrEqual(maxAlt);
  });

  it('names each total before the parts of any', () => {
    const long = { head: 'Development total 50 t', figures: ['x'.repeat(240)] };
    expect(shortAlt('A', [long, { head: 'Deployment 3 t', figures: [] }])).toBe('A. Development total 50 t. Deployment 3 t.');
  });

  it('is at most 250 characters, without half a character, whatever the names', () => {
    const text = fc.string({ unit: 'binary', maxLength: 400 });
    fc.assert(
      fc.property(text, fc.array(fc.record({ head: text, figures: fc.array(text, { maxLength: 4 }) }), { maxLength: 3 }), (lead, parts) => {
        const alt = shortAlt(lead, parts);
        expect(alt.length).toBeLessThanOrEqual(maxAlt);
        expect(alt.isWellFormed()).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it.each(Object.entries(assessments))('of %s is at most 250 characters and begins with the finding', (_name, assessment) => {
    for (const { alt, title } of chartsOf(assessment)) {
      expect(alt.length).toBeLessThanOrEqual(maxAlt);
      expect(alt.startsWith(plain(title).slice(0, 200))).toBe(true);
      expect(alt).not.toMatch(/[\u00a0\u202f\u2060]/);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeQuality } from '../../../../../src/cli/texts/findings/code-quality.js';
import type { Diagnostic } from '../../../../../src/diagnostics/diagnostic.js';

const finding: Diagnostic = {
  id: 'pue-below-one',
  severity: 'error',
  message: 'Invalid PUE 0.9: below 1.',
  expected: '1 or more',
  note: 'It may be an inverse.',
  file: './cards/README.md',
  line: 5,
};

describe('a report of code quality', () => {
  it('has the keys that GitLab reads, and a path from the root of the repository', () => {
    expect(codeQuality([finding])).toEqual([
      {
        description: 'Invalid PUE 0.9: below 1. Expected: 1 or more. It may be an inverse.',
        check_name: 'pue-below-one',
        fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
        severity: 'major',
        location: { path: 'cards/README.md', lines: { begin: 5 } },
      },
    ]);
  });

  it('puts a finding of a whole file at its first line', () => {
    expect(codeQuality([{ ...finding, line: undefined }])[0]?.location.lines.begin).toBe(1);
  });

  it('keeps a fingerprint where lines above have changed', () => {
    const [before, after] = [finding, { ...finding, line: 50 }].map((one) => codeQuality([one])[0]?.fingerprint);
    expect(after).toBe(before);
  });

  it('gives no fingerprint twice', () => {
    const findings = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b'),
        severity: fc.constantFrom('error' as const, 'warning' as const, 'note' as const),
        message: fc.constantFrom('x', 'y'),
        file: fc.constantFrom('README.md', 'README.md 1', 'a/README.md'),
      }),
    );
    fc.assert(
      fc.property(findings, (some) => {
        const issues = codeQuality(some);
        expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(some.length);
      }),
    );
  });
});

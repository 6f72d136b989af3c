import { describe, expect, it } from 'vitest';
import { createCollectProgress as createProgress } from '../../../../src/cli/collect/collect-text.js';
import { THIN } from '../../../../src/units/format.js';

function createCollectProgress(began: number): ReturnType<typeof createProgress> {
  const progress = createProgress(began);
  return (...at) => progress(...at).replaceAll(THIN, ' ');
}

describe('the progress of collecting', () => {
  it('has rows, their rate and the time left', () => {
    const progress = createCollectProgress(100);
    expect(progress({ step: 'reading', share: 0, rows: 20e6 }, 100)).toBe('Reading samples … 0 % of about 20 million rows');
    expect(progress({ step: 'reading', share: 0.4, rows: 20e6 }, 104)).toBe(
      'Reading samples … 40 % of about 20 million rows, 2 million rows/s, 0:06 left',
    );
    expect(progress({ step: 'reading', share: 0.8, rows: 123_456 }, 110)).toBe(
      'Reading samples … 80 % of about 120,000 rows, 9,900 rows/s, 0:03 left',
    );
  });

  it('counts again in each step', () => {
    const progress = createCollectProgress(0);
    progress({ step: 'reading', share: 0.9, rows: 1e6 }, 90);
    expect(progress({ step: 'integrating', share: 0.5, rows: 1e6 }, 100)).toBe('Integrating … 50 % of about 1 million rows');
    expect(progress({ step: 'integrating', share: 0.75, rows: 1e6 }, 110)).toBe(
      'Integrating … 75 % of about 1 million rows, 75,000 rows/s, 0:04 left',
    );
    expect(progress({ step: 'integrating', share: 0.1, rows: 1e6 }, 120)).toBe('Integrating … 10 % of about 1 million rows');
  });

  it('says what is known alone', () => {
    const progress = createCollectProgress(0);
    progress({ step: 'reading', share: 0 }, 0);
    expect(progress({ step: 'reading', share: 0.5 }, 60)).toBe('Reading samples … 50 %, 1:00 left');
    expect(progress({ step: 'reading' }, 61)).toBe('Reading samples …');
    expect(progress({ step: 'waiting' }, 62)).toBe('Waiting for the server …');
  });
});

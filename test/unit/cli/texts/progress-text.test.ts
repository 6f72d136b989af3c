import { describe, expect, it } from 'vitest';
import { progressText } from '../../../../src/cli/texts/progress-text.js';

describe('the line of progress', () => {
  it.each([
    [{ kind: 'reading', file: 'carboncard.yaml', nth: 1, total: 1 } as const, 'Reading carboncard.yaml …'],
    [{ kind: 'rendering', slug: 'bloom', format: 'charts', nth: 1, total: 1 } as const, 'bloom: drawing the charts …'],
    [{ kind: 'rendering', slug: 'bloom', format: 'pdf' } as const, 'bloom: printing the PDF …'],
    [{ kind: 'unpacking', megabytes: 200 } as const, 'Unpacking the browser that prints the PDF (200 MB, once on this machine) …'],
  ])('of %j', (progress, expected) => {
    expect(progressText(progress)).toBe(expected);
  });

  it('shows which of how many, and what is done: 500 of 1000 with 499 behind it', () => {
    const line = progressText({ kind: 'rendering', slug: 'bloom', format: 'md', nth: 501, total: 1000 });
    expect(line).toBe(`${'█'.repeat(12)}${'░'.repeat(12)} 501 of 1000  bloom: writing the text …`);
  });
});

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOfPatterns } from '../../../src/io/named-files.js';

describe('filesOfPatterns', () => {
  it('takes a file once that is named in several ways, as it is named first', async () => {
    const { files } = await filesOfPatterns(['src/io/files.ts']);
    expect(files).toEqual(['src/io/files.ts']);
    const ways = [
      './src/io/files.ts',
      'src/io/files.ts',
      'src/io/../io/files.ts',
      join(process.cwd(), 'src/io/files.ts'),
      './src/i*/files.ts',
    ];
    for (const [n, first] of ways.entries()) {
      const others = ways.filter((_, index) => index !== n);
      const found = await filesOfPatterns([first, ...others]);
      expect(found.files).toHaveLength(1);
      if (!first.includes('*')) expect(found.files).toEqual([first]);
    }
  });

  it('names what no file matches', async () => {
    expect(await filesOfPatterns(['src/*.none'])).toEqual({ files: [], unmatched: ['src/*.none'] });
  });
});

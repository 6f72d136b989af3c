import { describe, expect, it } from 'vitest';
import { absolutePathsIn } from '../../../src/assess/private-paths.js';

describe('absolutePathsIn', () => {
  it('finds paths that name a machine or a user, each once, with its place', () => {
    expect(absolutePathsIn('from: [/home/jane/a.csv, "~/b.csv"]\nnote: C:\\Users\\jane\\c.csv and /home/jane/a.csv')).toEqual([
      { path: '/home/jane/a.csv', line: 1, column: 8 },
      { path: '~/b.csv', line: 1, column: 27 },
      { path: 'C:\\Users\\jane\\c.csv', line: 2, column: 7 },
    ]);
  });

  it('leaves addresses, units, relative paths and ids alone', () => {
    expect(absolutePathsIn('url: https://a.org/b/c\ngrid: 57 gCO2e/kWh\nfrom: logs/a/b.csv\nid: meta-llama/Llama-2-7b')).toEqual([]);
  });
});

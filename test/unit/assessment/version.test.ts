import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from '../../../src/assessment/version.js';

it('the version that reports name is that of package.json', () => {
  expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
});

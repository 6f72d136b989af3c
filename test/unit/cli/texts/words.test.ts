import { expect, it } from 'vitest';
import { staleWords } from '../../../../src/cli/texts/words.js';

it.each([
  [false, [], 'Up to date'],
  [true, [], 'Up to date, but the manifest is unfinished'],
  [false, ['tags', 'license'], 'Up to date, but the Hub rejects tags, license of README.md'],
  [true, ['tags'], 'Up to date, but the manifest is unfinished and the Hub rejects tags of README.md'],
] as const)('a check without a difference says what else is wrong: %s, %j', (isUnfinished, rejects, wanted) => {
  expect(staleWords.upToDate(isUnfinished, rejects, 'README.md')).toBe(wanted);
});

import { expect, test } from 'vitest';
import { takeYear } from '../../../src/factors/years.js';

test.each([
  [[2019, 2021], 2021, 2021],
  [[2019, 2021], 2020, 2019],
  [[2019, 2021], 2024, 2021],
  [[2019, 2021], 2025, undefined],
  [[2019, 2021], 2016, 2019],
  [[2019, 2021], 2015, undefined],
  [[2019, 2021], undefined, 2021],
  [[], undefined, undefined],
  [[], 2020, undefined],
])('of %j, %s takes %s', (years, wanted, taken) => {
  expect(takeYear('here', years, wanted)?.year).toBe(taken);
});

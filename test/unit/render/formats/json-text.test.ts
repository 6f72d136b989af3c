import { expect, it } from 'vitest';
import { jsonText } from '../../../../src/render/formats/json-text.js';

it.each([
  [44.17999999999999, '44.18'],
  [211.67999999999998, '211.68'],
  [1.23e-21 * 3, '3.69e-21'],
  [123456789012345, '123456789012345'],
  [1228800, '1228800'],
])('%s is written as %s', (value, wanted) => {
  expect(jsonText({ value, none: undefined })).toBe(`{\n  "value": ${wanted}\n}\n`);
});

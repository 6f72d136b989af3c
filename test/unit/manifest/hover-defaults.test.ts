import { describe, expect, it } from 'vitest';
import { defaultHostShare, defaultLifetime, defaultLoad, defaultMfu, genericServer } from '../../../src/factors/hardware/index.js';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { grouped } from '../../../src/units/format.js';

const schema = JSON.stringify(manifestJsonSchema());
const percent = (share: number): string => `${Number((share * 100).toPrecision(6))} %`;
const ranged = ({
  value,
  low = value,
  high = value,
}: {
  readonly value: number;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}) => `${percent(value)}, from ${percent(low)} to ${percent(high)}`;

/** The manifest is read without factors, so its hover texts repeat these defaults: a change of one has to reach the other. */
describe('hover texts give the defaults of the factor tables', () => {
  it.each([
    ['load', ranged(defaultLoad)],
    ['host share', ranged(defaultHostShare)],
    ['MFU', ranged(defaultMfu)],
    ['lifetime', `${defaultLifetime.value / 8760} years`],
    ['server', `${grouped(genericServer.value, 0)} kgCO2e`],
  ])('%s: %s', (_, text) => {
    expect(schema).toContain(text);
  });
});

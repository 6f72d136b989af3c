import { describe, expect, it } from 'vitest';
import { dataCentrePue, enterprisePue } from '../../../src/factors/facility/index.js';
import type { Factor } from '../../../src/factors/factor.js';
import {
  defaultHostShares,
  defaultLifetime,
  defaultLoads,
  defaultMfu,
  largeRun,
  memoryPower,
  servers,
} from '../../../src/factors/hardware/index.js';
import { manifestJsonSchema } from '../../../src/manifest/json-schema.js';
import { grouped } from '../../../src/units/format.js';

const schema = JSON.stringify(manifestJsonSchema());
const percent = (share: number): string => `${Number((share * 100).toPrecision(6))} %`;
const ends = ({ value, low = value, high = value }: Factor, of: (end: number) => string): string => `${of(low)} to ${of(high)}`;
const share = (factor: Factor): string => `${percent(factor.value)} (${ends(factor, percent)})`;
const years = (hours: number): string => String(hours / 8760);
const kg = ({ value }: Factor): string => grouped(value, 0);

/** The manifest is read without factors, so its hover texts repeat these defaults: a change of one has to reach the other. */
describe('hover texts give the defaults of the factor tables', () => {
  it.each([
    ['load of a large training', `${share(defaultLoads.large)} in training from ${largeRun.accelerators} accelerators on`],
    ['load of a deployment', `${share(defaultLoads.deployment)} in deployment`],
    ['load of other work', `else ${share(defaultLoads.small)}`],
    ['share of the host', `${share(defaultHostShares.accelerators)} of accelerators`],
    ['share of the host of baseboards', `${share(defaultHostShares.baseboards)} on baseboards of eight`],
    ['host', `${defaultHostShares.accelerators.value} or ${defaultHostShares.baseboards.value} of that of accelerators`],
    ['rest of the node', `${defaultHostShares.restOfNode.value} of that of components`],
    ['MFU', `${percent(defaultMfu.value)}, from ${ends(defaultMfu, percent)}`],
    ['PUE', `${dataCentrePue.value} (${ends(dataCentrePue, String)})`],
    ['PUE of an enterprise', `\`enterprise\` (${enterprisePue.value}`],
    ['memory', `${memoryPower.value} W/GB`],
    ['lifetime', `${years(defaultLifetime.value)} years, from ${ends(defaultLifetime, years)}`],
    [
      'servers',
      `${kg(servers.hopper)} kgCO2e for eight H100 or later, ${kg(servers.ampere)} for eight A100, ${kg(servers.tpu)} for TPUs, ${kg(servers.superchip)} for superchips, else ${kg(servers.generic)}`,
    ],
  ])('%s: %s', (_, text) => {
    expect(schema).toContain(text);
  });
});

import { describe, expect, test } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import { clouds } from '../../../src/factors/cloud/clouds.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { whatIf } from '../../../src/what-if/assess-what-if.js';

const manifestIn = (cloud: string, region: string): string =>
  `model: M\nhardware: 64 x A100 80GB\nduration: 72 h\ncloud: ${cloud}\nregion: ${region}\nyear: 2023\n`;

describe('all regions of a cloud', () => {
  test.each(
    clouds.map(({ id, regions }) => [id, regions] as const),
  )('of %s have the figures of each assessed alone, to the last digit', (cloud, regions) => {
    const resolved = parseManifest(manifestIn(cloud, regions[0]?.region ?? ''));
    const [table, ...others] = whatIf(resolved, assess(resolved)).tables;
    expect(others).toEqual([]);
    const alone = regions.map(({ region }) => {
      const { totals } = assess(parseManifest(manifestIn(cloud, region)));
      return { emissions: totals.development?.emissions, energy: totals.development?.energy?.value };
    });
    const asked = regions.map(({ region }) => table?.alternatives.find(({ label }) => label.endsWith(` ${region}`)));
    expect(asked.map((one) => ({ emissions: one?.emissions, energy: one?.energy?.value }))).toEqual(alone);
  });
});

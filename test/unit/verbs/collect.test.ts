import { describe, expect, it } from 'vitest';
import { collect } from '../../../src/verbs/collect.js';
import { readdirSync } from 'node:fs';

const fixture = (name: string): string => `fixtures/trackers/nvidia-smi/${name}`;

describe('collect', () => {
  for (const name of readdirSync('fixtures/trackers/nvidia-smi')) it(name, async () => {
    try {
    const { measurement, diagnostics } = await collect([fixture(name)], { out: '-', timeZone: 'UTC' });
    console.log(name, measurement.energy.value, measurement.devices.map(d=>[d.name,d.energy.value,d.samples,d.idle]), measurement.rejected, measurement.method, diagnostics.map(d=>d.message));
    } catch (e) { console.log(e, (e as Error).cause); throw e; }
  });
});

import { describe, expect, it } from 'vitest';
import { deviceName } from '../../../src/assessment/phase-facts.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderReportPage, renderSection } from '../../../src/render/section.js';
import { plain } from '../../../src/units/format.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { grid, made } from '../made.js';
import { written } from './written.js';

const context = await readRenderContext(undefined);
const of = (hardware: string) =>
  made(
    `{ phase: training, hardware: ${hardware}, accelerator_hours: 8000, duration: 1000 h, ${grid}, flops: { value: 3e21 FLOP, method: counted } }`,
  );

describe('the name of a device', () => {
  it.each([
    ['8 x H100', 'H100', 'NVIDIA H100 SXM5 80GB', 'SXM5 80GB'],
    ['A100 80GB', 'A100 80GB', 'NVIDIA A100 SXM4 80GB', 'SXM4'],
    ['4 x V100 32GB', 'V100 32GB', 'NVIDIA V100 SXM2 32GB', 'SXM2'],
  ])('%s leaves the variant open, and says so', (hardware, stated, taken, variant) => {
    const [facts] = of(hardware).phases;
    expect(facts).toMatchObject({ device: taken, statedDevice: stated });
    expect(facts && deviceName(facts)).toBe(`${stated} (taken as ${variant})`);
  });

  it.each(['8 x H100 SXM', 'A100 PCIe 80GB', 'RTX 4090', 'p4d.24xlarge', 'TPU v4', 'EPYC 7763'])('%s leaves nothing open', (hardware) => {
    const [facts] = made(`{ phase: training, hardware: ${hardware}, energy: 10 kWh, accelerators: 1, ${grid} }`).phases;
    expect(facts).not.toHaveProperty('statedDevice');
    expect(facts && deviceName(facts)).toBe(facts?.device);
  });

  it('is a variant in no format without the name of the manifest beside it', async () => {
    const assessment = of('8 x H100');
    const charts = chartsOf(assessment);
    const texts: [string, string][] = [
      ['section', renderSection(assessment, charts, context)],
      ['report', renderReportPage(assessment, charts, context)],
    ];
    for (const id of ['tex', 'csv', 'checklist', 'cyclonedx', 'spdx', 'boamps', 'eu', 'sci'] as const)
      for (const [file, text] of (await written(id, assessment)).files) texts.push([file, String(text)]);
    for (const [file, text] of texts) {
      const lines = plain(text).split('\n');
      // A factor is of the device that was taken; its name in a list of inputs or sources is that of the factor.
      const isOfFactor = (line: string): boolean => /power|rating|making an accelerator/.test(line);
      const facts = lines.filter(
        (line, n) => /H100[\s~\\]*SXM5/.test(line) && !isOfFactor(line) && !/taken.as|ambiguous/.test(`${lines[n - 1] ?? ''} ${line}`),
      );
      expect(facts, file).toEqual([]);
    }
    for (const file of ['section', 'carbon.tex', 'checklist.md'])
      expect(plain(texts.find(([name]) => name === file)?.[1] ?? ''), file).toContain('H100 (taken as SXM5 80GB)');
    expect(plain(texts.find(([name]) => name === 'eu.md')?.[1] ?? '')).toContain('H100 days (taken as SXM5 80GB)');
    expect(texts.find(([name]) => name === 'boamps.json')?.[1]).toContain('"componentName": "H100"');
  });
});

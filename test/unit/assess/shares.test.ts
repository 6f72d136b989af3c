import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { chartsOf } from '../../../src/charts/index.js';
import { renderReportPage, renderSection } from '../../../src/render/section.js';
import { plain } from '../../../src/units/format.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { grid, made } from '../made.js';
import { written } from '../outputs/written.js';

const context = await readRenderContext(undefined);
const served = (share: string, name = 'chat'): string =>
  `{ phase: deployment, name: ${name}, ${share}${grid}, system_boundary: [dynamic], energy: { value: 1000 kWh, boundary: facility }, requests: 4 million, tokens: 2e9, duration: 90 days }`;
const trained = (share: string): string =>
  `{ phase: training, ${share}${grid}, system_boundary: [dynamic], hardware: 32 x A100 SXM 80GB, accelerator_hours: 32000, duration: 1000 h, energy: { value: 10 MWh, boundary: facility }, tokens: 1e12, flops: { value: 3.2e22 FLOP, method: counted } }`;

describe('a phase that several models share', () => {
  it('gives 25 % of its energy, hours, requests, tokens and operations to this one', () => {
    const { phases, totals } = made(trained('share: 25 %, '), served('share: 25 %, '));
    const [training, deployment] = phases;
    expect(training).toMatchObject({
      acceleratorHours: { value: 8000 },
      tokens: { value: 2.5e11 },
      flops: { value: 8e21 },
      accelerators: 32,
      runHours: { value: 1000 },
      duration: { value: 1000 },
      share: 0.25,
    });
    expect(deployment).toMatchObject({ requests: 1e6, tokens: { value: 5e8 } });
    expect(totals.development?.energy?.value).toBeCloseTo(2500, 9);
  });

  it('has the figures of a request and of a token that the whole has: 1,000 kWh × 100 g ÷ 4 million = 25 mg', () => {
    const [whole, quarter] = [made(served('')), made(served('share: 25 %, '))].map(({ totals }) => totals.deployment);
    expect(quarter?.perRequest?.emissions.value).toBeCloseTo(2.5e-5, 12);
    expect(quarter?.perRequest?.requests).toBe(1e6);
    expect(quarter?.perToken?.emissions.value).toBeCloseTo(whole?.perToken?.emissions.value ?? Number.NaN, 12);
    expect(quarter?.emissions.value).toBeCloseTo(25, 9);
  });

  it('has the interval of the whole too: how sure the share is, is in no figure of one request', () => {
    const open = (share: string): string =>
      `{ phase: deployment, ${share}${grid}, hardware: 2 x L4, energy: { value: 100 kWh, boundary: node }, requests: 1 million, tokens: 2e9, duration: 90 days }`;
    const [whole, sure, unsure] = ['', 'share: 25 %, ', 'share: { value: 25 %, low: 15 %, high: 35 % }, '].map(
      (share) => made(open(share)).totals.deployment,
    );
    expect(unsure?.emissions.high).toBeGreaterThan((sure?.emissions.high ?? 0) * 1.01);
    for (const own of [sure, unsure])
      for (const per of ['perRequest', 'perToken'] as const) {
        const [one, all] = [own?.[per]?.emissions, whole?.[per]?.emissions];
        for (const end of ['low', 'value', 'high'] as const) expect((one?.[end] ?? 0) / (all?.[end] ?? 1)).toBeCloseTo(1, 6);
      }
  });

  it('is this model’s in each of several deployments, so that requests × figure is the total', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 4 }), (shares) => {
        const { totals, phases } = made(...shares.map((share, n) => served(`share: ${share} %, `, `s${n}`)));
        const { deployment } = totals;
        const sum = phases.reduce((all, { requests = 0 }) => all + requests, 0);
        expect(deployment?.perRequest?.requests).toBeCloseTo(sum, 3);
        expect((deployment?.perRequest?.emissions.value ?? 0) * sum).toBeCloseTo(deployment?.emissions.value ?? 0, 6);
        for (const one of deployment?.perPhase ?? []) expect(one.emissions.value).toBeCloseTo(2.5e-5, 12);
      }),
      { numRuns: 20 },
    );
  });

  const shared: Assessment = made(trained('share: 25 %, '), served('share: 25 %, '));

  it('is named where the section and the report have its hours and requests', () => {
    const charts = chartsOf(shared);
    const [section, report] = [renderSection(shared, charts, context), renderReportPage(shared, charts, context)].map(plain);
    expect(section).toContain('**Hours used:** 8,000 GPU-hours (this model’s share)');
    expect(section).toContain('1 million requests (this model’s share) in 90 days');
    expect(report).toContain('1 million requests, 500 million tokens (this model’s share) in 90 days');
    for (const text of [section, report]) expect(text).not.toMatch(/\b32,000 GPU-hours|\b4 million/);
  });

  it('is in every format as the share, or says that it is of the whole phase', async () => {
    for (const id of ['tex', 'csv', 'checklist', 'cyclonedx', 'spdx', 'boamps', 'eu', 'sci'] as const) {
      const { files } = await written(id, shared);
      for (const [file, text] of files) {
        const lines = plain(String(text)).split('\n');
        const whole = lines.filter((line) => /\b(?:32,?000|4,?000,?000|4 million|3\.2\D{1,6}10|3\.2e22)\b/.test(line));
        expect(whole, file).toEqual([]);
        // A property has its name in the line before.
        for (const [n, line] of lines.entries())
          if (/\b(?:41\.7|42) days|\b1,?000 h\b/.test(line)) expect(`${lines[n - 1]}\n${line}`, file).toMatch(/whole[ -]phase|25/);
      }
    }
  });
});

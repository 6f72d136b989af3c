import { expect } from 'vitest';
import type { Assessment, DeploymentTotal, Total } from '../../../src/assessment/assessment.js';

/** Manifests that use what formats have no field of their own for, by what they use. */
export const made: Readonly<Record<string, string>> = {
  'embodied by occupancy': [
    'model: { name: M, parameters: 7B }',
    'hardware: { h: { accelerator: A100 SXM 80GB, accelerators: 64, embodied: { accelerator: 150 kg, server: 2500 kg, lifetime: 6 years, occupancy: 0.85, cite: p } } }',
    'phases: [{ phase: training, hardware: h, duration: 200 h, location: FR, year: 2023, tokens: 2B }]',
  ].join('\n'),
  'contracts, claims and a residual mix': [
    'model: M',
    'phases:',
    '  - { phase: training, hardware: 8 x A100 80GB, duration: 72 h, location: Sweden, year: 2023, grid: { intensity: 41 g/kWh, market: { value: 3 g/kWh, cite: contract }, provider: "Vattenfall AB", energy_source: hydropower } }',
    '  - { phase: evaluation, hardware: 8 x A100 80GB, duration: 5 h, location: DE, year: 2023, grid: { residual_mix: { value: 720 g/kWh, cite: AIB } } }',
    '  - { phase: deployment, hardware: 2 x L4, duration: 30 d, requests: 120k, location: FR, year: 2024 }',
  ].join('\n'),
  'water on site and off site': [
    'model: M',
    'phases:',
    '  - { phase: training, energy: { value: 81 MWh, boundary: node }, pue: 1.3, location: Poland, year: 2022, wue: { value: 1.9 L/kWh, low: 1.5 L/kWh, high: 2.1 L/kWh, cite: operator }, grid: { intensity: 700 g/kWh, water: { value: 2.2 L/kWh, cite: w } } }',
    '  - { phase: deployment, hardware: 4 x H100, duration: 90 days, requests: 1.5 million, tokens: { value: 3e9, key: output }, cloud: gcp, region: us-central1, year: 2024 }',
  ].join('\n'),
  'a share of a phase, with what it includes': [
    'model: { id: o/m, name: M }',
    'base_model: [{ id: o/base, emissions: { value: 31.2 t, low: 20 t, high: 40 t }, energy: 74 MWh, boundary: facility, cite: its card }, { name: "第二 base" }]',
    'phases:',
    '  - { phase: data, name: "проба, (1)", energy: { value: 12 MWh, boundary: facility }, share: { value: 30 %, key: tokens }, pue: 1.15, location: FR, year: 2023, embodied: { value: 90 kg, cite: x }, includes: [restarts, failed runs] }',
    '  - { phase: experiments, hardware: 16 x V100, duration: 400 h, share: 0.125, location: DE, year: 2022, includes: none }',
    '  - { phase: finetuning, hardware: 8 x H100 SXM, accelerators: 8, duration: 30 h, idle: 900 kWh, overhead: 100 kWh, location: aws us-west-2, year: 2024, runs: 3, memory: 512 GB, flops: { value: 4e19 FLOP, method: 6ND } }',
  ].join('\n'),
  'totals as published': [
    'model: M',
    'phases:',
    '  - { phase: training, name: 8B, emissions: { value: 420 t, boundary: facility, cite: card }, hardware: H100 SXM, accelerator_hours: 1.46M, embodied: { value: 33 t, cite: y }, includes: restarts, year: 2024 }',
    '  - { phase: training, name: "70B, \\"second\\"", emissions: { value: 2040 t, cite: card }, system_boundary: [dynamic], location: US, year: 2024 }',
    '  - { phase: deployment, energy: { value: 914 kWh, boundary: components }, system_boundary: [dynamic], not_counted: { embodied: "shared with others" }, duration: 18 d, requests: 230768, location: US, year: 2022 }',
  ].join('\n'),
  'several deployments and offsets': [
    'model: { name: "模型 7B", slug: model-7b, version: "2", released: 2024-05-01, supplier: Org, url: "https://example.org/m", inference_flops: { value: 5e17 FLOP, method: a } }',
    'report: { date: 2024-06-01, authors: [A, "B: c"], url: "https://example.org/c", publisher: P, licence: CC BY 4.0, confidentiality: public, paper: letter }',
    'software: { os: linux, language: python, framework: pytorch }',
    'task: { family: text generation, algorithm: llm, dataset: [{ type: token, items: 2e12 }, { type: text, usage: output, url: "https://example.org/d" }], infrastructure: onPremise }',
    'offsets: { value: 12 tCO2e, cite: registry }',
    'phases:',
    '  - { phase: training, hardware: 8 x A100 80GB, duration: 10 h, location: FR, started: 2024-02-03 }',
    '  - { phase: deployment, name: a, hardware: 1 x A100 80GB, duration: 720 h, requests: 900, tokens: 1e6, location: DE, year: 2024 }',
    '  - { phase: deployment, name: b, hardware: 1 x L4, duration: 720 h, requests: 41000, location: FR, year: 2024, power: { value: 40 W, boundary: accelerator } }',
  ].join('\n'),
};

/** What two assessments of one footprint have alike: every number, and the words that a number depends on. */
export function figuresOf({ model, totals, phases, lines, offsets, baseModels, breakEven }: Assessment): object {
  return {
    parameters: model.parameters,
    totals: Object.fromEntries(Object.entries(totals).map(([id, total]) => [id, total && totalOf(total)])),
    breakEven: breakEven && { requests: breakEven.requests, compares: breakEven.compares, days: breakEven.days },
    offsets: offsets?.emissions,
    baseModels: baseModels?.map(({ source: _, ...rest }) => rest),
    phases: phases
      .filter(({ phase, name }) => lines.some((line) => line.phase === phase && line.name === name))
      .map(({ phase, name, requests, tokens, share, includes, year, started, runs, memory, flops, duration, accelerators, grid }) => ({
        ...{ phase, name, requests, tokens, share, includes, year, started, runs, memory, duration, accelerators },
        flops: flops?.value,
        grid: grid && { ...grid.intensity, year: grid.year, provider: grid.provider, energySource: grid.energySource },
        market: grid?.market && { ...grid.market.intensity, kind: grid.market.kind === 'residual mix' ? grid.market.kind : 'contract' },
      }))
      .toSorted(byPhase),
    lines: lines
      .map(({ phase, name, component, energy, emissions, emissionsMarket, water, share, basis }) => ({
        ...{ phase, name, component, energy, emissions, emissionsMarket, water, share, basis },
      }))
      .toSorted(byPhase),
  };
}

function byPhase(a: object, b: object): number {
  const keyOf = (one: object): string => {
    const { phase, name, component } = one as Readonly<Record<string, unknown>>;
    return JSON.stringify([phase, name, component]);
  };
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function totalOf(total: Total & Partial<DeploymentTotal>): object {
  const { emissions, emissionsMarket, energy, water, byCalendar, components, perRequest, perPhase, perToken, period } = total;
  return { emissions, emissionsMarket, energy, water, byCalendar, components, perRequest, perPhase, perToken, period };
}

export interface Tolerances {
  /** Of values: a draft has twelve digits. */
  readonly value?: number;
  /** Of the ends of intervals, which are sampled anew; none where the format has no place for intervals. */
  readonly ends?: number | undefined;
}

/** The same words everywhere, and the same numbers. */
export function expectSameFigures(read: unknown, written: unknown, tolerances: Tolerances = {}, at = ''): void {
  const { value = 1e-9, ends } = tolerances;
  if (typeof written === 'number') {
    const isEnd = /\.(?:low|high)$/.test(at);
    const allowed = isEnd ? ends : value;
    if (allowed === undefined) return;
    // An interval where one side has none is compared by nobody.
    if (isEnd && read === undefined) return;
    expect(Math.abs(Number(read) - written), `${at}: ${String(read)} for ${written}`).toBeLessThanOrEqual(allowed * Math.abs(written));
  } else if (typeof written !== 'object' || written === null) {
    if (!/\.(?:low|high)$/.test(at)) expect(read, at).toBe(written);
  } else {
    const keys = new Set([...Object.keys(written), ...Object.keys(Object(read) as object)]);
    for (const key of keys)
      expectSameFigures(
        (read as Record<string, unknown> | undefined)?.[key],
        (written as Record<string, unknown>)[key],
        tolerances,
        `${at}.${key}`,
      );
  }
}

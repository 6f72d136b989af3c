import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment, Line } from '../../../src/assessment/assessment.js';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { readYaml } from '../../../src/manifest/yaml/yaml.js';
import { boamps } from '../../../src/outputs/boamps/boamps.js';
import { assessmentText } from '../../../src/render/assessment-text.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { initManifest } from '../../../src/verbs/init.js';
import { boampsClaims } from '../../../src/verbs/shared/audited/audit-boamps.js';
import { subjectOf } from '../../../src/verbs/shared/audited/audit-subjects.js';
import { faultsOf } from '../made.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'round-trips-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const readText = (file: string): Promise<string> => readFile(file, 'utf8');
const assessed = (text: string): Assessment => assess(parseManifest(text), { samples: 0 });
const fixtures = ['bloom', 'five-phases', 'twelve-phases', 'least', 'llama-2-7b', 'meena', 'olmo-2-7b', 'stable-diffusion-v1'] as const;

const amount = (min: number, max: number) =>
  fc.double({ min, max, noNaN: true, noDefaultInfinity: true }).map((value) => Number(value.toPrecision(6)));
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** What a phase is calculated from, given its accelerator-hours: a meter somewhere, a power, or the device alone. */
const evidence = fc.oneof(
  fc
    .record({
      kW: amount(0.2, 0.4),
      boundary: fc.constantFrom(', boundary: accelerator', ', boundary: components', ', boundary: node', ', boundary: facility', ''),
    })
    .map(
      ({ kW, boundary }) =>
        (hours: number) =>
          `energy: { value: ${kWh(kW * hours)}${boundary} }`,
    ),
  amount(200, 390).map((watts) => () => `power: ${watts} W`),
  fc.constant(() => 'load: 70 %'),
);
const kWh = (value: number): string => `${Number(value.toPrecision(6))} kWh`;
const beside = fc.record({
  pue: optional(amount(1.01, 1.9).map((pue) => () => `pue: ${pue}`)),
  idle: optional(amount(0.01, 0.05).map((kW) => (hours: number) => `idle: ${kWh(kW * hours)}`)),
  embodied: optional(amount(0.01, 0.05).map((kg) => (hours: number) => `embodied: ${Number((kg * hours).toPrecision(6))} kgCO2e`)),
  requests: optional(fc.integer({ min: 1, max: 1e6 }).map((count) => () => `requests: ${count}`)),
  boundary: optional(
    fc.constantFrom('[dynamic]', '[embodied, dynamic, overhead]').map((components) => () => `system_boundary: ${components}`),
  ),
  share: optional(fc.constantFrom('25 %', '60 %').map((share) => () => `share: ${share}`)),
});
const place = fc.constantFrom(
  'location: FR',
  'cloud: gcp, region: us-central1',
  'location: "Oregon, US"',
  'location: DE, grid: { intensity: 321.5 g/kWh, market: 12 g/kWh }',
);
const kind = fc.constantFrom('data', 'experiments', 'training', 'finetuning', 'evaluation', 'deployment');
const machine = fc.constantFrom(
  { hardware: '8 x A100 80GB', count: 8 },
  { hardware: '4 x H100 SXM', count: 4 },
  { hardware: '16 x V100', count: 16 },
);

const phase = fc
  .record({ kind, machine, hours: fc.integer({ min: 1, max: 900 }), evidence, beside, place })
  .map(({ kind: of, machine: { hardware, count }, hours, evidence: from, beside: more, place: where }) => {
    const parts = [from, ...Object.values(more)].flatMap((part) => part?.(hours * count) ?? []);
    return [`phase: ${of}`, `hardware: ${hardware}`, `duration: ${hours} h`, where, 'year: 2023', ...parts].join(', ');
  });
const isAssessable = (text: string): boolean => faultsOf(() => assessed(text)).length === 0;
const manifest = fc
  .array(phase, { minLength: 1, maxLength: 4 })
  .map((phases) => `model: Generated\nphases:\n${phases.map((text, n) => `  - { ${text}, name: n${n} }`).join('\n')}\n`)
  .filter(isAssessable);

/** Numbers that are the same to as many digits as a manifest has. */
const about = (value: number): number => expect.toSatisfy((other: number) => Math.abs(other - value) <= 1e-9 * Math.abs(value)) as number;
const figures = (lines: readonly Line[]) => lines.map(({ id, energy, emissions }) => ({ id, kWh: energy?.value, kg: emissions.value }));
const sameFigures = (lines: readonly Line[]) =>
  figures(lines).map(({ kWh, kg, ...rest }) => ({ ...rest, kWh: kWh === undefined ? undefined : about(kWh), kg: about(kg) }));

type Json = { readonly [key: string]: unknown } | readonly unknown[];

/** Paths of all parts of a JSON value: `phases.0.grid`. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly string[] {
  const own = path.length === 0 ? [] : [path.join('.')];
  if (typeof value !== 'object' || value === null) return own;
  return [...own, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

/** A copy with another part. */
function set(value: Json, path: string, part: unknown): Json {
  const copy = structuredClone(value) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => at[key] as Record<string, unknown>, copy);
  parent[last] = part;
  return copy;
}

/** Facts of a phase that a manifest from an assessment does not have, each with the reason. */
const lostOfPhase = {
  power: 'the energy is that of the assessment, and a power beside it would be a second one',
  runHours: 'follows from the accelerator-hours',
  pue: 'the overhead is that of the assessment',
  deviceType: 'follows from the device',
  systemBoundary: 'components without a line are left out',
  place: 'a cloud without a region is no place; the country is compared',
} as const;
const lostOfGrid = {
  alternatives: 'those of the tables, whose place is not looked up again',
  basis: 'the figure is declared in the manifest, wherever it was from',
  origin: 'of the table',
  source: 'an id of its own in each assessment',
} as const;
const without = (value: object, keys: object) => Object.fromEntries(Object.entries(value).filter(([key]) => !(key in keys)));
const digits = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toPrecision(10)) : value);
const factsOf = ({ model, phases, lines }: Assessment): unknown => {
  const facts = {
    model: { ...model, inferenceFlops: model.inferenceFlops?.value },
    phases: phases
      .filter(({ phase: of, name }) => lines.some((line) => line.phase === of && line.name === name))
      .map(({ grid, flops, place: where, ...rest }) => ({
        ...without(rest, lostOfPhase),
        flops: flops?.value,
        country: where?.country,
        grid: grid && {
          ...without(grid, lostOfGrid),
          lifeCycle: grid.lifeCycle?.split(',')[0],
          market: grid.market && without(grid.market, lostOfGrid),
        },
      })),
  };
  return JSON.parse(JSON.stringify(facts, digits));
};

const headline = ({ totals }: Assessment): number => (totals.development ?? totals.deployment)?.emissions.value ?? Number.NaN;

describe('an assessment', () => {
  const again = async (first: Assessment): Promise<Assessment> => {
    const file = join(folder, 'assessment.json');
    await writeFile(file, assessmentText(first));
    const { text, openQuestions } = await initManifest([file], { out: '-' });
    expect(openQuestions).toBe(0);
    return assessed(text);
  };

  it('begins a manifest whose assessment has the same lines, energies and emissions', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const first = assessed(text);
        const second = await again(first);
        expect(figures(second.lines)).toEqual(sameFigures(first.lines));
        expect(headline(second)).toBeCloseTo(headline(first), 6);
      }),
      { seed: 17, numRuns: 60 },
    );
  }, 120_000);

  it.each(fixtures)('of %s, too', async (slug) => {
    const first = JSON.parse(await readText(`reports/${slug}/assessment.json`)) as Assessment;
    const second = await again(first);
    expect(figures(second.lines)).toEqual(sameFigures(first.lines));
  });

  it.each(fixtures)('of %s begins a manifest with the facts of the model and its phases, except those that are listed', async (slug) => {
    const first = JSON.parse(await readText(`reports/${slug}/assessment.json`)) as Assessment;
    expect(factsOf(await again(first))).toEqual(factsOf(first));
  });

  it('begins a manifest with what it states of model, report, grid, water and use', async () => {
    const text = [
      'model: { id: o/m, version: "1.0", released: 2024-05-01, supplier: Org, cite: Paper, url: "https://example.org/m", inference_flops: { value: 5e17 FLOP, method: a } }',
      'report: { date: 2024-06-01, authors: [A, "B: c"], url: "https://example.org/c", domain: example.org, publisher: P, licence: CC BY 4.0, confidentiality: public, paper: letter }',
      'offsets: { value: 12 tCO2e, cite: registry }',
      'phases:',
      '  - { phase: training, hardware: 8 x A100, duration: 10 h, accelerators: 8, energy: 20 kWh, wue: 0.5 L/kWh, year: 2024, tokens: { value: 1e9, key: seen }, flops: { value: 3e19 FLOP, method: 6ND }, runs: 5, memory: 256 GB, location: FR, grid: { intensity: 50 g/kWh, water: 2 L/kWh, provider: EDF, energy_source: nuclear } }',
      '  - { phase: deployment, hardware: 1 x A100, duration: 720 h, energy: 20 kWh, requests: 900, tokens: 1e6, location: DE, year: 2024 }',
      '',
    ].join('\n');
    const first = assessed(text);
    const second = await again(first);
    expect(second.model).toEqual({ ...first.model, inferenceFlops: expect.objectContaining({ value: 5e17, method: 'a' }) });
    expect(second.report).toEqual(first.report);
    expect(second.offsets?.emissions.value).toBe(12_000);
    expect(second.phases[0]).toMatchObject({
      tokens: { value: 1e9, which: 'seen' },
      runs: 5,
      memory: { value: 256 },
      flops: { value: 3e19 },
    });
    expect(second.phases[0]?.grid).toMatchObject({ provider: 'EDF', energySource: 'nuclear' });
    expect(factsOf(second)).toEqual(factsOf(first));
    const water = first.lines.map(({ water: of }) => (of === undefined ? undefined : about(of.value)));
    expect(water.filter((one) => one !== undefined).length).toBeGreaterThan(1);
    expect(second.lines.map(({ water: of }) => of?.value)).toEqual(water);
  });

  it('has its own numbers in an audit', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const first = assessed(text);
        const { claims } = await subjectOf(assessmentText(first), 'assessment.json', {});
        const kWh = (claims?.values ?? []).filter(({ measure }) => measure === 'energy').map(({ value }) => value);
        expect(kWh).toEqual(first.lines.flatMap(({ energy }) => energy?.value ?? []));
      }),
      { seed: 17, numRuns: 20 },
    );
  }, 60_000);

  it('begins no manifest beside a log', async () => {
    const file = join(folder, 'assessment.json');
    await writeFile(file, assessmentText(assessed('model: M\nhardware: 8 x A100\nduration: 1 h\nlocation: FR\n')));
    await expect(initManifest([file, 'fixtures/trackers/boamps/inference.json'], { out: '-' })).rejects.toMatchObject({
      diagnostics: [{ id: 'assessment-beside-logs' }],
    });
  });

  it.each([
    [{ hardware: '8 x A100', time: '2 h', place: 'FR', year: '2022' }, '--hardware, --time, --place, --year'],
    [{ year: '2022', model: 'Other' }, '--year'],
  ])('refuses the options %j, which it has no use for', async (options, named) => {
    const refused = initManifest(['reports/bloom/assessment.json'], { out: '-', ...options });
    await expect(refused).rejects.toMatchObject({ diagnostics: [{ id: 'options-beside-assessment' }] });
    await expect(refused).rejects.toMatchObject({ diagnostics: [{ message: expect.stringContaining(`already: ${named} cannot`) }] });
  });

  it('with parts of another type is refused', async () => {
    const file = join(folder, 'broken.json');
    const first = assessed('model: M\nhardware: 8 x A100\nduration: 1 h\nlocation: FR\n');
    const [line] = first.lines;
    await writeFile(file, JSON.stringify({ ...first, lines: [{ ...line, emissions: { value: '1', unit: 'kgCO2e' } }] }));
    await expect(initManifest([file], { out: '-' })).rejects.toMatchObject({ diagnostics: [{ id: 'not-an-assessment' }] });
  });

  it.each([
    ['phases[0].grid.market.intensity', (one: Json) => set(one, 'phases.0.grid.market', {})],
    ['phases[0].grid.zone', (one: Json) => set(one, 'phases.0.grid.zone', {})],
    ['phases[0].task', (one: Json) => set(one, 'phases.0.task', 'x')],
    ['sources', (one: Json) => set(one, 'sources', null)],
    ['sources[0]', (one: Json) => set(one, 'sources', [null])],
    ['software', (one: Json) => set(one, 'software', null)],
    ['baseModels', (one: Json) => set(one, 'baseModels', {})],
    ['baseModels[0]', (one: Json) => set(one, 'baseModels', [null])],
  ])('with a fault at %s is refused, with this path', async (path, change) => {
    const first = JSON.parse(await readText('reports/bloom/assessment.json')) as Json;
    const file = join(folder, 'fault.json');
    await writeFile(file, JSON.stringify(change(first)));
    const refused = initManifest([file], { out: '-' });
    await expect(refused).rejects.toMatchObject({ diagnostics: [{ id: 'not-an-assessment' }] });
    await expect(refused).rejects.toMatchObject({ diagnostics: [{ message: expect.stringContaining(`\`${path}\``) }] });
  });

  it('with any part replaced begins a manifest or is refused; an audit reads it or refuses it', async () => {
    const file = join(folder, 'changed.json');
    const firsts = await Promise.all(fixtures.map(async (slug) => JSON.parse(await readText(`reports/${slug}/assessment.json`)) as Json));
    const change = fc
      .constantFrom(...firsts)
      .chain((first) =>
        fc
          .tuple(fc.constantFrom(...pathsOf(first)), fc.constantFrom(null, {}, [], [null], 'x', -1))
          .map(([path, value]) => JSON.stringify(set(first, path, value))),
      );
    await fc.assert(
      fc.asyncProperty(change, async (text) => {
        await writeFile(file, text);
        for (const work of [() => initManifest([file], { out: '-' }), () => auditFiles([file])])
          await work().catch((error: unknown) => {
            if (!(error instanceof InputError)) throw error;
          });
      }),
      { seed: 17, numRuns: 150 },
    );
  }, 120_000);

  it('holds names that are no YAML', async () => {
    const name = 'a: "b"\n- {c} #d?';
    const second = await again(
      assessed(
        `model: ${JSON.stringify({ name, slug: 'm' })}\nlocation: FR\nphases: [{ phase: training, name: ${JSON.stringify(name)}, energy: 5 kWh }]\n`,
      ),
    );
    expect(second.model.name).toBe(name);
    expect(second.phases[0]?.name).toBe(name);
  });
});

describe('the BoAmps reports of an assessment', () => {
  const reportsOf = async (first: Assessment): Promise<readonly string[]> => {
    const files = boamps.render(JSON.parse(JSON.stringify(first)) as Assessment, { report: () => undefined } as never);
    return Promise.all(
      [...files].map(async ([name, text]) => {
        await writeFile(join(folder, name), text);
        return join(folder, name);
      }),
    );
  };
  /** The lines of electricity, by component and size; phases of one report have no names. */
  const electricity = (lines: readonly Line[]): readonly Line[] =>
    lines
      .filter(({ energy }) => energy !== undefined)
      .map((line) => ({ ...line, id: line.component }))
      .sort((a, b) => (a.component < b.component ? -1 : a.component > b.component ? 1 : (a.energy?.value ?? 0) - (b.energy?.value ?? 0)));

  it('begin manifests whose assessments have the same energies, and the same emissions of electricity', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const first = assessed(text);
        const all: Line[] = [];
        for (const file of await reportsOf(first)) {
          const { text: begun } = await initManifest([file], { out: '-' });
          all.push(...assessed(begun).lines);
        }
        expect(figures(electricity(all))).toEqual(sameFigures(electricity(first.lines)));
      }),
      { seed: 17, numRuns: 40 },
    );
  }, 120_000);

  it('give every measure its evidence, and the error of the quality', async () => {
    const first = assess(
      parseManifest(
        'model: M\nhardware: 8 x A100 80GB\nduration: 72 h\nlocation: FR\nyear: 2023\nload: { value: 75 %, low: 60 %, high: 85 % }\npue: 1.2\n',
      ),
      {},
    );
    const [file = ''] = await reportsOf(first);
    const quality = (JSON.parse(await readText(file)) as { quality: 'low' | 'medium' | 'high' }).quality;
    const error = { high: 0.1, medium: 0.25, low: 0.5 }[quality];
    const [phase] = parseManifest((await initManifest([file], { out: '-' })).text).manifest.phases;
    const electric = first.lines.filter(({ energy }) => energy !== undefined);
    expect(electric.map(({ component }) => component)).toEqual(['dynamic', 'host', 'overhead']);
    for (const { component, basis, energy } of electric) {
      const kWh = energy?.value ?? Number.NaN;
      const read = phase?.[component === 'dynamic' ? 'energy' : (component as 'host' | 'overhead')];
      expect(read, component).toMatchObject({
        basis,
        value: about(kWh),
        low: about(kWh * (1 - error)),
        high: about(kWh * (1 + error)),
      });
    }
  });

  it('have the same numbers in an audit', async () => {
    await fc.assert(
      fc.asyncProperty(manifest, async (text) => {
        const first = assessed(text);
        const all: number[] = [];
        for (const file of await reportsOf(first)) {
          const content = await readText(file);
          const { read } = readYaml(content);
          if (read === undefined) throw new Error('no JSON');
          const { claims } = await boampsClaims(content, read, file);
          all.push(...claims.values.filter(({ measure }) => measure === 'energy').map(({ value }) => value));
        }
        const expected = first.lines.flatMap(({ energy }) => energy?.value ?? []);
        // A report has 15 digits.
        const shown = expected.map((value) => Number(value.toPrecision(15)));
        expect(all.sort((a, b) => a - b)).toEqual(shown.sort((a, b) => a - b));
      }),
      { seed: 17, numRuns: 30 },
    );
  }, 60_000);

  it('are questioned as other claims are: 8 A100 that took 1000 times as much', async () => {
    const [file = ''] = await reportsOf(
      assessed('model: M\nhardware: 8 x A100 80GB\nduration: 10 h\nlocation: FR\nenergy: { value: 20 kWh, boundary: accelerator }\n'),
    );
    const findings = async () => (await auditFiles([file]))[0]?.findings ?? [];
    expect(await findings()).toEqual([]);
    await writeFile(file, (await readText(file)).replace('"powerConsumption": 20,', '"powerConsumption": 20000,'));
    const [finding] = await findings();
    expect(finding).toMatchObject({ id: 'power-above-limit', file });
    const lines = (await readText(file)).split('\n');
    expect(lines[(finding?.line ?? 0) - 1]).toContain('"powerConsumption": 20000');
  });
});

it('audits a BoAmps report of another program', async () => {
  expect(await auditFiles(['fixtures/trackers/boamps/inference.json'])).toMatchObject([{ kind: 'boamps' }]);
});

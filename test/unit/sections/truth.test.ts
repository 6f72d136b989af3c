import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { chartsOf } from '../../../src/charts/index.js';
import { explanationBlocks } from '../../../src/cli/texts/explanation-text.js';
import { pageText } from '../../../src/cli/texts/page.js';
import { explain } from '../../../src/explain/explain.js';
import type { SectionId } from '../../../src/sections/ids.js';
import { co2Facts } from '../../../src/sections/words/co2-emissions.js';
import { plain } from '../../../src/units/format.js';
import { summaryOf } from '../../../src/verbs/shared/summary/summary.js';
import { grid, made, madeOf } from '../made.js';
import { rendered } from './rendered.js';

const text = (assessment: Assessment, id: SectionId): string => plain(rendered(id, assessment));
const explained = (assessment: Assessment, asked?: string): string =>
  pageText(
    explanationBlocks(explain(assessment, asked), (id) => id),
    { columns: 200, paint: (words) => words },
  ).replaceAll('\u202f', ' ');

describe('a published total alone', () => {
  const a = made('{ phase: training, emissions: { value: 8930 t, boundary: facility, cite: "card" } }');

  it('is said to be as published, and what it holds is named', () => {
    expect(text(a, 'summary')).toContain(
      'emitted about **8.93 kt CO₂e** (90 % interval 8.04–9.82 kt, as published), all of it from the published total',
    );
    expect(text(a, 'summary')).toContain(
      'from the published total (including the rest of the servers, idle machines, and cooling and losses).\n',
    );
    expect(text(a, 'hub')).toMatch(/8\.93 kt CO₂e \(development, as published\)$/m);
    expect(co2Facts(a)?.source).toMatch(/^Development total, as published, of the report “Carbon footprint of M”/);
    expect(co2Facts(a)?.source).toContain(
      'in the section Environmental Impact: emissions of training from the published total (including the rest of the servers, idle machines, and cooling and losses)',
    );
    expect(summaryOf(a).total).toBe('M: 8.93 kt CO₂e (development, as published)');
    expect(explained(a)).toContain('location-based (as published: Training); factors');
    expect(text(a, 'method')).toContain('The electricity of Training is as published, with nothing to calculate it from;');
    expect(text(a, 'method')).not.toContain('location-based');
  });

  it('has no electricity anywhere, in the table neither', () => {
    for (const id of ['summary', 'cover', 'breakdown'] as const) expect(text(a, id)).not.toMatch(/Electricity:|Energy|kWh/);
    const [chart] = chartsOf(a);
    expect(chart?.title).toBe('Emissions of M');
    expect(chart?.longAlt).toContain('Training, published total 8.93 kt.');
    expect(JSON.stringify(chart?.spec)).toContain('Emissions as published.');
    expect(JSON.stringify(chart?.spec)).not.toContain('location-based');
  });

  it('may hold failed runs, which its hours cannot', () => {
    expect(text(a, 'not-counted')).toContain(
      'Failed and preliminary runs: no record given; it is unknown whether the published total includes them',
    );
  });

  it('beside another phase is told apart', () => {
    const both = made(
      '{ phase: training, emissions: { value: 8930 t, boundary: facility, cite: "card" } }',
      `{ phase: finetuning, site: { ${grid} }, energy: { value: 10 kWh, boundary: facility } }`,
    );
    expect(text(both, 'summary')).toContain('location-based, training as published)');
    expect(text(both, 'summary')).toMatch(/\| Training \| [^|]+ \| [^|]+ \| – \|\n/);
    expect(text(both, 'cover')).toContain('**Energy** 10.0 kWh (without training, whose emissions are published without energy)');
  });
});

describe('beside the total', () => {
  const run = (power: string): string =>
    `{ phase: training, site: { ${grid}, pue: 1.2 }, accelerators: 8, duration: 100 h, power: { value: 400 W, boundary: accelerator${power} } }`;

  it('is how much of it rests on which evidence, and accelerators × PUE: 320 kWh × 1.2 × 100 g/kWh = 38.4 kg', () => {
    const a = made(run(', basis: measured'));
    const { byBasis = [], acceleratorsTimesPue, emissions } = a.totals.development ?? {};
    expect(acceleratorsTimesPue?.value).toBeCloseTo(38.4, 9);
    expect(byBasis.map(({ basis }) => basis)).toEqual(['measured', 'assumed']);
    expect(byBasis.reduce((sum, one) => sum + one.emissions.value, 0)).toBeCloseTo(emissions?.value ?? 0, 9);
    expect(byBasis[0]?.emissions.value).toBeCloseTo(32, 9);
    const sentence =
      /\d+ % of it rests on metered energy, \d+ % on defaults or assumptions\. Counting accelerators × PUE alone, as most cards do, would give 38.4 kg CO₂e\./;
    expect(text(a, 'summary')).toMatch(
      /\n\d+ % of it rests on metered energy, \d+ % on defaults or assumptions\.\nCounting accelerators × PUE alone, as most cards do, would give 38\.4 kg CO₂e\.\n/,
    );
    expect(text(a, 'cover')).toMatch(sentence);
    expect(explained(a)).toMatch(/compare +38.4 kg CO₂e on a boundary of accelerators × PUE, as most cards print/);
  });

  it('is nothing to compare with where a phase was not metered at the accelerators, or has no PUE', () => {
    const node = `{ phase: evaluation, site: { ${grid} }, energy: { value: 10 kWh, boundary: node } }`;
    expect(made(run(''), node).totals.development).not.toHaveProperty('acceleratorsTimesPue');
    expect(text(made(run(''), node), 'summary')).not.toContain('accelerators × PUE');
  });

  it('is not compared with itself', () => {
    const a = made(`${run('').slice(0, -1)}, system_boundary: [dynamic, overhead] }`);
    expect(a.totals.development?.acceleratorsTimesPue?.value).toBeCloseTo(a.totals.development?.emissions.value ?? 0, 9);
    expect(text(a, 'summary')).not.toContain('accelerators × PUE');
  });

  it('says it in one word where all is of one basis', () => {
    const facility = 'energy: { value: 1 kWh, boundary: facility';
    expect(text(made(`{ phase: training, site: { ${grid} }, ${facility} } }`), 'summary')).toContain(
      'None of it rests on metered energy: all on the authors’ figures.',
    );
    expect(text(made(`{ phase: training, site: { ${grid} }, ${facility}, basis: measured } }`), 'summary')).toContain(
      'All of it rests on metered energy.',
    );
  });
});

describe('per request of several deployments', () => {
  const chat = `{ phase: deployment, name: chat, site: { ${grid} }, energy: { value: 100 kWh, boundary: facility }, requests: 1000, duration: 30 days }`;
  const search = (more: string): string =>
    `{ phase: deployment, name: search, site: { ${grid} }, energy: { value: 10 kWh, boundary: facility }, duration: 30 days${more} }`;

  it('is shown of each, and of all as their mean: 10 kg ÷ 1,000 and 1 kg ÷ 1,000,000', () => {
    const a = made(chat, search(', requests: 1e6'));
    const { perPhase = [], perRequest } = a.totals.deployment ?? {};
    expect(perPhase.map(({ name, emissions }) => [name, emissions.value])).toEqual([
      ['chat', 0.01],
      ['search', 1e-6],
    ]);
    expect(perRequest?.emissions.value).toBeCloseTo(11 / 1_001_000, 12);
    expect(text(a, 'use')).toMatch(/- \*\*Request \(chat\):\*\* 10\.0 g CO₂e \([\d.]+–[\d.]+\); 100 Wh \([\d.]+–[\d.]+\)\n/);
    expect(text(a, 'use')).toMatch(/- \*\*Request, mean of all:\*\*/);
    const developed = made(
      `{ phase: training, site: { ${grid} }, energy: { value: 1 kWh, boundary: facility } }`,
      chat,
      search(', requests: 1e6'),
    );
    expect(text(developed, 'summary')).toMatch(
      /\nEach request emits about 10\.0 g CO₂e \(chat; 90 % interval [\d.]+–[\d.]+ g\) and 1\.00 mg CO₂e \(search; [\d.]+–[\d.]+ mg\), from computing \(including/,
    );
    expect(explained(a)).toMatch(/a request +10\.0 g CO₂e, over 1,000 requests of chat/);
  });

  it('is shown of those that state requests, and why there is none of all', () => {
    const a = made(chat, search(''));
    expect(a.totals.deployment).not.toHaveProperty('perRequest');
    expect(text(a, 'use')).toContain('There is no figure per request of all deployments, as Deployment (search) states no requests.');
    expect(text(a, 'use')).toContain('- **Request (chat):**');
    // The section says of which deployment the figure is not known.
    expect(
      text(made(`{ phase: training, site: { ${grid} }, energy: { value: 1 kWh, boundary: facility } }`, chat, search('')), 'summary'),
    ).toMatch(/\(chat; [^)]*\) \(not known for deployment \(search\)\), from/);
    expect(text(a, 'use')).not.toMatch(/ {2}|served {2}/);
  });

  it('is not repeated where there is one', () => {
    expect(made(chat).totals.deployment).not.toHaveProperty('perPhase');
  });
});

describe('further impacts', () => {
  const a = madeOf('impacts: [adpe, primary-energy]\nlocation: France\nyear: 2022\nenergy: { value: 1 MWh, boundary: facility }');

  it('reach the report, the chart, the terminal and `explain`: 1,000 kWh × 9.3135 MJ/kWh = 9.3 GJ', () => {
    expect(text(a, 'breakdown')).toMatch(/\| primary energy \| 9\.3?\d* GJ|\| primary energy \| 9 GJ/);
    expect(text(a, 'breakdown')).toContain('manufacture of the hardware is not counted in them');
    expect(chartsOf(a)[0]?.longAlt).toMatch(
      /Further impacts of its electricity: abiotic resource depletion \(ADP, elements\) \d+ mg Sb eq; primary energy/,
    );
    expect(summaryOf(a).impacts).toMatch(/mg Sb eq; primary energy .* \(of electricity alone\)$/);
    expect(explained(a)).toMatch(/primary MJ +\S+ GJ, exactly 9313\.5/);
    expect(explained(a, 'training.dynamic')).toMatch(/ADP +\S+ mg Sb eq, exactly/);
  });

  it('are nowhere where they are not asked for', () => {
    const bare = madeOf('location: France\nyear: 2022\nenergy: { value: 1 MWh, boundary: facility }');
    expect(text(bare, 'breakdown')).not.toContain('Further impacts');
    expect(summaryOf(bare).impacts).toBeUndefined();
  });
});

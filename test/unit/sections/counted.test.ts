import { describe, expect, it } from 'vitest';
import { co2Facts } from '../../../src/sections/words/co2-emissions.js';
import { grid, made, madeOf, omissionOf, stateOf } from '../made.js';
import { rendered } from './rendered.js';

const metered = (head: string, more = ''): string => `{ ${head}, site: { ${grid} }, energy: { value: 10 kWh, boundary: node }${more} }`;
const a100 = 'hardware: 8 x A100 SXM4 80GB, duration: 40 h, year: 2023';
const oregon = `location: aws us-west-2, ${a100}`;
const france = `location: France, ${a100}`;

describe('failed and preliminary runs', () => {
  const unknown = 'perhaps failed and preliminary runs';

  it('are perhaps not counted where it is unknown of all phases', () => {
    expect(rendered('gaps', made(metered('phase: training')))).toContain(`; ${unknown} (unknown whether the hours include them).\n`);
  });

  it('name the phases of which it is unknown, after what is known', () => {
    const a = made(
      metered('phase: training'),
      metered('phase: finetuning', ', includes: none'),
      metered('phase: experiments', ', includes: restarts'),
    );
    expect(omissionOf(a, 'failed-runs')).toMatchObject({ phases: ['Fine-tuning'], unknownIn: ['Training'] });
    expect(rendered('gaps', a)).toContain('; failed and preliminary runs of fine-tuning; ');
    expect(rendered('gaps', a)).toContain(`; ${unknown} (it is unknown whether the hours of training include them).\n`);
  });

  it('are not counted where the manifest says so, and perhaps nowhere', () => {
    const a = made(metered('phase: training', ', includes: none'));
    expect(omissionOf(a, 'failed-runs')).not.toHaveProperty('unknownIn');
    expect(rendered('gaps', a)).toContain('failed and preliminary runs;');
    expect(rendered('gaps', a)).not.toContain('perhaps');
    expect(rendered('gaps', made(metered('phase: training', ', not_counted: { failed-runs: "no log" }')))).not.toContain('perhaps');
  });

  it('say so of a published total', () => {
    const a = made('{ phase: training, emissions: { value: 8 t, boundary: facility, cite: card } }');
    expect(rendered('gaps', a)).toContain(`${unknown} (unknown whether the published total includes them)`);
  });
});

describe('making the rest of the computer', () => {
  it.each(['1 x RTX 4090', '1 x Apple M3 Max'])('around %s is not counted, in the section and in the report', (hardware) => {
    const a = madeOf(`hardware: ${hardware}\nduration: 14 h\nlocation: Germany\nyear: 2023`);
    expect(rendered('gaps', a)).toContain(': making the rest of the computer, idle machines;');
    expect(rendered('not-counted', a)).toContain(
      '- Making the rest of the computer: it differs from one computer to the next; `embodied: { server: … }` would count it\n',
    );
    expect(rendered('assumptions', a)).toMatch(
      /- The emissions of making the computer around the .* are not counted: they differ from one computer to the next\.\n/,
    );
  });

  it('is said of the phase where another has servers', () => {
    const a = made(
      `{ phase: training, ${france} }`,
      '{ phase: finetuning, location: Germany, year: 2023, hardware: 1 x RTX 4090, duration: 14 h }',
    );
    expect(omissionOf(a, 'rest-of-computer')?.phases).toEqual(['Fine-tuning']);
    expect(rendered('gaps', a)).toContain('in fine-tuning: making the rest of the computer');
    expect(rendered('not-counted', a)).toContain('- Making the rest of the computer (Fine-tuning): ');
    expect(omissionOf(made(`{ phase: training, ${france} }`), 'rest-of-computer')).toBeUndefined();
  });

  it('is that of the servers where only the accelerators have a figure', () => {
    const a = made(
      `{ phase: training, site: { ${grid} }, hardware: { accelerator: 8 x A100 SXM4 80GB, embodied: { accelerator: 150 kgCO2e } }, duration: 40 h }`,
    );
    expect(rendered('gaps', a)).toContain(': making the servers around the accelerators, idle machines;');
  });
});

describe('water', () => {
  it('is of generating the electricity where no phase has a WUE', () => {
    const a = made(`{ phase: training, ${france} }`);
    expect(rendered('summary', a)).toMatch(/\nGenerating its electricity took about \S+ \S+ of water\.\n/);
    expect(rendered('not-counted', a)).toContain('- Cooling water of the data centre (on-site): no WUE is given\n');
    expect(rendered('not-counted', a)).toContain('no factors; only water of generating electricity is counted\n');
  });

  it('is of cooling too where all phases have a WUE', () => {
    const a = made(`{ phase: training, ${oregon} }`);
    expect(rendered('summary', a)).toContain('\nGenerating its electricity and cooling took about');
    expect(rendered('not-counted', a)).not.toContain('on-site');
    expect(rendered('not-counted', a)).toContain('only water of cooling and of generating electricity is counted');
  });

  it('names the site where some have one, and the phases that have none', () => {
    const a = made(`{ phase: training, ${oregon} }`, `{ phase: experiments, ${france} }`);
    expect(rendered('summary', a)).toContain('\nGenerating its electricity and, at AWS us-west-2 only, cooling took about');
    expect(rendered('not-counted', a)).toContain('- Cooling water of the data centre (on-site) in Experiments: no WUE is given\n');
  });

  it('of cooling is not missing where no data centre is around the machines', () => {
    const a = madeOf('hardware: 1 x RTX 4090\nduration: 14 h\nlocation: Germany\nyear: 2023');
    expect(omissionOf(a, 'on-site-water')).toBeUndefined();
    expect(a.lines.flatMap(({ notes }) => notes)).not.toContain('On-site water is not counted: no WUE is given.');
  });

  it('is listed as not counted where there is no figure at all', () => {
    const a = made(metered('phase: training'));
    expect(rendered('not-counted', a)).toContain(
      '- Water: no figure for the site or its grid; `wue:` and `grid: { water: … }` would count it\n',
    );
    expect(rendered('summary', a)).not.toContain('of water');
  });
});

it('a base model that is named is said once not to be included', () => {
  const phases = `phases:\n  - ${metered('phase: finetuning')}`;
  const named = madeOf(`base_model: distilbert/distilbert-base-uncased\n${phases}`);
  expect(rendered('summary', named)).toContain(
    'Not included: the development of distilbert/distilbert-base-uncased, whose emissions are unknown.',
  );
  expect(rendered('gaps', named)).not.toContain('base model');
  expect(rendered('gaps', madeOf(phases))).toContain(': the base model that was fine-tuned;');
});

it('servers that are not counted are one item with the sum of their sizes: (100 + 50 kWh) × 0.4', () => {
  const phase = (name: string, energy: number): string =>
    `{ phase: training, name: ${name}, site: { ${grid} }, energy: { value: ${energy} kWh, boundary: accelerator }, system_boundary: [dynamic] }`;
  const a = made(phase('one', 100), phase('two', 50));
  expect(stateOf(a, 'host')?.size).toEqual({ value: 40, unit: 'kWh' });
  expect(rendered('gaps', a)).toContain('the rest of the servers (about 60 kWh)');
  expect(rendered('not-counted', a)).toContain(
    "- The rest of the servers (all phases), about 60 kWh in all: outside the manifest's system boundary; the size is by the default share of 0.4\n",
  );
});

describe('citations', () => {
  it('of phases do not become those of hardware or a site that they share', () => {
    const phase = (head: string): string => `  - { ${head}, site: here, hardware: node, accelerator_hours: 100 }`;
    const a = madeOf(`sites: { here: { ${grid}, pue: 1.3 } }
hardware: { node: { accelerator: A100 SXM4 80GB, per_node: 8 } }
phases:
${phase('phase: experiments, cite: Log of the sweep')}
${phase('phase: training, cite: Log of the run')}
${phase('phase: evaluation')}`);
    const text = rendered('factors', a);
    expect(text.match(/\| accelerators per server \|/g)).toHaveLength(1);
    expect(text).toMatch(/\| accelerators per server \| 8 \| – \| declared \| \\\[\d+\] line 3 \| all phases \|/);
    expect(text.match(/\| PUE \|/g)).toHaveLength(1);
    const source = (name: string) =>
      a.sources.find(({ id }) => a.lines.flatMap(({ inputs }) => inputs).find((one) => one.name === name)?.source === id);
    expect(source('accelerators per server')?.id).toBe('manifest');
    expect(source('accelerator-hours')?.title).toBe('Log of the sweep');
  });

  it('of a phase are those of its own hardware and site', () => {
    const a = made(
      `{ phase: training, cite: Log, site: { ${grid}, pue: 1.3 }, hardware: { accelerator: A100 SXM4 80GB, per_node: 8 }, accelerator_hours: 100 }`,
    );
    const cited = a.lines.flatMap(({ inputs }) => inputs).filter(({ name }) => name === 'PUE' || name === 'accelerators per server');
    expect(new Set(cited.map(({ source }) => source))).toEqual(new Set(['log']));
  });

  it('of the whole manifest are of hardware by name too', () => {
    const a = madeOf(`cite: Paper\nhardware: { node: { accelerator: A100 SXM4 80GB, per_node: 8 } }
phases: [{ phase: training, cite: Log, site: { ${grid} }, hardware: node, accelerator_hours: 100 }]`);
    const [input] = a.lines.flatMap(({ inputs }) => inputs).filter(({ name }) => name === 'accelerators per server');
    expect(a.sources.find(({ id }) => id === input?.source)?.title).toBe('Paper');
  });
});

describe('fallbacks', () => {
  const text = rendered(
    'assumptions',
    madeOf(`sites: { oregon: { cloud: aws, region: us-west-2 } }
phases:
  - { phase: training, site: oregon, hardware: 8 x A100 SXM4 80GB, duration: 40 h, year: 2025 }
  - { phase: deployment, site: oregon, hardware: 8 x A100 SXM4 80GB, duration: 90 days, energy: { value: 900 kWh, boundary: node }, requests: 1000, year: 2025 }`),
  );

  it('name phases and sites, and no paths', () => {
    expect(text).toContain('- On-site water: no figure for AWS us-west-2 in 2025; 2024 is the nearest year with one. (site oregon)\n');
    expect(text).toContain('assuming that all were busy throughout. (Training)\n');
    expect(text).not.toMatch(/phases\[|sites\./);
  });

  it('say of metered use that its hours are those for which machines were held', () => {
    expect(text).toContain(
      '- The accelerator-hours are accelerators × duration: the time for which the machines were held. The energy is as given. (Deployment)\n',
    );
  });

  it('do not repeat what the list of what is not counted says', () => {
    const a = made(`{ phase: training, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: 100, power: 300 W }`);
    expect(rendered('not-counted', a)).toContain(
      '- Idle machines: no record of reserved machines; making the hardware is therefore counted for the busy hours only\n',
    );
    expect(rendered('not-counted', a)).toContain('it is unknown whether the hours include them');
    expect(rendered('assumptions', a)).not.toMatch(/reserved hours|restarted/);
  });

  it('name a line in words', () => {
    const a = made(`{ phase: training, name: X, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: 100, power: 400 W }`);
    expect(rendered('assumptions', a)).toContain('- The interval of computing in training (X) was widened to include its value.\n');
  });

  it('show code as code, and quote names', () => {
    const a = madeOf('hardware: { accelerator: 1 x Intel Core i7-9750H, rating: 45 W }\nduration: 14 h\nlocation: Germany\nyear: 2023');
    expect(rendered('not-counted', a)).toContain('- Making the hardware: unknown device “1 x Intel Core i7-9750H”\n');
    expect(rendered('arithmetic', a)).toContain('1 accelerator × 14 h');
    const mac = madeOf('hardware: 1 x Apple M3 Max\nduration: 14 h\nlocation: Germany\nyear: 2023');
    expect(rendered('assumptions', mac)).toContain(
      '- The factor tables have no sourced power of “1 x Apple M3 Max”; 90 W was used, the highest figure of the variants of Apple M3 Max in huggingface.js.\n',
    );
  });
});

it('the inputs of three of several phases name them', () => {
  const phase = (name: string, hours: number): string =>
    `{ phase: experiments, name: ${name}, site: { ${grid} }, hardware: A100 SXM4 80GB, accelerator_hours: 10, power: ${hours} W }`;
  const a = made(phase('a', 300), phase('b', 300), phase('c', 300), phase('d', 350), phase('e', 350));
  expect(rendered('factors', a)).toContain('| all phases |');
  const own = made(phase('a', 300), phase('b', 300), phase('c', 300), `{ phase: training, ${france} }`, `{ phase: evaluation, ${france} }`);
  expect(rendered('factors', own)).toContain('| Experiments (a), Experiments (b), Experiments (c) |');
});

it('the front matter names components as the section does', () => {
  const source = co2Facts(made(`{ phase: training, ${france} }`))?.source;
  expect(source).toMatch(/in the section Environmental Impact: emissions of training from [a-z ,]*making the hardware/);
  expect(source).not.toMatch(/dynamic|embodied|overhead|host/);
});

it('the method says of which phases other lifetimes are, and which occupancy the alternative has', () => {
  const a = made(`{ phase: training, ${france} }`, `{ phase: deployment, ${oregon}, requests: 1000 }`);
  expect(rendered('method', a)).toContain('Under the occupancy convention, at an occupancy of 0.85, they would be ');
  expect(rendered('method', a)).toContain('With other lifetimes, those of all phases together would be ');
  expect(rendered('method', made(`{ phase: training, ${france} }`))).toContain('With other lifetimes, those of Training would be ');
});

it('more than four deployments have the span of their figures per request in the sentence', () => {
  const phases = [1, 2, 3, 4, 5].map(
    (n) =>
      `{ phase: deployment, name: d${n}, site: { ${grid} }, energy: { value: ${n} kWh, boundary: facility }, requests: 1000, duration: 30 days }`,
  );
  const a = made(`{ phase: training, site: { ${grid} }, energy: { value: 1 kWh, boundary: facility } }`, ...phases);
  expect(rendered('summary', a)).toMatch(/\nEach request emits about 100 mg CO₂e to 500 mg CO₂e, by deployment, from computing/);
});

it('the method has no finer figure of making the hardware than the tables: where these show two digits, it says how many times', () => {
  const a = made(`{ phase: training, ${france} }`);
  const text = rendered('method', a).replaceAll('\u202f', ' ');
  expect(text).toContain('at an occupancy of 0.85, they would be 1.18 times as high; ');
  expect(text).toContain('With other lifetimes, those of Training would be 1.25 times as high (4 years), 0.833 times as high (6 years).');
  expect(text).not.toMatch(/would be [\d.]+ k?g/);
});

import type {
  Assessment,
  BreakEven,
  ComponentId,
  Contribution,
  GridFacts,
  Line,
  PhaseFacts,
  PhaseKind,
  PhaseTotal,
  Total,
} from '../../../src/assessment/assessment.js';
import { componentIds } from '../../../src/assessment/ids.js';
import { type Interval, quantity } from '../../../src/units/quantity.js';

/** A phase in the fewest words: what each component emitted, in kg. */
export interface PhaseCase {
  readonly phase: PhaseKind;
  readonly name?: string | undefined;
  readonly title: string;
  readonly kilograms: Partial<Readonly<Record<ComponentId, number>>>;
  readonly interval?: ((kilograms: number) => Interval) | undefined;
  readonly requests?: number | undefined;
  readonly grid?: { readonly place: string; readonly intensity: number; readonly year: number } | undefined;
}

/** An assessment with the figures that charts read, and nothing else. */
export function assessmentOf(model: string, cases: readonly PhaseCase[], breakEven?: BreakEven): Assessment {
  const development = totalOf(cases.filter(({ phase }) => phase !== 'deployment'));
  const deployment = totalOf(cases.filter(({ phase }) => phase === 'deployment'));
  const requests = cases.find((one) => one.requests !== undefined)?.requests;
  const lines = cases.flatMap((one) => linesOf(one, one.phase === 'deployment' ? deployment : development));
  return {
    schemaVersion: '1.0',
    model: { name: model, slug: 'model' },
    report: { authors: [], paper: 'a4' },
    method: { electricity: 'location-based', factors: '2026.1' },
    totals: {
      ...(development === undefined ? {} : { development }),
      ...(deployment === undefined
        ? {}
        : { deployment: requests === undefined ? deployment : { ...deployment, perRequest: perRequest(deployment, requests) } }),
    },
    ...(breakEven === undefined ? {} : { breakEven }),
    phases: cases.map(factsOf),
    lines,
    states: [],
    omissions: [],
    embodiedAlternatives: [],
    sources: [{ id: 'paper', title: 'BLOOM paper, Table 1', year: 2023 }],
    diagnostics: [],
  };
}

function linesOf({ phase, name, kilograms, interval }: PhaseCase, total: Total | undefined): readonly Line[] {
  return componentIds.flatMap((component) => {
    const value = kilograms[component];
    if (value === undefined) return [];
    const whole = total?.emissions.value ?? 0;
    return [
      {
        id: [phase, ...(name === undefined ? [] : [name]), component].join('.'),
        phase,
        ...(name === undefined ? {} : { name }),
        component,
        emissions: quantity(value, 'kgCO2e', interval?.(value)),
        ...(whole > 0 ? { share: value / whole } : {}),
        basis: 'declared',
        boundary: 'unstated',
        formula: '',
        steps: [],
        inputs: [],
        notes: [],
      },
    ];
  });
}

function totalOf(cases: readonly PhaseCase[]): Total | undefined {
  if (cases.length === 0) return undefined;
  const of = (component: ComponentId) => cases.reduce((all, { kilograms }) => all + (kilograms[component] ?? 0), 0);
  const used = componentIds.filter((id) => cases.some(({ kilograms }) => kilograms[id] !== undefined));
  const whole = used.reduce((all, id) => all + of(id), 0);
  const interval = cases.find((one) => one.interval !== undefined)?.interval?.(whole);
  return {
    emissions: quantity(whole, 'kgCO2e', interval),
    components: used.map((component) => ({
      component,
      emissions: quantity(of(component), 'kgCO2e'),
      ...(whole > 0 ? { share: of(component) / whole } : {}),
    })),
    phases: phaseTotalsOf(cases),
  };
}

function phaseTotalsOf(cases: readonly PhaseCase[]): readonly PhaseTotal[] {
  const sumOf = (kilograms: readonly number[]): number => kilograms.reduce((all, one) => all + one, 0);
  const sorted = cases
    .map(({ phase, name, kilograms, interval }) => ({ phase, name, interval, value: sumOf(Object.values(kilograms)) }))
    .sort((a, b) => b.value - a.value);
  return sorted.map(({ phase, name, interval, value }, index) => {
    const rest = sumOf(sorted.slice(index + 1).map((one) => one.value));
    return {
      phase,
      ...(name === undefined ? {} : { name }),
      emissions: quantity(value, 'kgCO2e', interval?.(value)),
      ...(index < 20 && index < sorted.length - 1 ? { smaller: quantity(rest, 'kgCO2e', interval?.(rest)) } : {}),
    };
  });
}

function perRequest(total: Total, requests: number) {
  const components = total.components.map(({ component }) => component);
  return { emissions: quantity(total.emissions.value / requests, 'kgCO2e'), requests, components };
}

function factsOf({ phase, name, title, requests, grid }: PhaseCase): PhaseFacts {
  return {
    phase,
    ...(name === undefined ? {} : { name }),
    title,
    ...(requests === undefined ? {} : { requests }),
    ...(grid === undefined ? {} : { place: { label: grid.place }, grid: gridFacts(grid) }),
    systemBoundary: [...componentIds],
  };
}

function gridFacts({ intensity, year }: { readonly intensity: number; readonly year: number }): GridFacts {
  return { intensity: quantity(intensity, 'gCO2e/kWh'), year, basis: 'declared', source: 'paper' };
}

const around = (kilograms: number): Interval => ({ low: kilograms * 0.72, high: kilograms * 1.35 });

/** BLOOM's training and its 18 days of deployment. */
export const bloom = assessmentOf(
  'BLOOM',
  [
    {
      phase: 'training',
      title: 'Training',
      kilograms: { embodied: 11202, dynamic: 24692, idle: 10288, overhead: 4340 },
      grid: { place: 'France', intensity: 57, year: 2022 },
    },
    {
      phase: 'deployment',
      title: 'Deployment',
      kilograms: { dynamic: 360 },
      requests: 230768,
      grid: { place: 'Google Cloud us-central1', intensity: 394, year: 2021 },
    },
  ],
  {
    requests: 25.2e6,
    compares: ['electricity'],
    components: ['dynamic', 'idle', 'overhead'],
    development: quantity(39320, 'kgCO2e'),
    perRequest: quantity(360 / 230768, 'kgCO2e'),
    days: 1966,
  },
);

/** One line, all that a small model often has. */
export const single = assessmentOf('tiny-bert', [
  {
    phase: 'finetuning',
    title: 'Fine-tuning',
    kilograms: { dynamic: 3.27 },
    interval: around,
    grid: { place: 'Oregon', intensity: 120, year: 2024 },
  },
]);

/** Intervals on every line, three phases of development. */
export const intervals = assessmentOf('Llama 2 7B', [
  { phase: 'data', title: 'Data', kilograms: { dynamic: 812 }, interval: around },
  { phase: 'experiments', title: 'Experiments', kilograms: { dynamic: 9120, idle: 402, overhead: 912 }, interval: around },
  { phase: 'training', title: 'Training', kilograms: { embodied: 4200, dynamic: 21300, overhead: 2130 }, interval: around },
]);

const longName = 'The second run on the refined multilingual corpus after the learning rate was cut';

/** Twelve phases of four lines, two with names of 80 characters. */
export const twelve = assessmentOf(
  'A family of models',
  Array.from({ length: 12 }, (_, index): PhaseCase => {
    const name = index % 5 === 3 ? `${longName.slice(0, 78)} ${index}` : `run ${index + 1}`;
    const base = [820, 12000, 300, 5400, 2, 9800, 4100, 760, 15200, 40, 3300, 890][index] ?? 1;
    return {
      phase: index < 4 ? 'experiments' : 'training',
      name,
      title: `${index < 4 ? 'Experiments' : 'Training'} (${name})`,
      kilograms: { embodied: base * 0.3, dynamic: base, idle: base * 0.22, overhead: base * 0.11 },
    };
  }),
);

/** Sixty phases, more than a page holds. */
export const sixty = assessmentOf(
  'Everything we ran',
  Array.from({ length: 60 }, (_, index): PhaseCase => {
    const base = ((index * 37) % 61) + 1;
    return {
      phase: 'experiments',
      name: `sweep-${index}`,
      title: `Experiments (sweep-${index})`,
      kilograms: { dynamic: base, overhead: base / 9 },
    };
  }),
);

/** Names of 80 characters: Latin, without a space, Chinese, Arabic, with emoji. */
export const longNames = assessmentOf('مدل بزرگ 大语言模型 🌍 BLOOM', [
  { phase: 'data', name: 'a', title: `Data (${longName.slice(0, 80)})`, kilograms: { dynamic: 120 } },
  { phase: 'training', name: 'b', title: `Training (${'x'.repeat(80)})`, kilograms: { dynamic: 810, embodied: 200 } },
  { phase: 'training', name: 'c', title: `Training (${'多语言语料库上的第二次训练'.repeat(6)})`, kilograms: { dynamic: 510 } },
  {
    phase: 'training',
    name: 'd',
    title: 'Training (النموذج اللغوي الكبير متعدد اللغات المدرب على بيانات متنوعة جدا)',
    kilograms: { dynamic: 480 },
  },
]);

/** 24.7 t beside 3 g. */
export const tinyAndHuge = assessmentOf('Contrast', [
  { phase: 'training', title: 'Training', kilograms: { dynamic: 24700, idle: 0.003 } },
  { phase: 'evaluation', title: 'Evaluation', kilograms: { dynamic: 0.4, overhead: 0 } },
]);

const hostileName =
  '<script>alert(1)</script> | {{x}} \\input{y} ](http://a) {"signal":"1"} \'+datum.x+\' signal \u202eevil\u0000\n& "quoted"';

/** Text that means something to HTML, Markdown, LaTeX, Vega and bidi. */
export const hostile = assessmentOf(hostileName, [
  {
    phase: 'training',
    name: 'x',
    title: `Training (${hostileName})`,
    kilograms: { dynamic: 5, embodied: 1 },
    grid: { place: hostileName, intensity: 57, year: 2022 },
  },
  { phase: 'data', name: 'y', title: 'signal', kilograms: { dynamic: 3 } },
]);

/** A service that has long passed its break-even. */
export const passed = assessmentOf(
  'A service',
  [
    { phase: 'training', title: 'Training', kilograms: { dynamic: 500 } },
    { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 90000 }, requests: 1.2e9 },
  ],
  {
    requests: 500 / (90000 / 1.2e9),
    compares: ['electricity'],
    components: ['dynamic'],
    development: quantity(500, 'kgCO2e'),
    perRequest: quantity(90000 / 1.2e9, 'kgCO2e'),
  },
);

/** Half way to its break-even, and close to it, where labels have least room. */
export const halfWay = served(0.5);
export const nearlyThere = served(0.97);

function served(part: number): Assessment {
  const perRequest = 0.002;
  return assessmentOf(
    'A service',
    [
      { phase: 'training', title: 'Training', kilograms: { dynamic: 500 } },
      { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 500 * part }, requests: (500 * part) / perRequest },
    ],
    {
      requests: 500 / perRequest,
      compares: ['electricity'],
      components: ['dynamic'],
      development: quantity(500, 'kgCO2e'),
      perRequest: quantity(perRequest, 'kgCO2e'),
      days: 40,
    },
  );
}

const inputs: readonly Contribution[] = [
  { input: 'load', value: 0.8, unit: '1', low: 0.6, high: 1, basis: 'assumed', share: 0.6212 },
  {
    input: 'making a server',
    value: 3660,
    unit: 'kgCO2e',
    low: 1676.219,
    high: 6704.877,
    basis: 'declared',
    range: 'embodied-server',
    share: 0.1504,
  },
  {
    input: 'grid intensity',
    path: 'sites.a.grid.intensity',
    value: 57,
    unit: 'gCO2e/kWh',
    low: 51.3,
    high: 62.7,
    basis: 'declared',
    range: 'declared',
    share: 0.1101,
  },
  {
    input: 'accelerator-hours',
    path: 'phases[0].accelerator_hours',
    value: 1082990,
    unit: 'h',
    low: 974691,
    high: 1191289,
    basis: 'declared',
    range: 'declared',
    share: 0.0713,
    phases: ['Training'],
  },
  { input: 'host share', value: 0.3, unit: '1', low: 0.2, high: 0.5, basis: 'assumed', share: 0.0423 },
  { input: 'PUE', value: 1.02, unit: '1', low: 1.016, high: 1.024, basis: 'declared', range: 'pue-region', share: 0.004 },
  {
    input: 'baseline power',
    path: 'phases[0].idle',
    value: 64000,
    unit: 'W',
    low: 57600,
    high: 70400,
    basis: 'measured',
    range: 'measured',
    share: 0.0007,
  },
];

/** Every line with an interval, some of them wide, and what they come from. */
export const unsure: Assessment = {
  ...assessmentOf('BLOOM', [
    {
      phase: 'training',
      title: 'Training',
      kilograms: { embodied: 11202, dynamic: 24692, idle: 10288, overhead: 4340 },
      interval: (kilograms) => ({ low: kilograms * 0.27, high: kilograms * 2.4 }),
      grid: { place: 'France', intensity: 57, year: 2022 },
    },
    { phase: 'evaluation', title: 'Evaluation', kilograms: { embodied: 31, dynamic: 210 }, interval: around },
    { phase: 'deployment', title: 'Deployment', kilograms: { dynamic: 360 }, interval: around },
  ]),
  method: { electricity: 'location-based', draws: 10000, factors: '2026.1' },
  contributions: inputs,
};

/** More inputs than bars, none above the others, of phases with long names. */
export const manyInputs: Assessment = {
  ...twelve,
  method: { electricity: 'location-based', draws: 10000, factors: '2026.1' },
  contributions: Array.from({ length: 40 }, (_, index): Contribution => {
    const own = twelve.phases.slice(index % 3, (index % 3) + (index % 4) + 1).map(({ title }) => title);
    return {
      input: index === 3 ? hostileName : `${'infrastructure power '.repeat((index % 2) * 4 + 1).trim()}`,
      phases: own,
      value: 6.02214076e23 / 10 ** (3 * index),
      unit: 'W',
      low: 1,
      high: 1e24,
      basis: index % 2 === 0 ? 'assumed' : 'declared',
      share: (0.3 * 0.7 ** index) / 1,
    };
  }),
};

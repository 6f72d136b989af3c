import type { Assessment, Line, LineInput, PhaseFacts } from '../../../src/assessment/assessment.js';
import type { ComponentId } from '../../../src/assessment/ids.js';
import { quantity } from '../../../src/units/quantity.js';
import { assessmentOf, bloom, unsure } from '../charts/assessments.js';

/** All that an assessment need not have is absent: one line, no interval, no source of a factor, nothing reported. */
export const least: Assessment = assessmentOf('Tiny', [{ phase: 'training', title: 'Training', kilograms: { dynamic: 3.27 } }]);

const hours: LineInput = {
  name: 'accelerator-hours',
  value: 1_082_990,
  unit: 'h',
  low: 974_691,
  high: 1_191_289,
  range: 'declared',
  source: 'manifest',
  basis: 'declared',
  path: 'phases[0].accelerator_hours',
  line: 44,
};
const power: LineInput = { name: 'power', value: 400, unit: 'W', source: 'paper', basis: 'assumed', low: 320, high: 480 };
const intensity: LineInput = {
  name: 'grid intensity',
  value: 57,
  unit: 'gCO2e/kWh',
  source: 'paper',
  basis: 'declared',
  origin: 'inferred',
};
const count: LineInput = { name: 'accelerators', value: 384, unit: 'accelerators', exact: true, source: 'manifest', basis: 'declared' };

const runHours = {
  name: 'run hours',
  formula: 'accelerator-hours ÷ accelerators',
  numbers: '1,082,990 h ÷ 384 accelerators = 2,820.286458 h',
};

const kilowattHours: Partial<Readonly<Record<ComponentId, number>>> = { dynamic: 433_196, idle: 180_498, overhead: 76_148 };

/** Inputs, steps, notes, energy and water on the lines of the training. */
function detailed(line: Line): Line {
  if (line.phase !== 'training') return line;
  const energy = kilowattHours[line.component];
  return {
    ...line,
    energy: energy === undefined ? undefined : quantity(energy, 'kWh'),
    water: energy === undefined ? undefined : quantity(energy * 1.29, 'L'),
    inputs: [hours, power, intensity, count],
    steps: [
      runHours,
      { name: 'emissions', formula: `${line.component} energy × grid intensity`, numbers: `${line.emissions.value} kg CO₂e` },
    ],
    notes: line.component === 'embodied' ? ['Convention: occupancy.'] : [],
    boundary: line.component === 'overhead' ? 'facility' : 'node',
  };
}

function recorded(facts: PhaseFacts): PhaseFacts {
  if (facts.phase !== 'training') return facts;
  return {
    ...facts,
    device: 'NVIDIA A100 SXM4 80GB',
    accelerators: 384,
    acceleratorHours: quantity(1_082_990, 'h'),
    place: { label: 'Jean Zay, France' },
    grid: facts.grid && {
      ...facts.grid,
      market: { intensity: quantity(5.7, 'gCO2e/kWh'), kind: 'contract', source: 'manifest' },
      alternatives: [
        {
          title: 'France, 2022',
          intensity: quantity(78.811, 'gCO2e/kWh'),
          year: 2022,
          kind: 'life-cycle, production mix, location-based',
          source: 'owid',
        },
      ],
    },
  };
}

const { development } = unsure.totals;
const { deployment } = bloom.totals;
if (development === undefined || deployment === undefined) throw new Error('Both sides have a total');

/** All that an assessment can have: intervals, market-based figures, offsets, use with a break-even, omissions, diagnostics. */
export const rich: Assessment = {
  ...unsure,
  model: {
    id: 'bigscience/bloom',
    name: 'BLOOM',
    slug: 'bloom',
    parameters: 176e9,
    cite: 'Le Scao et al. 2022',
    url: 'https://example.org/bloom',
  },
  report: { authors: ['A. Author', 'B. Author'], date: '2026-11-01', paper: 'a4' },
  method: { electricity: 'both', embodied: 'occupancy', draws: 10_000, factors: '2026-11' },
  totals: {
    development: {
      ...development,
      energy: quantity(689_842, 'kWh'),
      water: quantity(889_896, 'L'),
      emissionsMarket: quantity(15_000, 'kgCO2e', { low: 12_000, high: 19_000 }),
    },
    deployment: { ...deployment, energy: quantity(914, 'kWh'), period: quantity(432, 'h') },
    lifecycle: {
      emissions: quantity(development.emissions.value + deployment.emissions.value, 'kgCO2e'),
      components: development.components,
      period: quantity(432, 'h'),
    },
  },
  breakEven: bloom.breakEven,
  useAgainstDevelopment: {
    components: ['dynamic', 'host'],
    onlyDevelopment: ['embodied', 'idle', 'overhead'],
    onlyUse: [],
    development: quantity(24_692, 'kgCO2e'),
    perRequest: quantity(0.00156, 'kgCO2e'),
    requests: quantity(15_800_000, 'requests', { low: 9_300_000, high: 16_600_000 }),
    load: { from: 'use', requests: quantity(4e7, 'requests/year') },
    perDay: quantity(171, 'kgCO2e', { low: 150, high: 195 }),
    days: quantity(144, 'days', { low: 85, high: 152 }),
    date: { released: '2022-07-12', day: '2022-12-03', earliest: '2022-10-05', latest: '2022-12-11' },
  },
  phases: unsure.phases.map(recorded),
  lines: unsure.lines.map(detailed),
  states: [
    { phase: 'training', component: 'embodied', state: 'counted' },
    { phase: 'evaluation', component: 'idle', state: 'not-counted', reason: 'no record given' },
    { phase: 'evaluation', component: 'overhead', state: 'not-counted', reason: 'no record given' },
    { phase: 'deployment', component: 'idle', state: 'included', in: 'deployment.dynamic', reason: 'metered at the nodes' },
  ],
  omissions: [{ id: 'network', what: 'Shared network and storage', reason: 'outside the method' }],
  offsets: { emissions: quantity(12_000, 'kgCO2e'), source: 'paper' },
  embodiedAlternatives: [{ line: 'training.embodied', convention: 'calendar', emissions: quantity(9530, 'kgCO2e') }],
  ranges: [
    { id: 'declared', title: 'declared figures', size: '±10 %', note: 'Rounding.' },
    { id: 'embodied-server', title: 'manufacture of a server', size: '×/÷ 2', note: 'Servers differ.' },
  ],
  sources: [
    { id: 'manifest', title: 'The manifest' },
    { id: 'paper', title: 'BLOOM paper, Table 1', year: 2023 },
    { id: 'owid', title: 'Our World in Data', url: 'https://ourworldindata.org', year: 2024, licence: 'CC BY 4.0' },
  ],
  diagnostics: [
    { id: 'default-load', severity: 'note', message: 'Load assumed: 0.8.', path: 'hardware', note: 'A meter is better.' },
    { id: 'restarts-unknown', severity: 'note', message: 'Restarts are unknown.', path: 'phases', phases: ['Training', 'Evaluation'] },
    { id: 'not-finite', severity: 'error', message: 'No reader sees an error.' },
  ],
};

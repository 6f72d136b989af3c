// The arithmetic of fixtures/runs/bloom/carboncard.yaml (its training) as a manifest of Impact Framework.

/** Steps by the plugin that does them, in order: energy of the parts, their sum, the grid; machines per hour of use; the total. */
const steps = [
  ['run-hours', 'Divide', { numerator: 'accelerator-hours', denominator: 'accelerators', output: 'run-hours' }],
  ['dynamic-energy', 'Multiply', { 'input-parameters': ['accelerator-hours', 'accelerator-kw'], 'output-parameter': 'dynamic-energy' }],
  ['idle-energy', 'Multiply', { 'input-parameters': ['run-hours', 'idle-kw'], 'output-parameter': 'idle-energy' }],
  ['overhead-energy', 'Multiply', { 'input-parameters': ['run-hours', 'overhead-kw'], 'output-parameter': 'overhead-energy' }],
  ['energy', 'Sum', { 'input-parameters': ['dynamic-energy', 'idle-energy', 'overhead-energy'], 'output-parameter': 'energy' }],
  ['operational', 'Multiply', { 'input-parameters': ['energy', 'kg-per-kwh'], 'output-parameter': 'operational' }],
  ['server-share', 'Divide', { numerator: 'server-kg', denominator: 'per-node', output: 'server-share' }],
  ['made', 'Sum', { 'input-parameters': ['accelerator-kg', 'server-share'], 'output-parameter': 'made' }],
  ['made-per-hour', 'Divide', { numerator: 'made', denominator: 'lifetime-hours', output: 'made-per-hour' }],
  ['embodied', 'Multiply', { 'input-parameters': ['made-per-hour', 'accelerator-hours'], 'output-parameter': 'embodied' }],
  ['carbon', 'Sum', { 'input-parameters': ['operational', 'embodied'], 'output-parameter': 'carbon' }],
];

const inputs = {
  'timestamp': '2022-03-11T00:00:00Z',
  'duration': 10_153_031,
  'accelerator-hours': 1_082_990,
  'accelerators': 384,
  'accelerator-kw': 0.4,
  'idle-kw': 64,
  'overhead-kw': 27,
  'kg-per-kwh': 0.057,
  'accelerator-kg': 150,
  'server-kg': 2500,
  'per-node': 8,
  // 6 years, in use for 85 % of them.
  'lifetime-hours': 6 * 8760 * 0.85,
};

/** JSON is YAML. */
export function impactManifest() {
  const plugins = Object.fromEntries(steps.map(([name, method, config]) => [name, { method, path: 'builtin', config }]));
  const aggregation = { time: 'sum', component: 'sum' };
  plugins.carbon['parameter-metadata'] = {
    outputs: { carbon: { description: 'emissions', unit: 'kgCO2e', 'aggregation-method': aggregation } },
  };
  return JSON.stringify({
    name: 'bloom',
    description: 'Training of BLOOM',
    aggregation: { metrics: ['carbon'], type: 'both' },
    initialize: { plugins },
    tree: { children: { training: { pipeline: { compute: steps.map(([name]) => name) }, inputs: [inputs] } } },
  });
}

/** The total in what Impact Framework wrote, kgCO2e. */
export function impactTotal(text) {
  return Number(/^ {2}aggregated:\n {4}carbon: ([\d.]+)/m.exec(text)?.[1]);
}

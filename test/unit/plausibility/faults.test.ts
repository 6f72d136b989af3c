import { it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { madeOf } from '../made.js';

const cases = [
  'hardware: 64 x V100\nduration: 24 h\npower: 12041.51 W\nlocation: FR\nyear: 2022',
  'hardware: 8 x P100\nduration: 24 h\npower: 1515 W\nlocation: FR\nyear: 2022',
  'hardware: 8 x P100\nduration: 24 h\npower: { value: 1515 W, for: 8 accelerators }\nlocation: FR\nyear: 2022',
  'hardware: 8 x H100\nduration: 24 h\nenergy: 100 MWh\nlocation: FR\nyear: 2022',
  'hardware: H100\naccelerator_hours: 4032\nenergy: 20 kWh\nlocation: FR\nyear: 2022',
  'hardware: 8 x H100\nduration: 24 h\npue: 12\nlocation: FR\nyear: 2022',
  'hardware: 8 x H100\nduration: 24 h\npue: 2.5\nlocation: FR\nyear: 2022',
  'hardware: 8 x V100\nduration: 24 h\npower: { value: 330 W, boundary: node }\nlocation: FR\nyear: 2022',
  'hardware: 8 x A100\nduration: 24 h\npower: { value: 424 W, boundary: components }\nlocation: FR\nyear: 2022',
  'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerators: 1\nduration: 1 h\nlocation: FR\nyear: 2022',
  'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerator_hours: 1 h\nlocation: FR\nyear: 2022',
  'hardware: 2 x L4\nduration: 1 year\naccelerator_hours: 1051\nreserved_hours: 17520\nlocation: FR\nyear: 2022',
  'hardware: 8 x A100 SXM 80GB\naccelerator_hours: 32256\nenergy: 1290 kWh\nlocation: FR\nyear: 2022',
  'phases: [{ phase: training, hardware: { accelerator: A10O SXM 80GB, power: 400 W }, accelerator_hours: 100, location: FR, year: 2022 }]',
  'hardware: 8 x A100\nduration: 24 h\nload: 6 %\nlocation: FR\nyear: 2022',
];
it('probe', () => {
  for (const c of cases) {
    let ds: readonly any[] = [];
    try {
      const a = madeOf(c);
      ds = a.diagnostics.filter((d) => d.severity !== 'note');
      console.log(
        a.states.filter((s) => s.component === 'embodied').map((s) => `${s.state} ${s.reason}`),
        a.lines.map((l) => l.steps.map((s) => s.numbers).join(';') + l.formula),
      );
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      ds = e.diagnostics;
    }
    console.log(
      c.replaceAll('\n', '; '),
      ds.map((d) => `${d.severity} ${d.id} ${d.path} ${d.message} | ${d.expected} | ${d.suggestion}`),
    );
  }
});

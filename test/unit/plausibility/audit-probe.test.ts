import { mkdtempSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { auditFiles } from '../../../src/verbs/audit.js';
import { findingsIn, section } from '../audits/asked.js';

const cases = [
  'hardware: 64 x V100\nduration: 24 h\npower: 12041.51 W\nlocation: FR\nyear: 2022',
  'hardware: 8 x P100\nduration: 24 h\npower: 1515 W\nlocation: FR\nyear: 2022',
  'hardware: 8 x P100\nduration: 24 h\npower: { value: 1515 W, for: 8 accelerators }\nlocation: FR\nyear: 2022',
  'hardware: H100\naccelerator_hours: 4032\nenergy: 20 kWh\nlocation: FR\nyear: 2022',
  'hardware: 8 x H100\nduration: 24 h\npue: 2.5\nlocation: FR\nyear: 2022',
  'hardware: 8 x V100\nduration: 24 h\npower: { value: 330 W, boundary: node }\nlocation: FR\nyear: 2022',
  'hardware: 8 x A100\nduration: 24 h\npower: { value: 424 W, boundary: components }\nlocation: FR\nyear: 2022',
  'energy: { value: 154 kWh, boundary: accelerator }\nhardware: A100 SXM 80GB\naccelerator_hours: 1 h\nlocation: FR\nyear: 2022',
  'hardware: 2 x L4\nduration: 1 year\naccelerator_hours: 1051\nreserved_hours: 17520\nlocation: FR\nyear: 2022',
  'hardware: 8 x L4\nduration: 10 h\naccelerator_hours: 10\nlocation: FR\nyear: 2022',
  'hardware: 8 x A100 SXM 80GB\naccelerator_hours: 32256\nenergy: 1290 kWh\nlocation: FR\nyear: 2022',
  'hardware: 8 x A100\nduration: 24 h\nload: 6 %\nlocation: FR\nyear: 2022',
];
it('probe', async () => {
  const dir = mkdtempSync('/tmp/plaus-');
  for (const c of cases) {
    let ds: readonly any[] = [];
    writeFileSync(dir + '/carboncard.yaml', 'model: M\n' + c);
    try {
      ds = (await auditFiles([dir + '/carboncard.yaml']))[0].findings;
    } catch (e) {
      if (!(e instanceof InputError)) throw e;
      ds = e.diagnostics;
      console.log('THROWN');
    }
    console.log(
      c.replaceAll('\n', '; '),
      ds.map((d) => `${d.severity} ${d.id} ${d.line}:${d.column} ${d.message} | ${d.expected}`),
    );
  }
  for (const t of [
    '- Hours: 4032\n- Hardware: 8 x A100\n- Carbon intensity: 119.76 g CO2/kWh\n- Carbon Emitted: 12 kg CO2eq',
    '- Hours used: 504\n- Hardware Type: 8 x A100\n- Carbon intensity: 119.76 g CO2/kWh\n- Carbon Emitted: 900 kg CO2eq',
    '- PUE: 12',
  ])
    console.log(
      findingsIn(section(t))
        .filter((f) => f.severity !== 'note')
        .map((d) => `${d.severity} ${d.id} ${d.message} | ${d.expected} | ${d.note}`),
    );
});

// What each command costs before it does anything, against Node doing nothing.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTurn, main, root, run } from './measure.mjs';

/** Times `node -e 0` that a command may take. */
const commands = {
  '--version': 3,
  '--help': 3,
  'render --help': 3,
  'schema': 4,
  'factors A100': 4,
  'init --model M -o -': 6,
  'audit README.md': 8,
  'explain -m carboncard.yaml': 8,
  'card README.md -m carboncard.yaml --dry-run': undefined,
  'render --force --format json -o out': 8,
};

export function start(table) {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-bench-'));
  try {
    cpSync(join(root, 'fixtures/runs/least/carboncard.yaml'), join(folder, 'carboncard.yaml'));
    writeFileSync(join(folder, 'README.md'), '# A model\n\nIts training used 5 kWh.\n');
    const tasks = Object.fromEntries(Object.keys(commands).map((line) => [line, () => run([main, ...line.split(' ')], { cwd: folder })]));
    const { nothing, ...times } = inTurn({ nothing: () => run(['-e', '0']), ...tasks }, 11);
    table.time('node -e 0', nothing);
    for (const [line, limit] of Object.entries(commands)) table.time(`carboncard ${line}`, times[line], { of: nothing, limit });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

// Many models with everything, against the least that it can take; memory for many and for a tenth; a second run with nothing to do.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main, root, run } from './measure.mjs';
import { writeModels } from './models.mjs';

/** Times the floor that a batch may take, times the memory of a tenth, and the share of the first run that a second may take. */
const floorLimit = 1.3;
const memoryLimit = 1.2;
const againLimit = 0.02;

const preload = new URL('peak-memory.mjs', import.meta.url).href;
const bench = join(root, 'scripts/bench.mjs');

export function batch(table, { models }) {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-bench-'));
  const at = (name) => join(folder, name);
  try {
    const all = writeModels(at('models'), models);
    const few = all.slice(0, Math.max(1, Math.round(models / 10)));
    run([bench, 'task', 'prepare', at('models'), at('prepared')]);
    // The browser is unpacked, and the files of the program are in memory.
    render(all.slice(0, 1), at('first'));
    const small = render(few, at('few'));
    const floor = run([bench, 'task', 'floor', at('prepared'), at('floor')]);
    const whole = render(all, at('out'));
    const again = render(all, at('out'));
    table.time(`the floor: ${models} models printed, drawn, painted, written`, floor);
    table.time(`carboncard render: ${models} models with everything`, whole, { of: floor, limit: floorLimit });
    table.time('  the same again, unchanged', again, { of: whole, limit: againLimit });
    table.time(`carboncard render: ${few.length} models`, small);
    const ratio = whole.peak / small.peak;
    if (ratio > memoryLimit) process.exitCode = 1;
    table.note(
      `Most memory of Node: ${whole.peak} MB for ${models} models, ${small.peak} MB for ${few.length}: ${ratio.toFixed(2)} × (at most ${memoryLimit})${ratio > memoryLimit ? ' OVER' : ''}. The floor: ${floor.text.trim()} MB.`,
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A whole process, with the most memory that it had. */
function render(manifests, out) {
  const file = `${out}-memory`;
  const time = run(['--import', preload, main, 'render', ...manifests, '-o', out, '--quiet'], { env: { PEAK_MEMORY: file } });
  return { ...time, peak: Number(readFileSync(file, 'utf8')) };
}

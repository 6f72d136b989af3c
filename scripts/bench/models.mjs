// Manifests of different models, for batches: BLOOM's, each with its own name, hours and power.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './measure.mjs';

/** Writes `model-0001/carboncard.yaml` and so on. */
export function writeModels(folder, count) {
  const text = readFileSync(join(root, 'fixtures/runs/bloom/carboncard.yaml'), 'utf8');
  return Array.from({ length: count }, (_, n) => {
    const name = `model-${String(n + 1).padStart(4, '0')}`;
    const own = text
      .replace('id: bigscience/bloom', `id: bench/${name}`)
      .replace('name: BLOOM', `name: Model ${n + 1}`)
      .replace('accelerator_hours: 1082990', `accelerator_hours: ${1_000_000 + 37 * n}`)
      .replace('value: 400 W', `value: ${300 + (n % 100)} W`);
    mkdirSync(join(folder, name), { recursive: true });
    const file = join(folder, name, 'carboncard.yaml');
    writeFileSync(file, own);
    return file;
  });
}

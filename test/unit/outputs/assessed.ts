import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';

/** The assessment of a manifest. */
export async function assessed(manifest: object): Promise<Assessment> {
  const folder = mkdtempSync(join(tmpdir(), 'carboncard-output-'));
  try {
    const file = join(folder, 'carboncard.json');
    writeFileSync(file, JSON.stringify(manifest));
    return (await assessFile(file)).assessment;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function ofFixture(slug: string): Promise<Assessment> {
  return (await assessFile(`fixtures/runs/${slug}/carboncard.yaml`)).assessment;
}

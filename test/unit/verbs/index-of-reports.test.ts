import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkReports } from '../../../src/verbs/check.js';
import { type Batch, type BatchOptions, renderBatch } from '../../../src/verbs/render.js';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-index-'));
  out = join(folder, 'reports');
  const cache = join(folder, 'cache');
  mkdirSync(cache, { mode: 0o700 });
  vi.stubEnv('XDG_CACHE_HOME', cache);
  for (const name of ['a', 'b', 'c']) manifest(name, 10);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function manifest(name: string, hours: number): void {
  mkdirSync(join(folder, 'm', name), { recursive: true });
  const text = `model: { name: Model ${name}, slug: ${name} }\nphases:\n  - { phase: training, hardware: 8 x A100 SXM 80GB, duration: ${hours} h, location: FR, year: 2022 }\n`;
  writeFileSync(join(folder, 'm', name, 'carboncard.yaml'), text);
}

const all = (): readonly string[] => [join(folder, 'm/*/carboncard.yaml')];

function render(options: BatchOptions = {}, manifests = all()): Promise<Batch> {
  return renderBatch(manifests, { outDir: out, formats: ['md', 'json'], ...options });
}

const textOf = (file: string): string => readFileSync(join(out, file), 'utf8');

describe('figures of the index', () => {
  it('are those of the last reports, in whatever format these are written', async () => {
    await render();
    manifest('b', 90_000);
    const { stale } = await checkReports(all(), { outDir: out, formats: ['md'] });
    expect(stale.flatMap(({ files }) => files.map(({ file }) => file.slice(out.length)))).toContain('/b/assessment.json');
    const before = textOf('index.md');
    const { reports } = await render({ formats: ['md'] });
    expect(reports.map(({ state }) => state)).toEqual(['written', 'written', 'written']);
    const now = textOf('index.md');
    expect(now).not.toBe(before);
    expect((await checkReports(all(), { outDir: out, formats: ['md'] })).stale).toEqual([]);
    await render({ formats: ['md', 'json'], force: true });
    expect(textOf('index.md')).toBe(now);
  });

  it('are not those of an assessment that came beside a report without one', async () => {
    await render();
    const old = textOf('b/assessment.json');
    rmSync(out, { recursive: true });
    manifest('b', 90_000);
    await render({ formats: ['md'] });
    writeFileSync(join(out, 'b/assessment.json'), old);
    await render({ formats: ['md'] });
    expect(textOf('b/assessment.json')).not.toBe(old);
  });
});

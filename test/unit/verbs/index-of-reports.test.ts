import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InputError } from '../../../src/diagnostics/diagnostic.js';
import { checkReports } from '../../../src/verbs/check.js';
import { type Batch, type BatchOptions, renderBatch, renderIndex } from '../../../src/verbs/render.js';

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

describe('an assessment that is not of this version', () => {
  const damages: readonly (readonly [string, (value: Record<string, unknown>) => unknown])[] = [
    ['other version', (value) => ({ ...value, schemaVersion: '0.9' })],
    ['no totals', (value) => ({ ...value, totals: null })],
    ['total without a unit', (value) => ({ ...value, totals: { development: { emissions: { value: 1 } } } })],
    ['no value', (value) => ({ ...value, totals: { development: { emissions: { value: null, unit: 'kgCO2e' } } } })],
    ...['phases', 'lines', 'states'].flatMap((key) =>
      [[null], [{}], {}, null].map(
        (part) => [`${key} ${JSON.stringify(part)}`, (value: Record<string, unknown>) => ({ ...value, [key]: part })] as const,
      ),
    ),
    ['other folder', (value) => ({ ...value, model: { name: 'A', slug: 'other' } })],
    ['a list', () => []],
    ['nothing', () => null],
  ];

  it('is left out of the index, with a warning each time', async () => {
    await render();
    const whole = textOf('b/assessment.json');
    for (const [name, damage] of damages) {
      writeFileSync(join(out, 'b/assessment.json'), JSON.stringify(damage(JSON.parse(whole) as Record<string, unknown>)));
      const { diagnostics } = await renderIndex({ outDir: out });
      expect([name, diagnostics.map(({ id, file }) => [id, file?.slice(out.length)])]).toEqual([
        name,
        [['not-in-index', '/b/assessment.json']],
      ]);
      expect(textOf('index.md')).not.toContain('Model b');
    }
    writeFileSync(join(out, 'b/assessment.json'), '{');
    for (let n = 0; n < 2; n += 1) expect((await renderIndex({ outDir: out })).diagnostics).toHaveLength(1);
    const { reports, diagnostics } = await render();
    expect([diagnostics, reports.map(({ state }) => state)]).toEqual([[], ['unchanged', 'written', 'unchanged']]);
  }, 60_000);
});

describe('an index that has fewer reports', () => {
  it('leaves no files of the earlier one', async () => {
    await render();
    expect(existsSync(join(out, 'index.png'))).toBe(true);
    const png = readFileSync(join(out, 'index.png'));
    for (const name of ['b', 'c']) rmSync(join(out, name), { recursive: true });
    expect((await renderIndex({ outDir: out })).index?.files).toEqual(['index.md', 'index.html']);
    expect(existsSync(join(out, 'index.png'))).toBe(false);
    // One that comes back by another way goes again.
    writeFileSync(join(out, 'index.png'), png);
    await renderIndex({ outDir: out });
    expect(existsSync(join(out, 'index.png'))).toBe(false);
    rmSync(join(out, 'a'), { recursive: true });
    await expect(renderIndex({ outDir: out })).rejects.toThrow(`No reports in ${out}.`);
    expect(readdirSync(out)).toEqual([]);
    await expect(renderIndex({ outDir: join(folder, 'nowhere') })).rejects.toThrow('No reports in');
  }, 60_000);
});

describe('reports that a run did not make', () => {
  it('are named, but not with shards', async () => {
    expect((await render()).others).toBeUndefined();
    rmSync(join(folder, 'm/c'), { recursive: true });
    expect((await render()).others).toEqual(['c']);
    expect((await render({ shard: { nth: 1, of: 2 } })).others).toBeUndefined();
    // An old report of a manifest that has a fault now.
    manifest('d', 1);
    await render();
    writeFileSync(join(folder, 'm/d/carboncard.yaml'), 'phases: 3\n');
    const { refused, others } = await render();
    expect([refused.length, others]).toEqual([1, ['c', 'd']]);
  }, 60_000);
});

describe('notes of what is known', () => {
  const notes = (kind: string): readonly string[] => {
    const at = join(folder, 'cache/carboncard', kind);
    return readdirSync(at).map((name) => join(at, name));
  };

  it('are none where one is damaged, in any way', async () => {
    await render();
    const [first = ''] = notes('reports');
    const whole = readFileSync(first, 'utf8');
    const damages = [
      whole.replace(/"reads":\[.*?\]/, '"reads":[null]'),
      whole.replace(/"files":\[\[.*?\]\]/, '"files":[null]'),
      whole.replace('"headline"', '"title"'),
      whole.slice(0, -1),
      'null',
      '',
    ];
    for (const damaged of damages) {
      expect(damaged).not.toBe(whole);
      writeFileSync(first, damaged);
      const { reports } = await render();
      expect(reports.map(({ state }) => state).sort()).toEqual(['unchanged', 'unchanged', 'written']);
    }
  }, 60_000);

  it('keep no temporary file of a run that was killed', async () => {
    await render();
    const [first = ''] = notes('reports');
    cpSync(first, join(first, '../.carboncard-00000000-1-0123456789abcdef.tmp'));
    utimesSync(join(first, '../.carboncard-00000000-1-0123456789abcdef.tmp'), 0, 0);
    await render({ force: true });
    expect(notes('reports')).toHaveLength(3);
  }, 60_000);
});

describe('check of several manifests', () => {
  it('says at once what is wrong with each', async () => {
    for (const name of ['d', 'e', 'f', 'g']) manifest(name, 1);
    const file = (name: string): string => join(folder, 'm', name, 'carboncard.yaml');
    const text = readFileSync(file('a'), 'utf8');
    writeFileSync(file('d'), text);
    writeFileSync(file('e'), 'model: M\nphases: 3\n');
    writeFileSync(file('f'), text.replace('slug: a', 'slug: f').replace('FR', 'Nowhereland'));
    writeFileSync(file('g'), text.replace('slug: a', 'slug: g').replace(/hardware:.*?,/, 'from: none.csv,'));
    const error: unknown = await checkReports(all(), { outDir: out, formats: ['md'] }).catch((thrown: unknown) => thrown);
    const found = (error as InputError).diagnostics.map(({ file: where = '' }) => where.slice(folder.length + 3, folder.length + 4));
    expect([...new Set(found)]).toEqual(['a', 'd', 'e', 'f', 'g']);
  });
});

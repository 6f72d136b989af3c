import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'smol-toml';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OutputId } from '../../../src/outputs/ids.js';
import { checkReports } from '../../../src/verbs/check.js';
import { type Batch, renderBatch } from '../../../src/verbs/render.js';

let folder = '';
let out = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-disclosures-'));
  out = join(folder, 'reports');
  const cache = join(folder, 'cache');
  mkdirSync(cache, { mode: 0o700 });
  vi.stubEnv('XDG_CACHE_HOME', cache);
  for (const name of ['b', 'a', 'c']) manifest(name, `, report: { url: 'https://example.org/${name}.md', domain: example.org }`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function manifest(name: string, more: string): void {
  mkdirSync(join(folder, 'm', name), { recursive: true });
  const text = `{ model: { name: Model ${name}, slug: ${name} }, phases: [{ phase: training, energy: 10 kWh, location: FR, year: 2022 }]${more} }\n`;
  writeFileSync(join(folder, 'm', name, 'carboncard.yaml'), text);
}

const all = (): readonly string[] => [join(folder, 'm/*/carboncard.yaml')];
const render = (formats: readonly OutputId[]): Promise<Batch> => renderBatch(all(), { outDir: out, formats });
const staleFiles = async (formats: readonly OutputId[]): Promise<readonly string[]> => {
  const { stale } = await checkReports(all(), { outDir: out, formats });
  return stale.flatMap(({ files }) => files.map(({ file }) => file.slice(out.length + 1)));
};
const urls = (): readonly string[] => {
  const { org } = parse(readFileSync(join(out, 'carbon.txt'), 'utf8')) as { org: { disclosures: { url: string }[] } };
  return org.disclosures.map(({ url }) => url);
};

describe('carbon.txt of a set of reports', () => {
  it.each([[['carbontxt']], [['md', 'json', 'carbontxt']]] as [OutputId[]][])('lists all of them, with %j', async (formats) => {
    const { index } = await render(formats);
    expect(index?.files).toContain('carbon.txt');
    expect(urls()).toEqual(['a', 'b', 'c'].map((name) => `https://example.org/${name}.md`));
    expect(await staleFiles(formats)).toEqual([]);
    expect((await render(formats)).index?.state).toBe('unchanged');
  });

  it('is not written where no report has one', async () => {
    await render(['json']);
    expect(existsSync(join(out, 'carbon.txt'))).toBe(false);
  });

  it('notes what it lacks, in a run that finds it unchanged too', async () => {
    manifest('a', ', report: { url: "https://example.org/a.md" }');
    for (const state of ['written', 'unchanged']) {
      const { reports } = await render(['carbontxt']);
      expect(reports.map((one) => [one.state, one.formatNotes.map(({ id }) => id)])).toEqual([
        [state, ['carbontxt-no-domain']],
        [state, []],
        [state, []],
      ]);
    }
  });

  it('is out of date where it was changed, or an address was', async () => {
    await render(['carbontxt']);
    writeFileSync(join(out, 'carbon.txt'), `${readFileSync(join(out, 'carbon.txt'), 'utf8')}# more\n`);
    expect(await staleFiles(['carbontxt'])).toEqual(['carbon.txt']);
    manifest('b', ", report: { url: 'https://example.org/new.md' }");
    await render(['carbontxt']);
    expect(urls()).toContain('https://example.org/new.md');
    expect(await staleFiles(['carbontxt'])).toEqual([]);
  });

  it('goes with the last report that has one', async () => {
    await render(['json', 'carbontxt']);
    for (const name of ['a', 'b', 'c']) rmSync(join(out, name, 'carbon.txt'));
    await render(['json']);
    expect(existsSync(join(out, 'carbon.txt'))).toBe(false);
  });

  it('stays where a person added to it', async () => {
    await render(['json', 'carbontxt']);
    const text = `${readFileSync(join(out, 'carbon.txt'), 'utf8')}\n[[org.disclosures]]\ndoc_type = "certificate"\nurl = "https://example.org/own"\n`;
    writeFileSync(join(out, 'carbon.txt'), text);
    for (const name of ['a', 'b', 'c']) rmSync(join(out, name, 'carbon.txt'));
    await render(['json']);
    expect(readFileSync(join(out, 'carbon.txt'), 'utf8')).toBe(text);
    expect((await render(['json'])).index?.state).toBe('unchanged');
  });

  it('never replaces the file of a person', async () => {
    mkdirSync(out);
    writeFileSync(join(out, 'carbon.txt'), 'version = "0.5"\n');
    const { diagnostics } = await render(['json', 'carbontxt']);
    expect(diagnostics.map(({ id }) => id)).toEqual(['foreign-disclosures']);
    expect(readFileSync(join(out, 'carbon.txt'), 'utf8')).toBe('version = "0.5"\n');
    expect(existsSync(join(out, 'index.md'))).toBe(true);
    expect((await render(['json'])).index?.files).toContain('index.md');
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../../src/diagnostics/diagnostic.js';
import { type Look, type WatchOptions, watchReports } from '../../../src/verbs/watch.js';

let folder: string;
let control: AbortController;
let running: Promise<void>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-watch-'));
  control = new AbortController();
  running = Promise.resolve();
  save('carboncard.yaml', 'model: { name: M, slug: m }\nphases:\n  - { phase: training, energy: 100 kWh, location: FR, year: 2022 }\n');
});
afterEach(async () => {
  control.abort();
  await running;
  rmSync(folder, { recursive: true, force: true });
});

const at = (...names: readonly string[]): string => join(folder, ...names);

function save(name: string, text: string): void {
  mkdirSync(join(at(name), '..'), { recursive: true });
  writeFileSync(at(name), text);
}

/** What came of a look, in words: `written m`, `refused a.yaml`, the ids of what stopped it. */
function said({ reports, refused, error }: Look): readonly string[] {
  return [
    ...reports.map(({ state, slug }) => `${state} ${slug}`),
    ...refused.map(({ manifest }) => `refused ${manifest.slice(folder.length + 1)}`),
    ...(error instanceof InputError ? error.diagnostics.map(({ id }) => id) : []),
  ];
}

/** Watches, and gives what each look with news found, one after the other. */
function watching(patterns: readonly string[] = [at('carboncard.yaml')], options: WatchOptions = {}) {
  const looks: Look[] = [];
  let onNews = (): void => undefined;
  const onLook = (look: Look): void => {
    if (said(look).length === 0) return;
    looks.push(look);
    onNews();
  };
  running = watchReports(patterns, { outDir: at('reports'), ...options, onLook, signal: control.signal });
  const news = (): Promise<readonly string[]> =>
    new Promise((done, failed) => {
      onNews = () => {
        const [look] = looks.splice(0, 1);
        if (look !== undefined) done(said(look));
      };
      running.catch(failed);
      onNews();
    });
  return { news };
}

const text = (name: string): string => readFileSync(at(name), 'utf8');

describe('a report is written again after a change', () => {
  it('of a log of a pattern, and of a new log, and not of a file beside them', async () => {
    const fixtures = 'fixtures/trackers/codecarbon';
    const [log = ''] = readdirSync(fixtures).filter((name) => name.endsWith('.csv'));
    const lines = readFileSync(join(fixtures, log), 'utf8').trimEnd().split('\n');
    save('logs/a.csv', `${lines.join('\n')}\n`);
    save(
      'carboncard.yaml',
      'model: { name: M, slug: m }\nphases:\n  - { phase: training, location: FR, year: 2022, from: ["logs/*.csv"] }\n',
    );
    const { news } = watching();
    expect(await news()).toEqual(['written m']);
    save('logs/notes.txt', 'Nothing.');
    save('logs/a.csv', `${lines.slice(0, 2).join('\n')}\n`);
    expect(await news()).toEqual(['written m']);
    rmSync(at('logs'), { recursive: true });
    expect(await news()).toEqual(['refused carboncard.yaml']);
    save('logs/b.csv', `${lines.slice(0, 2).join('\n')}\n`);
    expect(await news()).toEqual([expect.stringMatching(/^(?:written|unchanged) m$/)]);
  });

  it('of a template; one that can not be used stops all until it is right again', async () => {
    mkdirSync(at('mine'));
    save('other.yaml', 'model: { name: N, slug: n }\nphases:\n  - { phase: training, energy: 1 kWh, location: FR, year: 2022 }\n');
    const { news } = watching([at('*.yaml')], { templates: at('mine') });
    expect(await news()).toEqual(['written m', 'written n']);
    save('mine/sections/summary.md', 'My own words.\n');
    expect(await news()).toEqual(['written m', 'written n']);
    expect(text('reports/m/carbon.md')).toContain('My own words.');
    save('mine/sections/sumary.md', 'A slip.\n');
    expect(await news()).toEqual(['unknown-template']);
    save('other.yaml', text('other.yaml').replace('1 kWh', '2 kWh'));
    rmSync(at('mine/sections/sumary.md'));
    expect(await news()).toEqual(expect.arrayContaining([expect.stringMatching(/ m$/), 'written n']));
  });

  it('of a base model', async () => {
    cpSync(at('carboncard.yaml'), at('base/carboncard.yaml'));
    save(
      'carboncard.yaml',
      'model: { name: M, slug: m }\nbase_model: base/carboncard.yaml\nphases:\n  - { phase: fine-tuning, energy: 1 kWh, location: FR, year: 2022 }\n',
    );
    const { news } = watching();
    expect(await news()).toEqual(['written m']);
    save('base/carboncard.yaml', text('base/carboncard.yaml').replace('100 kWh', '900 kWh'));
    expect(await news()).toEqual(['written m']);
  });

  it('of a manifest that is not there yet', async () => {
    const { news } = watching([at('new/folder/carboncard.yaml')]);
    expect(await news()).toEqual(['refused new/folder/carboncard.yaml']);
    save('new/folder/carboncard.yaml', text('carboncard.yaml'));
    expect(await news()).toEqual(['written m']);
  });

  it('alone, of many; without a note for other runs, and without files that were not asked for', async () => {
    for (const n of [1, 2, 3]) save(`models/m${n}/carboncard.yaml`, text('carboncard.yaml').replace('slug: m', `slug: m${n}`));
    const cache = process.env['XDG_CACHE_HOME'];
    process.env['XDG_CACHE_HOME'] = at('cache');
    mkdirSync(at('cache'), { mode: 0o700 });
    try {
      const { news } = watching([at('models/*/carboncard.yaml')]);
      expect(await news()).toEqual(['written m1', 'written m2', 'written m3']);
      save('models/m2/carboncard.yaml', text('models/m2/carboncard.yaml').replace('100', '200'));
      expect(await news()).toEqual(['written m2']);
      expect(existsSync(at('cache/carboncard/reports'))).toBe(false);
      expect(
        readdirSync(at('reports'), { recursive: true, encoding: 'utf8' }).filter((name) => !/^m\d(?:\/(?:carbon|report)\.md)?$/.test(name)),
      ).toEqual([]);
    } finally {
      if (cache === undefined) delete process.env['XDG_CACHE_HOME'];
      else process.env['XDG_CACHE_HOME'] = cache;
    }
  });
});

it('ends with an error at the start, where nothing was found to wait for', async () => {
  await expect(watchReports([at('absent/*.yaml')], { signal: control.signal })).rejects.toBeInstanceOf(InputError);
  await expect(watchReports([at('*.yaml')], { templates: at('absent'), signal: control.signal })).rejects.toBeInstanceOf(InputError);
});

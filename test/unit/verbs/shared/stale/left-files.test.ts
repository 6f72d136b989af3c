import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { summaryWords } from '../../../../../src/cli/texts/words.js';
import type { OutputId } from '../../../../../src/outputs/ids.js';
import { checkReports } from '../../../../../src/verbs/check.js';
import { renderBatch, renderManifests } from '../../../../../src/verbs/render.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'left-files-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, 'cache'));
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

let count = 0;

/** A manifest of its own folder, with what a person does with it. */
async function project() {
  count += 1;
  const home = join(folder, String(count));
  await mkdir(home);
  const file = join(home, 'carboncard.yaml');
  const outDir = join(home, 'reports');
  const at = (name: string): string => join(outDir, 'm', name);
  return {
    at,
    /** @param formats Of the manifest. */
    write: (formats: readonly OutputId[], energy = '9 kWh'): Promise<void> =>
      writeFile(file, `model: { id: a/m, name: M }\nlocation: FR\nenergy: ${energy}\noutput: { formats: [${formats.join(', ')}] }\n`),
    /** @param formats Of the command line. */
    render: async (formats?: readonly OutputId[]): Promise<readonly string[]> => {
      const { reports } = await renderBatch([file], { outDir, formats });
      return reports.flatMap(({ diagnostics }) => diagnostics.filter(({ id }) => /^(?:left|removed)-files$/.test(id))).map(textOf);
    },
    check: async (formats?: readonly OutputId[]) => {
      const { stale, diagnostics } = await checkReports([file], { outDir, formats });
      return {
        left: stale.flatMap(({ files }) => files.flatMap((one) => (one.isLeft === true ? [one.file.slice(at('').length + 1)] : []))),
        stale: stale.length > 0,
        notes: diagnostics.filter(({ id }) => id === 'left-files').map(textOf),
      };
    },
    names: async () => (await readdir(join(outDir, 'm'))).sort(),
  };
}

const textOf = ({ id, message }: { readonly id: string; readonly message: string }): string =>
  `${id} ${/: ([^:.]+(?:\.\w+)*(?:, [^:]+?\.\w+)*)\.(?: |$)/.exec(message)?.[1] ?? message}`;

const plain = { left: [], stale: false, notes: [] };

describe('a file that an earlier run wrote and this one does not', () => {
  it.each([
    'tex',
    'eu',
    'carbontxt',
    'badge',
    'html',
    'csv',
  ] as const)('is named by check and removed, where the manifest had its format: %s', async (id) => {
    const { write, render, check, names } = await project();
    await write(['json', id]);
    expect([await render(), await check()]).toEqual([[], plain]);
    const [other = ''] = (await names()).filter((name) => name !== 'assessment.json');
    await write(['json']);
    expect(await check()).toEqual({ left: [other], stale: true, notes: [] });
    expect(await render()).toEqual([`removed-files ${other}`]);
    expect([await names(), await check(), await render()]).toEqual([['assessment.json'], plain, []]);
  });

  it('stays and is named, where a person changed it', async () => {
    const { at, write, render, check } = await project();
    await write(['json', 'tex']);
    await render();
    await writeFile(at('carbon.tex'), '% mine\n');
    await write(['json']);
    expect(await check()).toEqual({ left: [], stale: false, notes: ['left-files carbon.tex'] });
    for (let times = 0; times < 2; times += 1) expect(await render()).toEqual(['left-files carbon.tex']);
    expect([await readFile(at('carbon.tex'), 'utf8'), await check()]).toEqual([
      '% mine\n',
      { left: [], stale: false, notes: ['left-files carbon.tex'] },
    ]);
    await rm(at('carbon.tex'));
    expect([await render(), await check()]).toEqual([[], plain]);
  });

  it('stays and is named, where the command line asks for it or for others', async () => {
    const { write, render, check, names } = await project();
    await write(['json', 'csv']);
    await render();
    expect(await render(['tex'])).toEqual(['left-files carbon.csv']);
    expect(await render()).toEqual(['left-files carbon.tex']);
    expect(await names()).toEqual(['assessment.json', 'carbon.csv', 'carbon.tex']);
    await write(['json']);
    expect(await render()).toEqual(['left-files carbon.tex', 'removed-files carbon.csv']);
    expect(await check()).toEqual({ left: [], stale: false, notes: ['left-files carbon.tex'] });
  });

  it('of another name is nothing of the report', async () => {
    const { at, write, render, check, names } = await project();
    await write(['json']);
    await render();
    for (const name of ['notes.md', 'boamps-mine.json', 'carbon.tex.bak']) await writeFile(at(name), '');
    await mkdir(at('carbon.csv'));
    expect([await render(), await check()]).toEqual([[], plain]);
    expect(await names()).toEqual(['assessment.json', 'boamps-mine.json', 'carbon.csv', 'carbon.tex.bak', 'notes.md']);
  });

  it('is removed only where it is as it was written, whatever the formats are', async () => {
    const ids: readonly OutputId[] = ['md', 'html', 'tex', 'bib', 'csv', 'checklist', 'eu', 'sci', 'carbontxt'];
    const formats = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(formats, formats, fc.nat(), async (before, after, nth) => {
        const { at, write, render, names } = await project();
        await write(before);
        await render();
        const written = await names();
        const changed = written[nth % written.length] ?? '';
        await writeFile(at(changed), 'changed');
        await write(after, '10 kWh');
        await render();
        const now = await names();
        const fresh = await project();
        await fresh.write(after, '10 kWh');
        await fresh.render();
        const own = await fresh.names();
        expect(now.filter((name) => !own.includes(name))).toEqual(own.includes(changed) ? [] : [changed]);
        if (!own.includes(changed)) expect(await readFile(at(changed), 'utf8')).toBe('changed');
      }),
      { seed: 11, numRuns: 12 },
    );
  });
});

it('names the BoAmps file of a removed phase, and removes it; a file of another name stays', async () => {
  const file = join(folder, 'carboncard.yaml');
  const options = { outDir: join(folder, 'reports'), formats: ['boamps'] as const };
  const write = (...phases: readonly string[]): Promise<void> =>
    writeFile(file, `model: M\nlocation: FR\nphases:\n${phases.map((of) => `  - { phase: ${of} }\n`).join('')}`);
  await write('training, energy: 9 kWh', 'evaluation, energy: 2 kWh');
  await renderManifests([file], options);
  const names = async () => (await readdir(join(folder, 'reports/m'))).sort();
  expect(await names()).toEqual(['boamps-evaluation.json', 'boamps.json']);
  await mkdir(join(folder, 'reports/m/boamps-data.json'));
  await writeFile(join(folder, 'reports/m/boamps-mine.json'), '{}');
  const stale = async () => (await checkReports([file], options)).stale.flatMap(({ files }) => files.map((one) => one.file));
  expect(await stale()).toEqual([]);
  await write('training, energy: 9 kWh');
  await renderManifests([file], { ...options, formats: ['json'] });
  expect(await names()).toContain('boamps-evaluation.json');
  expect(await stale()).toContain(`${options.outDir}/m/boamps-evaluation.json`);
  await renderManifests([file], options);
  expect(await names()).toEqual(['assessment.json', 'boamps-data.json', 'boamps-mine.json', 'boamps.json']);
  expect(await stale()).toEqual([]);
});

it('says of formats without a file that nothing was written', () => {
  expect(summaryWords.noFile('reports/m')).toBe('No file in reports/m: the formats that were asked for lack what they need');
  expect(summaryWords.written('reports/m', ['boamps.json'])).toBe('Written: reports/m (boamps.json)');
});

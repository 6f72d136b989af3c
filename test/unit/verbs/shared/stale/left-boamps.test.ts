import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { summaryWords } from '../../../../../src/cli/texts/words.js';
import { checkReports } from '../../../../../src/verbs/check.js';
import { renderManifests } from '../../../../../src/verbs/render.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'left-boamps-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

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

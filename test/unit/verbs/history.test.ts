import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Diagnostic, InputError, MissingError } from '../../../src/diagnostics/diagnostic.js';
import { compareModels } from '../../../src/verbs/compare.js';
import { type AssessmentHistory, explainHistory, listHistory, rangeOf, type Timeline } from '../../../src/verbs/history.js';
import { assessFile } from '../../../src/verbs/shared/assess.js';
import { hasGit, type MadeRepository, madeRepository, needsGit } from '../git-repository.js';

const manifestOf = (energy: number, more = ''): string => `model: Small
phases:
  - phase: training
    grid: { intensity: 100 g/kWh }
    energy: { value: ${energy} kWh, boundary: facility }
    system_boundary: [dynamic]
${more}`;

const logged = `model: Small
phases:
  - phase: training
    from: [logs/*.csv]
    grid: { intensity: 100 g/kWh }
    system_boundary: [dynamic]
`;
const log = readFileSync(fileURLToPath(new URL('../../../fixtures/trackers/codecarbon/3.2.1_emissions.csv', import.meta.url)), 'utf8');

const faultsOf = async (work: Promise<unknown>): Promise<readonly Diagnostic[]> => {
  const error = await work.catch((thrown: unknown) => thrown);
  if (error instanceof InputError) return error.diagnostics;
  throw new Error(`no fault: ${String(error)}`);
};
const idsOf = async (work: Promise<unknown>): Promise<readonly string[]> => (await faultsOf(work)).map(({ id }) => id);
const mainOf = ({ figures }: AssessmentHistory) => figures.find(({ id }) => id === 'development');

describe.skipIf(!hasGit)(needsGit('a manifest in a repository'), () => {
  let made: MadeRepository;
  let manifest = '';
  const outside = mkdtempSync(join(tmpdir(), 'carboncard-history-'));
  const since = (revision: string, asked?: string): Promise<AssessmentHistory> =>
    explainHistory(manifest, { since: revision, asked, outDir: join(made.folder, 'reports') });
  const listed = (range: string, asked?: string): Promise<Timeline> =>
    listHistory(manifest, range, { asked, outDir: join(made.folder, 'reports') });
  /** The report of a manifest, as `render` writes it. */
  const reportOf = async (text: string): Promise<string> => {
    const file = join(outside, 'carboncard.yaml');
    writeFileSync(file, text);
    return JSON.stringify((await assessFile(file)).assessment);
  };

  beforeAll(async () => {
    made = madeRepository();
    manifest = join(made.folder, 'carboncard.yaml');
    const report = 'reports/small/assessment.json';
    made.commit({ 'carboncard.yaml': manifestOf(100) });
    made.git('tag', 'draft');
    made.commit({ [report]: await reportOf(manifestOf(120)) });
    made.git('tag', 'v1.0');
    made.commit({ 'README.md': 'no report' });
    made.commit({ 'carboncard.yaml': manifestOf(150), [report]: await reportOf(manifestOf(150)) });
    made.commit({ [report]: 'no JSON' });
    made.commit({ [report]: await reportOf(manifestOf(150)) });
    made.git('tag', '--annotate', 'v2.0', '--message', 'second');
    made.write({ 'carboncard.yaml': manifestOf(200) });
  });
  afterAll(() => {
    made.remove();
    rmSync(outside, { recursive: true });
  });
  afterEach(() => vi.unstubAllEnvs());

  it('is compared with the report that was committed, whatever the manifest of then', async () => {
    const found = await since('v1.0');
    expect(found.before).toMatchObject({
      from: 'assessment',
      file: 'reports/small/assessment.json',
      revision: 'v1.0',
      date: '2026-03-02',
      tags: ['v1.0'],
    });
    expect(mainOf(found)).toMatchObject({
      before: { value: 12 },
      now: { value: 20 },
      difference: { value: 8, unit: 'kgCO2e' },
      changes: [{ what: 'energy', cause: 'manifest', before: { value: 120 }, now: { value: 200 } }],
    });
  });

  it('is compared with the manifest of then where no report was committed', async () => {
    const found = await since('draft');
    expect(found.before).toMatchObject({ from: 'manifest', file: 'carboncard.yaml', revision: 'draft', date: '2026-03-01' });
    expect(mainOf(found)).toMatchObject({ before: { value: 10 }, now: { value: 20 } });
  });

  it('is compared with itself of other revisions, where these are the sides', async () => {
    const at = (revision: string): string => `${revision}:${join(made.folder, 'reports/small/assessment.json')}`;
    const { models } = await compareModels([at('v1.0'), at('v2.0'), join(made.folder, 'carboncard.yaml')]);
    expect(models.map(({ name, common }) => [name, common?.emissions.value])).toEqual([
      ['Small (v1.0)', 12],
      ['Small (v2.0)', 15],
      [`Small (${manifest})`, 20],
    ]);
    expect(await idsOf(compareModels([at('v1.0'), at('draft')]))).toEqual(['not-at-revision']);
    expect(await idsOf(compareModels([at('v1.0'), at('v9.0')]))).toEqual(['unknown-revision']);
    expect(await idsOf(compareModels([at('v1.0'), at('HEAD~1').replace('.json', '/x.json')]))).toEqual(['not-at-revision']);
  });

  it('is compared with an assessment on disk, without git', async () => {
    const file = join(outside, 'then.json');
    writeFileSync(file, await reportOf(manifestOf(50)));
    vi.stubEnv('PATH', '/nowhere');
    const found = await since(file);
    expect(found.before).toMatchObject({ from: 'assessment', file });
    expect(found.before.revision).toBeUndefined();
    expect(mainOf(found)?.difference.value).toBe(15);
  });

  it('lists each commit that changed the report, then what the manifest gives now', async () => {
    const { rows } = await listed('v1.0..');
    expect(
      rows.map(({ at, figure, difference, mainCause, fault }) => [
        at.tags?.[0] ?? at.from,
        at.date,
        figure?.value,
        difference?.value,
        mainCause?.what,
        fault?.id,
      ]),
    ).toEqual([
      ['v1.0', '2026-03-02', 12, undefined, undefined, undefined],
      ['assessment', '2026-03-04', 15, 3, 'energy', undefined],
      ['assessment', '2026-03-05', undefined, undefined, undefined, 'not-an-assessment'],
      ['v2.0', '2026-03-06', 15, 0, undefined, undefined],
      ['manifest', undefined, 20, 5, 'energy', undefined],
    ]);
  });

  it('lists a closed range, and one whose first revision has no report yet', async () => {
    expect((await listed('v1.0..v2.0')).rows.at(-1)?.at.tags).toEqual(['v2.0']);
    expect((await listed('draft..v1.0')).rows.map(({ figure }) => figure?.value)).toEqual([12]);
    expect((await listed('v1.0..v2.0', 'training.dynamic')).rows.map(({ figure }) => figure?.value)).toEqual([12, 15, undefined, 15]);
    expect(await idsOf(listed('v1.0..v2.0', 'embodied'))).toEqual(['unknown-line']);
  });

  it('reads a card’s assessment, and the manifest of a folder below', async () => {
    const own = madeRepository();
    own.commit({ 'models/small/carboncard.yaml': manifestOf(100), 'models/small/carbon/assessment.json': await reportOf(manifestOf(90)) });
    const found = await explainHistory(join(own.folder, 'models/small/carboncard.yaml'), { since: 'HEAD' });
    expect(found.before.file).toBe('models/small/carbon/assessment.json');
    expect(mainOf(found)?.difference.value).toBeCloseTo(1, 12);
    own.remove();
  });

  it('reads the logs of then, and none of now', async () => {
    const own = madeRepository();
    own.commit({ 'm/carboncard.yaml': logged, 'm/logs/a.csv': log });
    const file = join(own.folder, 'm/carboncard.yaml');
    const before = (await assessFile(file)).assessment.totals.development?.emissions.value ?? 0;
    own.write({ 'm/logs/b.csv': log.replaceAll('secret-run', 'other-run').replaceAll('2024-03-01', '2024-03-02') });
    const found = await explainHistory(file, { since: 'HEAD' });
    const figure = mainOf(found);
    expect(figure?.before?.value).toBe(before);
    expect(figure?.now?.value).toBeCloseTo(2 * before, 9);
    own.remove();
  });

  it('reports faults of the manifest of then at its place there', async () => {
    const own = madeRepository();
    own.commit({ 'carboncard.yaml': 'model: M\nphases: [{ phase: training, energy: 12 }]\n' });
    own.write({ 'carboncard.yaml': manifestOf(10) });
    const faults = await faultsOf(explainHistory(join(own.folder, 'carboncard.yaml'), { since: 'HEAD' }));
    expect(faults.map(({ file, line }) => [file, line])).toContainEqual(['HEAD:carboncard.yaml', 2]);
    expect(JSON.stringify(faults)).not.toContain(tmpdir());
    own.remove();
  });

  it.each([
    ['-x', ['invalid-revision']],
    ['--output=x', ['invalid-revision']],
    ['HEAD:carboncard.yaml', ['invalid-revision']],
    ['', ['invalid-revision']],
    ['v9.9', ['unknown-revision']],
    ['HEAD~30', ['unknown-revision']],
    ['absent.json', ['not-found']],
  ])('refuses %j', async (revision, ids) => {
    expect(await idsOf(since(revision))).toEqual(ids);
  });

  it('says where nothing is to compare with', async () => {
    const own = madeRepository();
    own.commit({ 'README.md': 'nothing' });
    own.write({ 'carboncard.yaml': manifestOf(10) });
    const file = join(own.folder, 'carboncard.yaml');
    const [fault] = await faultsOf(explainHistory(file, { since: 'HEAD', outDir: join(own.folder, 'reports') }));
    expect(fault?.id).toBe('not-at-revision');
    expect(fault?.message).toContain('reports/small/assessment.json');
    expect(await idsOf(listHistory(file, 'HEAD..'))).toEqual(['no-report-in-range']);
    own.remove();
  });

  it('says that a committed report is a pointer, of another version, or none', async () => {
    const own = madeRepository();
    const path = 'carbon/assessment.json';
    own.commit({ 'carboncard.yaml': manifestOf(1), [path]: 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n' });
    const id = async (): Promise<readonly string[]> => idsOf(explainHistory(join(own.folder, 'carboncard.yaml'), { since: 'HEAD' }));
    expect(await id()).toEqual(['pointer-at-revision']);
    own.commit({ [path]: '{ "schemaVersion": "9.0", "lines": [] }' });
    expect(await id()).toEqual(['assessment-version']);
    own.commit({ [path]: '{ "schemaVersion": "1.0", "lines": [] }' });
    expect(await id()).toEqual(['not-an-assessment']);
    own.remove();
  });

  it('says that a folder is no repository, and that git is missing', async () => {
    const file = join(outside, 'carboncard.yaml');
    mkdirSync(outside, { recursive: true });
    writeFileSync(file, manifestOf(10));
    expect(await idsOf(explainHistory(file, { since: 'HEAD' }))).toEqual(['not-in-repository']);
    vi.stubEnv('PATH', '/nowhere');
    await expect(since('v1.0')).rejects.toThrow(MissingError);
  });
});

describe('a range of revisions', () => {
  it.each([
    ['v1.0..', { from: 'v1.0', to: undefined }],
    ['v1.0..v2.0', { from: 'v1.0', to: 'v2.0' }],
    ['origin/main..HEAD~2', { from: 'origin/main', to: 'HEAD~2' }],
  ])('%s', (text, expected) => {
    expect(rangeOf(text)).toEqual({ text, ...expected });
  });

  it.each(['v1.0', '..v1.0', '../reports', 'v1.0...v2.0', ''])('is not %j', (text) => {
    expect(rangeOf(text)).toBeUndefined();
  });
});

import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import { emissionsCsv, versions } from './trackers/codecarbon-files.js';

const folder = mkdtempSync(join(tmpdir(), 'carboncard-api-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string): string => join(folder, name);

const source = 'model: Probe\nphases:\n  - phase: training\n    energy: 100 kWh\n    location: FR\n    year: 2022\n';
writeFileSync(path('carboncard.yaml'), source);
const manifest = path('carboncard.yaml');

describe('files of a program', () => {
  it('never go to the root of the disk', async () => {
    for (const verb of [api.renderManifests, api.checkReports]) {
      const named = verb([manifest], { outDir: '', formats: ['md'] });
      await expect(named).rejects.toMatchObject({ diagnostics: [{ id: 'no-folder-named' }] });
    }
    expect(existsSync('/probe')).toBe(false);
  });

  it('never leave the folder that was named, through a link in it', async () => {
    mkdirSync(path('outside'));
    mkdirSync(path('linked'));
    symlinkSync('../outside', path('linked/probe'));
    const rendered = api.renderManifests([manifest], { outDir: path('linked'), formats: ['md'] });
    await expect(rendered).rejects.toBeInstanceOf(api.WriteError);
    await expect(rendered).rejects.toMatchObject({ problem: { kind: 'link-outside', path: path('linked/probe') } });
    expect(readdirSync(path('outside'))).toEqual([]);
    // The folder itself may be a link: it was named.
    symlinkSync('outside', path('chosen'));
    await api.renderManifests([manifest], { outDir: path('chosen'), formats: ['md'] });
    expect(readdirSync(path('outside/probe'))).toEqual(['carbon.md', 'report.md']);
  });
});

describe('a card that an editor saves meanwhile', () => {
  /** Saves a text each time that a new card is on its way to its place, at most so often. */
  async function updatedWhileSaved(folderName: string, texts: readonly string[]) {
    mkdirSync(path(folderName));
    const card = path(`${folderName}/README.md`);
    writeFileSync(card, '# Probe\n');
    const left = [...texts];
    const seen = new Set<string>();
    let isDone = false;
    const editor = async (): Promise<void> => {
      while (!isDone && left.length > 0) {
        const isOnItsWay = readdirSync(path(folderName)).some((name) => name.endsWith('.tmp') && seen.size < seen.add(name).size);
        if (isOnItsWay) writeFileSync(card, left.shift() ?? '');
        await new Promise((done) => setImmediate(done));
      }
    };
    const editing = editor();
    const updating = api.updateModelCard(card, { manifest, formats: ['md'] }).finally(() => {
      isDone = true;
    });
    const outcome = await updating.catch((error: unknown) => error);
    await editing;
    return { outcome, text: readFileSync(card, 'utf8') };
  }

  it('keeps what was saved, and gets its section', async () => {
    const { text } = await updatedWhileSaved('saved-once', ['# Probe\n\nSaved meanwhile.\n']);
    expect(text).toMatch(/^---\n[\s\S]*Saved meanwhile\.\n[\s\S]*<!-- carboncard:end -->/);
  });

  it('is left as it was saved, with a sentence, where that happens again', async () => {
    const { outcome, text } = await updatedWhileSaved('saved-twice', ['# One\n', '# Two\n']);
    expect(outcome).toBeInstanceOf(api.WriteError);
    expect(outcome).toMatchObject({ problem: { kind: 'changed', path: path('saved-twice/README.md') } });
    expect(text).toBe('# Two\n');
    expect(readdirSync(path('saved-twice'))).toEqual(['README.md']);
  });
});

describe('a program can', () => {
  it('parse and assess a text', () => {
    const resolved = api.parseManifest(source);
    expect(resolved.manifest.slug).toBe('probe');
    expect(api.assess(resolved).totals.development?.energy?.value).toBeCloseTo(120, 9);
  });

  it('render, check and find that a report is out of date', async () => {
    const options = { outDir: path('reports'), formats: ['md', 'json'] as const };
    const { reports } = await api.renderManifests([manifest], options);
    expect(reports.map(({ slug, files }) => [slug, files])).toEqual([['probe', ['carbon.md', 'report.md', 'assessment.json']]]);
    expect((await api.checkReports([manifest], options)).stale).toEqual([]);
    writeFileSync(path('reports/probe/carbon.md'), 'changed');
    const { stale } = await api.checkReports([manifest], options);
    expect(stale.flatMap(({ files }) => files.map(({ file, isMissing }) => [file, isMissing]))).toEqual([
      [path('reports/probe/carbon.md'), false],
    ]);
  });

  it('leave out the options, which then are those of the command line', async () => {
    const before = process.cwd();
    process.chdir(mkdtempSync(join(folder, 'plain-')));
    try {
      const { file } = await api.initManifest([], undefined);
      expect(file).toBe('carboncard.yaml');
      writeFileSync(file, `${source}output: { formats: [md] }\n`);
      const { reports } = await api.renderManifests([file]);
      expect(reports.map((report) => report.folder)).toEqual(['reports/probe']);
      expect((await api.checkReports([file])).stale).toEqual([]);
      writeFileSync('README.md', '# Probe\n');
      expect((await api.updateModelCard('README.md')).changed).toEqual(['carbon/report.md', 'carbon/assessment.json', 'README.md']);
    } finally {
      process.chdir(before);
    }
  });

  it('put the section into a card', async () => {
    writeFileSync(path('README.md'), '# Probe\n');
    const { before, after, changed } = await api.updateModelCard(path('README.md'), { manifest, formats: ['md'] });
    expect([before, changed]).toEqual(['# Probe\n', ['carbon/report.md', 'carbon/assessment.json', 'README.md']]);
    expect(readFileSync(path('README.md'), 'utf8')).toBe(after);
    expect(api.textDiff(before, after)).toContain('+## Environmental Impact');
  });

  it('note front matter that some readers do not find, by its line in the card', async () => {
    writeFileSync(path('README.md'), '---\nlicense: mit\n--- \n\n# Probe\n');
    const { after, diagnostics } = await api.updateModelCard(path('README.md'), { manifest, formats: ['md'], dryRun: true });
    const found = diagnostics.find(({ id }) => id === 'front-matter-readers');
    expect(found).toMatchObject({ severity: 'note', file: path('README.md'), line: after.split('\n').indexOf('--- ') + 1 });
  });

  it('audit', async () => {
    writeFileSync(path('wrong.md'), '# A\n\nThe PUE is 0.9.\n');
    const [audited] = await api.auditFiles([path('wrong.md')]);
    expect(audited?.findings.map(({ id }) => id)).toEqual(['pue-below-one']);
    expect(api.auditIds).toEqual(Object.keys(api.audits));
  });

  it('explain', async () => {
    const { totals } = await api.explainManifest(manifest);
    expect(totals.map(({ id }) => id)).toEqual(['development']);
    expect(api.quoted('a b')).toBe("'a b'");
  });

  it('start a manifest from a log', async () => {
    writeFileSync(path('emissions.csv'), emissionsCsv(versions['3.0.7'] ?? '', [{}]));
    const { file, logs, openQuestions } = await api.initManifest([path('emissions.csv')], { out: path('started.yaml'), model: 'M' });
    expect([existsSync(file), logs.map(({ runs }) => runs)]).toEqual([true, [1]]);
    expect(openQuestions).toBe(
      readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line.endsWith('?')).length,
    );
    expect(openQuestions).toBeGreaterThan(0);
    expect((await api.initManifest([], { out: path('starter.yaml') })).openQuestions).toBe(5);
  });

  it('look up factors', () => {
    const search = api.searchFactors('France 2022');
    expect(
      search.found && search.readings.flatMap(({ findings }) => findings.flatMap(({ factors }) => factors.map(({ id }) => id))),
    ).toContain('grid-fr-2022');
    const { factors, readings } = api.lookUpFactors('France 2022');
    expect(factors.find(({ id }) => id === 'grid-fr-2022')).toHaveProperty('source.licence');
    expect(readings[0]?.findings[0]?.factors).toContain('grid-fr-2022');
    expect(() => api.lookUpFactors('Frence')).toThrow('Unknown place or device `Frence`.');
    expect(api.factorTables().factors).toHaveLength(api.allFactors().length);
    expect([api.allFactors().length > 100, api.factorGroups().length > 5, api.defaultRanges.length > 10]).toEqual([true, true, true]);
  });

  it('get the schemas', () => {
    expect([api.jsonSchema(), api.jsonSchema('assessment')]).toEqual([api.manifestJsonSchema(), api.assessmentJsonSchema()]);
    expect([api.manifestJsonSchema(), api.assessmentJsonSchema()]).toMatchObject([
      { title: 'carboncard manifest' },
      { title: 'carboncard assessment' },
    ]);
  });

  it('catch what is wrong, all at once', async () => {
    cpSync('fixtures/invalid/eight-at-once.yaml', path('wrong.yaml'));
    const error = await api
      .renderManifests([path('wrong.yaml'), path('absent.yaml')], { outDir: path('none') })
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(api.InputError);
    expect((error as api.InputError).diagnostics.length).toBe(9);
    expect(existsSync(path('none'))).toBe(false);
  });
});

it('holds every function of the verbs that the command line uses', () => {
  const used = readdirSync('src/cli/commands').flatMap((name) => {
    const text = readFileSync(`src/cli/commands/${name}`, 'utf8');
    return [...text.matchAll(/^import \{([^}]*)\} from '\.\.\/\.\.\/verbs\//gm)].flatMap(([, names = '']) =>
      names
        .split(',')
        .map((word) => word.trim())
        .filter((word) => word !== '' && !word.startsWith('type ')),
    );
  });
  expect(used.length).toBeGreaterThan(8);
  expect(used.filter((name) => !(name in api))).toEqual([]);
});

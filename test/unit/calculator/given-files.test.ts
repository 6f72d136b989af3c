import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Calculator, createCalculator } from '../../../src/calculator/calculator.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';

const context = await readRenderContext(undefined);
const folder = 'fixtures/runs/hour-by-hour';
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const text = read('carboncard.yaml');
const file = (name: string) => ({ name, text: read(name) });
const small = 'model: M\nlocation: FR\nyear: 2023\nhardware: 8 x A100 80GB\nduration: 10 h\n';
const log = readFileSync('fixtures/trackers/codecarbon/3.2.1_emissions.csv', 'utf8');

let calculator: Calculator;
beforeEach(() => {
  calculator = createCalculator(context);
});
const errorsOf = async (manifest: string) =>
  (await calculator.calculate({ text: manifest })).findings.filter(({ severity }) => severity === 'error');

describe('files that a manifest names, in the calculator', () => {
  it('give the bytes of the command line: a log, and intensities hour by hour', async () => {
    const files = ['training.measurement.json', 'intensity.csv'].map(file);
    expect(calculator.give({ text, files })).toEqual(['training.measurement.json', 'intensity.csv']);
    const made = await calculator.files({ text, formats: ['md', 'json', 'pdf', 'charts'] });
    for (const name of ['assessment.json', 'carbon.md', 'report.md', 'charts/power.svg'])
      expect(made[name], name).toBe(readFileSync(join('reports/hour-by-hour', name), 'utf8'));
  });

  it('are errors where they are not given: with the line, the name, and what to do', async () => {
    const [error, other] = await errorsOf(text);
    expect(other).toMatchObject({ message: 'The manifest names the file intensity.csv, which is not on this page.', line: 23 });
    expect(error).toMatchObject({ message: 'The manifest names the file training.measurement.json, which is not on this page.', line: 19 });
    expect(error?.text).toContain('fix: Drop training.measurement.json on the page, or choose it');
    expect(error?.text).toContain('sends nothing');
    calculator.give({ text, files: [file('training.measurement.json')] });
    expect((await errorsOf(text)).map(({ message }) => message)).toEqual([
      'The manifest names the file intensity.csv, which is not on this page.',
    ]);
    calculator.give({ text, files: [file('intensity.csv')] });
    expect(await errorsOf(text)).toEqual([]);
  });

  it.each([
    ['logs/emissions.csv', 'emissions.csv'],
    ['/home/someone/emissions.csv', 'emissions.csv'],
    ['"logs/**/*.csv"', 'emissions.csv'],
    ['"logs/{run,emissions}.csv"', 'emissions.csv'],
    ['"run-?.csv"', 'run-7.csv'],
  ])('are found for %s by the name %s', async (named, name) => {
    const manifest = `model: M\nyear: 2024\nfrom: ${named}\n`;
    expect((await errorsOf(manifest))[0]?.message).toContain('which is not on this page');
    expect(calculator.give({ text: manifest, files: [{ name, text: log }] })).toEqual([name]);
    const { result, findings } = await calculator.calculate({ text: manifest });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(result?.section).not.toContain('someone');
  });

  it('are not kept where the manifest names no such file, or cannot be read', () => {
    const files = [{ name: 'emissions.csv', text: log }];
    expect(calculator.give({ text: small, files })).toEqual([]);
    expect(calculator.give({ text: 'model: M\nfrom: run-?.csv\n', files })).toEqual([]);
    expect(calculator.give({ text: 'model: [', files })).toEqual([]);
  });

  it('are base models: a manifest, which is assessed, and an assessment', async () => {
    const manifest = `${small.replace('model: M', 'model: Tuned')}base_model: ../base/base.yaml\n`;
    expect((await errorsOf(manifest))[0]).toMatchObject({
      message: 'The manifest names the file ../base/base.yaml, which is not on this page.',
      line: 6,
    });
    expect(calculator.give({ text: manifest, files: [{ name: 'base.yaml', text: small.replace('model: M', 'model: Base') }] })).toEqual([
      'base.yaml',
    ]);
    expect(await errorsOf(manifest)).toEqual([]);
    expect((await calculator.calculate({ text: manifest })).result?.json).toContain('assessed by carboncard (../base/base.yaml)');
    const ofAssessment = manifest.replace('base.yaml', 'assessment.json');
    calculator.give({
      text: ofAssessment,
      files: [{ name: 'assessment.json', text: readFileSync('reports/bloom/assessment.json', 'utf8') }],
    });
    expect((await calculator.calculate({ text: ofAssessment })).result?.json).toContain('Carbon footprint of BLOOM');
  });

  it('are errors where different ones have one name: two paths, two patterns, and a base model beside it', async () => {
    const ofOneName = (paths: string) => `The manifest names different files that are called emissions.csv: ${paths}.`;
    const manifest = (named: string) => `model: M\nyear: 2024\nfrom: ${named}\n`;
    const files = [{ name: 'emissions.csv', text: log }];
    const paths = manifest('[node1/emissions.csv, node2/emissions.csv]');
    expect(await errorsOf(paths)).toMatchObject([{ message: ofOneName('node1/emissions.csv and node2/emissions.csv'), line: 3 }]);
    calculator.give({ text: paths, files });
    expect((await errorsOf(paths)).map(({ message }) => message)).toEqual([ofOneName('node1/emissions.csv and node2/emissions.csv')]);
    const patterns = manifest('["node1/*.csv", "node2/*.csv"]');
    calculator.open({ text: patterns, files });
    expect((await errorsOf(patterns)).map(({ message }) => message)).toEqual([ofOneName('node1/*.csv and node2/*.csv')]);
    const own = `${manifest('emissions.csv')}base_model: ../base/base.yaml\n`;
    calculator.open({ text: own, files: [...files, { name: 'base.yaml', text: manifest('emissions.csv') }] });
    const found = (await errorsOf(own)).map(({ message }) => message);
    expect(found).toContain(ofOneName('emissions.csv and ../base/emissions.csv'));
    const same = manifest('[logs/emissions.csv, ./logs/emissions.csv]');
    calculator.open({ text: same, files });
    expect(await errorsOf(same)).toEqual([]);
  });

  it('are forgotten with another manifest, and kept while one is edited', async () => {
    const manifest = 'model: M\nyear: 2024\nfrom: emissions.csv\n';
    calculator.give({ text: manifest, files: [{ name: 'emissions.csv', text: log }] });
    expect(await errorsOf(`${manifest}# edited\n`)).toEqual([]);
    expect(calculator.open({ text: manifest, files: [] })).toEqual([]);
    expect((await errorsOf(manifest))[0]?.message).toContain('which is not on this page');
  });

  it.each([
    '/home/secret-user/emissions.csv',
    '/home/secret-user/*.csv',
    'C:/Users/secret-user/emissions.csv',
  ])('show neither folder nor user of %s in section and assessment', async (path) => {
    const manifest = `model: M\nyear: 2024\nfrom: "${path}"\n`;
    calculator.give({ text: manifest, files: [{ name: 'emissions.csv', text: log }] });
    const { result } = await calculator.calculate({ text: manifest });
    expect(result?.namesFiles).toBe(true);
    expect(result?.json).toContain('emissions.csv');
    // A warning names the path, since the manifest is attached to a PDF as its author wrote it: as on the command line.
    const { diagnostics, ...rest } = JSON.parse(result?.json ?? '');
    expect(JSON.stringify(rest)).toContain('emissions.csv');
    expect(JSON.stringify(rest)).not.toContain('secret-user');
    const warned = diagnostics.filter((one: unknown) => JSON.stringify(one).includes('secret-user'));
    expect(warned.map(({ message }: { message: string }) => message)).toEqual([expect.stringContaining('contains the absolute path')]);
    expect(result?.section).not.toContain('secret-user');
    expect(result?.explanation).not.toContain('secret-user');
  });

  it('show their own lines in what is wrong with them', async () => {
    const manifest = 'model: M\nyear: 2024\nfrom: emissions.csv\n';
    calculator.give({ text: manifest, files: [{ name: 'emissions.csv', text: log.replace(/\n[^\n]*\n$/, '\nwrong,row\n') }] });
    const [error] = await errorsOf(manifest);
    expect(error?.text).toMatch(/^emissions\.csv:\d+:\d+: error\[[\w-]+\]: /);
    expect(error?.text).toContain('| wrong,row');
  });
});

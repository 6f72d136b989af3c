import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Calculator, createCalculator } from '../../../src/calculator/calculator.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';

const context = await readRenderContext(undefined);
const log = readFileSync('fixtures/trackers/codecarbon/3.2.1_emissions.csv', 'utf8');
const framework = readFileSync('fixtures/trackers/impact-framework/outputs.yaml', 'utf8');
const small = 'model: M\nlocation: FR\nyear: 2023\nhardware: 8 x A100 80GB\nduration: 10 h\n';
const logged = 'model: M\nyear: 2024\nfrom: emissions.csv\n';
const emissions = { name: 'emissions.csv', text: log };

let calculator: Calculator;
beforeEach(() => {
  calculator = createCalculator(context);
});
const errorsOf = async (text: string) =>
  (await calculator.calculate({ text })).findings.flatMap(({ severity, message }) => (severity === 'error' ? [message] : []));

describe('a dropped file', () => {
  it('is a log where a tracker wrote it, also as YAML', async () => {
    const dropped = await calculator.drop({ text: small, files: [{ name: 'outputs.yaml', text: framework }] });
    expect(dropped).toMatchObject({ kind: 'logs', draft: { logs: [{ file: 'outputs.yaml', tracker: 'Impact Framework' }] } });
  });

  it('is a manifest by its content: with any name, as JSON, and with errors', async () => {
    const json = '{ "model": "J", "hardware": "8 x A100 80GB", "duration": "10 h", "location": "FR", "year": 2023 }';
    for (const [name, text] of [
      ['m.json', json],
      ['m.txt', small],
      ['m.yml', 'model: [\n'],
    ] as const)
      expect(await calculator.drop({ text: small, files: [{ name, text }] })).toEqual({ kind: 'manifest', text, unnamed: [] });
    const assessment = readFileSync('reports/bloom/assessment.json', 'utf8');
    expect(await calculator.drop({ text: small, files: [{ name: 'assessment.json', text: assessment }] })).toMatchObject({ kind: 'logs' });
  });

  it.each(readdirSync('fixtures/runs'))('is a manifest: %s', async (name) => {
    const text = readFileSync(join('fixtures/runs', name, 'carboncard.yaml'), 'utf8');
    expect(await calculator.drop({ text: small, files: [{ name: 'x.txt', text }] })).toMatchObject({ kind: 'manifest', text });
  });

  it('is taken with the manifest that names it, and the others are told', async () => {
    const other = { name: 'other.csv', text: log };
    const files = [emissions, { name: 'carboncard.yaml', text: logged }, other];
    expect(await calculator.drop({ text: small, files })).toEqual({ kind: 'manifest', text: logged, unnamed: ['other.csv'] });
    expect(await errorsOf(logged)).toEqual([]);
  });

  it('does not replace a manifest that may ask for it: through a base model, or where it has an error', async () => {
    const text = `${small}base_model: ../base/base.yaml\n`;
    const why = 'The manifest names the base model ../base/base.yaml, which may name these files. Drop it first, or together with them.';
    expect(await calculator.drop({ text, files: [emissions] })).toEqual({ kind: 'refused', why });
    const wrong = `${logged}phases: [\n`;
    expect(await calculator.drop({ text: wrong, files: [emissions] })).toMatchObject({
      kind: 'refused',
      why: 'The manifest has an error, and contains the name emissions.csv. Correct the error, then drop the file again.',
    });
    expect(await calculator.drop({ text: `# from emissions.csv\n${small}`, files: [emissions] })).toMatchObject({ kind: 'logs' });
  });

  it('is read where a base model names it that was dropped before or with it', async () => {
    const text = `${small}base_model: ../base/base.yaml\n`;
    const base = { name: 'base.yaml', text: logged.replace('model: M', 'model: Base') };
    expect(await calculator.drop({ text, files: [base] })).toEqual({ kind: 'named', names: ['base.yaml'] });
    expect(await errorsOf(text)).toEqual(['The manifest names the file emissions.csv, which is not on this page.']);
    expect(await calculator.drop({ text, files: [emissions] })).toEqual({ kind: 'named', names: ['emissions.csv'] });
    expect(await errorsOf(text)).toEqual([]);
    calculator.open({ text, files: [] });
    expect(await calculator.drop({ text, files: [emissions, base] })).toEqual({ kind: 'named', names: ['emissions.csv', 'base.yaml'] });
    expect(await errorsOf(text)).toEqual([]);
  });

  it('is refused beside another one of its name', async () => {
    const why = 'Two of the files are called emissions.csv. The page cannot tell them apart: give them different names.';
    expect(await calculator.drop({ text: logged, files: [emissions, emissions] })).toEqual({ kind: 'refused', why });
  });

  it('becomes a manifest that is not asked for it again', async () => {
    const dropped = await calculator.drop({ text: small, files: [emissions] });
    const text = dropped.kind === 'logs' ? (dropped.draft.text ?? '') : '';
    expect(text).toContain('from emissions.csv');
    expect((await errorsOf(text)).filter((message) => message.includes('not on this page'))).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseText } from '../../../src/manifest/parse.js';
import { type Answers, initManifest, type Question } from '../../../src/verbs/init.js';
import { emissionsCsv, versions } from '../trackers/codecarbon-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'carboncard-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts a manifest from a log, with a person who answers; keeps what was asked. */
async function answered(content: string, answers: Answers, name = 'emissions.csv') {
  const log = join(folder, name);
  writeFileSync(log, content);
  let asked: readonly Question[] = [];
  const { text, openQuestions } = await initManifest([log], {
    out: '-',
    ask: async (questions) => {
      asked = questions;
      return answers;
    },
  });
  return { text, openQuestions, asked, ids: asked.map(({ id }) => id) };
}

const columns = versions['3.3.0'] ?? '';

describe('a person at a terminal', () => {
  it('is asked what the log leaves open, and nothing that it states', async () => {
    const log = emissionsCsv(columns, [{ project_name: 'cats', pue: '1.2' }]);
    const { ids } = await answered(log, {});
    expect(ids).toEqual(['model', 'includes', 'phase-0']);
    expect((await answered(emissionsCsv(columns, [{ project_name: 'cats', pue: '1' }]), {})).ids).toEqual([
      'model',
      'pue',
      'includes',
      'phase-0',
    ]);
  });

  it('is asked what was done in each phase, with the guess first in hand', async () => {
    const log = emissionsCsv(columns, [
      { project_name: 'hp-search', pue: '1.2' },
      { run_id: 'b', project_name: 'finetune', pue: '1.2', timestamp: '2023-11-11T15:13:33' },
    ]);
    const { asked } = await answered(log, {});
    const phases = asked.filter(({ id }) => id.startsWith('phase-'));
    expect(phases.map(({ text, example }) => [text, example])).toEqual([
      ['What was done in hp-search (one run)?', 'experiments'],
      ['What was done in finetune (one run)?', 'finetuning'],
    ]);
    expect(phases[0]?.choices?.map(({ value }) => value)).toEqual([
      'data',
      'experiments',
      'training',
      'finetuning',
      'evaluation',
      'deployment',
    ]);
    expect([phases[0]?.objection('evaluation'), phases[0]?.objection('eval')]).toEqual([
      undefined,
      'Give one of data, experiments, training, finetuning, evaluation, deployment.',
    ]);
  });

  it('finds the answers in the manifest, in place of the questions', async () => {
    const log = emissionsCsv(columns, [{ project_name: 'hp-search', pue: '1' }]);
    const { text, openQuestions } = await answered(log, {
      'model': 'org/m',
      'pue': '1.3',
      'includes': 'restarts',
      'phase-0': 'evaluation',
    });
    expect(openQuestions).toBe(0);
    expect(text).toContain('model: { id: org/m }\n');
    expect(text).toContain('\n  - phase: evaluation\n');
    expect(text).toContain('\n    pue: 1.3\n');
    expect(text).toContain('\n    includes: restarts\n');
    expect(text).not.toMatch(/\?\n/);
    expect(parseText(text, 'carboncard.yaml').manifest.phases).toMatchObject([{ phase: 'evaluation', includes: 'restarts' }]);
  });

  it('is asked where the energy was measured, of a table that does not say', async () => {
    const log = readFileSync('fixtures/trackers/slurm/sacct-P.txt', 'utf8');
    const { ids, openQuestions } = await answered(log, {}, 'sacct.txt');
    expect(ids).toContain('boundary');
    const known = await answered(log, { boundary: 'node' }, 'sacct.txt');
    expect(known.text).toMatch(/energy: \{ value: [\d.]+ kWh, boundary: node, /);
    expect(known.openQuestions).toBeLessThan(openQuestions);
    expect(known.text).not.toContain('was it measured at');
  });

  it('leaves a question open with an empty answer', async () => {
    const { text, openQuestions } = await answered(emissionsCsv(columns, [{ project_name: 'cats', pue: '1.2' }]), {});
    expect(openQuestions).toBe(3);
    expect(text.match(/\?\n/g)).toHaveLength(3);
  });

  it('is asked nothing of the meter without a log', async () => {
    let ids: readonly string[] = [];
    await initManifest([], {
      out: '-',
      ask: async (questions) => {
        ids = questions.map(({ id }) => id);
        return {};
      },
    });
    expect(ids).toEqual(['model', 'hardware', 'time', 'place', 'year']);
  });
});

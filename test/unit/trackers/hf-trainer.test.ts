import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hfTrainer } from '../../../src/trackers/hf-trainer.js';
import { recognised } from '../../../src/trackers/index.js';
import { changed, expectSound, fixture } from './changed-texts.js';
import { faultsOf, readAll } from './reading.js';

const files = ['train_results', 'old_train_results', 'all_results', 'trainer_state'] as const;
const ids = (diagnostics: readonly { readonly id: string }[]) => diagnostics.map(({ id }) => id);

describe('files of the Trainer', () => {
  it.each([...files, 'running_trainer_state'])('is recognised by its content: %s', (name) => {
    const text = fixture(`hf-trainer/${name}.json`);
    expect(recognised(text).map(({ id }) => id)).toEqual(['hf-trainer']);
    expect(recognised(JSON.stringify(JSON.parse(text))).map(({ id }) => id)).toEqual(['hf-trainer']);
  });

  it.each([
    ['train_results', 1.5, 4.25e17],
    ['old_train_results', 720.5 / 3600, undefined],
    ['all_results', 0.5, 8.8e16],
    ['trainer_state', 0.75, 3.1e16],
  ] as const)('has the time and the operations of the training, and no more: %s', async (name, hours, flops) => {
    const { runs, diagnostics } = await readAll(hfTrainer, fixture(`hf-trainer/${name}.json`));
    expect(runs).toEqual([
      {
        tracker: 'hf-trainer',
        lines: [1, expect.any(Number)],
        hours,
        parts: {},
        isMeasured: false,
        ...(flops !== undefined && { flops }),
        place: {},
      },
    ]);
    expect(ids(diagnostics)).toEqual(['no-hardware-named']);
    expect(JSON.stringify([runs, diagnostics])).not.toContain('secret');
  });

  it('reports that the time is that of the last part, where 20,000 samples × 2 epochs are more than 7.4 a second × 1,800 s', async () => {
    const text = fixture('hf-trainer/train_results.json').replace('5400.0', '1800.0');
    expect(ids((await readAll(hfTrainer, text)).diagnostics)).toContain('last-segment');
  });

  it('reports a state with several trainings', async () => {
    const state = JSON.parse(fixture('hf-trainer/trainer_state.json')) as { log_history: unknown[] };
    state.log_history.push({ ...(state.log_history.at(-1) as object), train_runtime: 36 });
    const { runs, diagnostics } = await readAll(hfTrainer, JSON.stringify(state));
    expect(runs).toMatchObject([{ hours: 0.01 }]);
    expect(ids(diagnostics)).toContain('trained-again');
  });

  it.each([
    ['a training that goes on', fixture('hf-trainer/running_trainer_state.json'), 'training-not-ended'],
    ['a time that is text', '{"train_runtime": "12 s"}', 'log-figure-as-text'],
    ['a time below 0', '{"train_runtime": -1}', 'log-negative'],
    ['a file that is cut', fixture('hf-trainer/trainer_state.json').slice(0, -40), 'log-not-json'],
    ['a history that is none', '{"global_step": 1, "log_history": {"train_runtime": 4}}', 'training-not-ended'],
    ['nothing of the kind', '[]', 'training-not-ended'],
  ])('rejects %s', async (_, text, id) => {
    expect(ids(await faultsOf(hfTrainer, text))).toEqual([id]);
  });

  it('gives numbers or an error, wherever it is cut or changed', async () => {
    const text = fc.constantFrom(...files).chain((name) => changed(fixture(`hf-trainer/${name}.json`)));
    await fc.assert(
      fc.asyncProperty(text, async (broken) => {
        await expectSound(hfTrainer, broken);
      }),
      { numRuns: 300 },
    );
  });
});

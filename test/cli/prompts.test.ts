import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { openPrompts } from '../../src/cli/prompts.js';
import type { Question } from '../../src/verbs/init.js';

const questions: readonly Question[] = [
  { id: 'model', text: 'Which model?', example: 'org/model', objection: () => undefined },
  { id: 'year', text: 'When?', example: '2023', objection: (answer) => (/^\d{4}$/.test(answer) ? undefined : 'Four digits.') },
  { id: 'place', text: 'Where?', example: 'France', objection: () => undefined },
];

/** A terminal at which keys are pressed, each once the program has had time to answer the one before. */
function terminal(isTTY = true) {
  const stdin = Object.assign(new PassThrough(), { isTTY, setRawMode: () => stdin });
  const stderr = Object.assign(new PassThrough(), { isTTY, columns: 80 });
  let shown = '';
  stderr.on('data', (data) => {
    shown += String(data);
  });
  const press = async (...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      stdin.write(key);
    }
  };
  return { streams: { stdin, stderr, env: {} }, press, shown: () => shown };
}

describe('questions at a terminal', () => {
  it('takes answers, asks again where one will not do, and leaves open what is empty', async () => {
    const { streams, press, shown } = terminal();
    const answers = openPrompts(streams)?.(questions);
    await press('my-org/m', '\r', '23', '\r', '\u007f', '\u007f', '2024', '\r', '\r');
    expect(await answers).toEqual({ model: 'my-org/m', year: '2024' });
    expect(shown()).toContain('Four digits.');
    expect(shown()).toContain('org/model (empty: leave open)');
  });

  it('asks again in an empty field, so that a second answer is not added to the first', async () => {
    const { streams, press } = terminal();
    const answers = openPrompts(streams)?.(questions);
    await press('\r', '23', '\r', '2024', '\r', '\r');
    expect(await answers).toEqual({ year: '2024' });
  });

  it('offers choices with the likely one marked, and the way to leave it open', async () => {
    const choices = ['data', 'training', 'evaluation'].map((value) => ({ value, label: value }));
    const phase: Question = { id: 'phase-0', text: 'What was done?', example: 'training', choices, objection: () => undefined };
    const { streams, press, shown } = terminal();
    const [first, second, third] = ['phase-0', 'phase-1', 'phase-2'].map((id) => ({ ...phase, id: id as Question['id'] }));
    const answers = openPrompts(streams)?.([first ?? phase, second ?? phase, third ?? phase]);
    // Enter; one down; two down, which is to leave it open.
    await press('\r', '\u001b[B', '\r', '\u001b[B', '\u001b[B', '\r');
    expect(await answers).toEqual({ 'phase-0': 'training', 'phase-1': 'evaluation' });
    expect(shown()).toContain('leave open');
  });

  it('comes back with nothing where the person turns away', async () => {
    const { streams, press } = terminal();
    const answers = openPrompts(streams)?.(questions);
    await press('my-org/m', '\r', '\u0003');
    expect(await answers).toBeUndefined();
  });

  it.each([
    ['no terminal', false, {}],
    ['a terminal that shows nothing but text', true, { TERM: 'dumb' }],
    ['a machine that nobody sits at', true, { CI: '1' }],
  ])('asks nothing where there is %s', (_, isTTY, env) => {
    expect(openPrompts({ ...terminal(isTTY).streams, env })).toBeUndefined();
  });
});

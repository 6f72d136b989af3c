import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/diagnostics/message.js';
import { checklist } from '../../../src/outputs/checklist/checklist.js';
import type { OutputContext } from '../../../src/outputs/output.js';
import { assessed, ofFixture } from './assessed.js';

/** The file, and what was reported. */
async function answered(manifest: object | string): Promise<{ readonly text: string; readonly messages: readonly Message[] }> {
  const messages: Message[] = [];
  const context = { report: (message: Message) => void messages.push(message) } as unknown as OutputContext;
  const assessment = typeof manifest === 'string' ? await ofFixture(manifest) : await assessed(manifest);
  return { text: String(checklist.render(assessment, context).get('checklist.md')).replaceAll(/[\u00a0\u202f]/g, ' '), messages };
}

const whole = {
  model: { name: 'M', parameters: '7B' },
  cloud: 'gcp',
  region: 'europe-west9',
  hardware: '8 x A100 SXM 80GB',
  phases: [{ phase: 'training', duration: '10 h', runs: 5, memory: '512 GB', includes: ['failed runs'], year: 2024 }],
};

describe('the checklist', () => {
  it('asks for nothing that the manifest states', async () => {
    const { text, messages } = await answered(whole);
    expect(messages).toEqual([]);
    expect(text).toContain('**Answer:** Yes\n');
    expect(text).toMatch(
      /\| Training \| 8 × NVIDIA A100 SXM4 80GB \| 80 GB each, 512 GB in all \| Google Cloud europe-west9 \| 80 GPU-hours \| 10 hours \| 5 \| [\d.]+ kWh \|/,
    );
    expect(text).toContain('Yes. 7 billion parameters; 80 GPU-hours');
    expect(text).not.toContain('lacks');
    expect(text).toContain('Training: 5 runs.');
    expect(text).not.toContain('not stated;');
  });

  it('names the key of what the manifest lacks, and its phases', async () => {
    const { text, messages } = await answered('bloom');
    expect(messages.find(({ message }) => message.includes('the number of runs'))).toEqual({
      id: 'checklist-lacks',
      severity: 'warning',
      message: 'The checklist asks for the number of runs, which the manifest does not state: Training.',
      expected: 'Add `runs:` to the phase',
    });
    expect(text).toContain('not stated');
  });

  it('leaves the figures as they are for `runs`, and for `memory` beside accelerators', async () => {
    const { runs: _, memory: __, ...bare } = whole.phases[0] ?? {};
    const [a, b] = await Promise.all([assessed(whole), assessed({ ...whole, phases: [bare] })]);
    expect(a?.totals).toEqual(b?.totals);
    expect(a?.phases[0]).toMatchObject({ runs: 5, memory: { value: 512, unit: 'GB' } });
  });

  it.each([5, '5', '5 runs'])('takes runs: %s', async (runs) => {
    const assessment = await assessed({ ...whole, phases: [{ ...whole.phases[0], runs }] });
    expect(assessment.phases[0]?.runs).toBe(5);
  });
});

describe('an answer', () => {
  const phase = { ...whole.phases[0], hardware: '8 x A100 SXM 80GB' };
  const of = (changes: object) => {
    const { cloud: _, region: __, hardware: ___, ...rest } = whole;
    return answered({ ...rest, phases: [{ ...phase, ...changes }] });
  };
  const asked = (messages: readonly Message[]) => messages.map(({ message }) => /asks for ([^,]+),/.exec(message)?.[1]);
  const cluster = 'the cluster or the cloud provider';

  it.each([
    ['a country', { location: 'FR' }, [cluster]],
    ['a union', { location: 'EU' }, [cluster]],
    ['a provider', { cloud: 'aws', location: 'FR' }, []],
    ['a region', { location: 'aws us-west-2' }, []],
    ['a centre', { location: 'Jean Zay' }, []],
    ['a cluster by name', { location: { country: 'FR', region: 'our cluster' } }, []],
    [
      'a device without its memory',
      { cloud: 'aws', location: 'FR', hardware: '8 x A100', memory: undefined },
      ['the memory of the workers'],
    ],
    ['the memory of the machines', { cloud: 'aws', location: 'FR', hardware: '8 x A100' }, []],
    [
      'hours without the wall clock',
      { cloud: 'aws', location: 'FR', duration: undefined, accelerators: 8, accelerator_hours: 80, hardware: 'A100 SXM 80GB' },
      ['the time of execution'],
    ],
  ] as const satisfies readonly (readonly [
    string,
    object,
    readonly string[],
  ])[])('is “Yes” only with all that is asked: %s', async (_, changes, asks) => {
    const lacking: readonly string[] = asks;
    const { text, messages } = await of(changes);
    expect(asked(messages)).toEqual(lacking);
    expect(/\*\*Answer:\*\* (\w+)/.exec(text)?.[1]).toBe(lacking.length === 0 ? 'Yes' : 'Partly');
    for (const what of lacking) expect(text).toMatch(new RegExp(`^- ${what} \\(Training\\): add \`\\w+:`, 'm'));
    expect(/\*\*C1[^:]*:\*\* (\w+)/.exec(text)?.[1]).toBe(lacking.includes(cluster) ? 'Partly' : 'Yes');
  });

  it('is “No” where the records hold no part of it', async () => {
    const { text } = await answered({ model: 'M', location: 'FR', phases: [{ phase: 'training', energy: '12 kWh', year: 2024 }] });
    expect(text).toContain('**Answer:** No\n');
    expect(text).toMatch(/\*\*C1[^:]*:\*\* No\. .* It lacks /);
  });

  it('has no code but its own keys', async () => {
    const { text } = await of({ name: '`duration`', location: 'FR' });
    expect(text).not.toContain(' `duration` ');
  });
});

describe('failed and preliminary runs', () => {
  const phase = { hardware: '8 x A100', duration: '10 h', year: 2024 };
  const of = (...phases: readonly object[]) => answered({ model: 'M', location: 'FR', phases });
  const asked = (messages: readonly Message[]) => messages.filter(({ message }) => message.includes('failed and preliminary runs'));

  it('names the phases that include them, and those of which it is unknown', async () => {
    const { text, messages } = await of({ ...phase, phase: 'training', includes: ['failed runs'] }, { ...phase, phase: 'evaluation' });
    expect(text).toContain(
      'The figures of training include failed runs. It is unknown whether the hours of evaluation include failed or preliminary runs.\n',
    );
    expect(asked(messages)).toEqual([
      {
        id: 'checklist-lacks',
        severity: 'warning',
        message: 'The checklist asks for failed and preliminary runs, which the manifest does not state: Evaluation.',
        expected: 'Add `includes: [failed runs]` or `includes: none` to the phase, or a phase of these runs',
      },
    ]);
  });

  it('names no phase where all include the same, and each where they differ', async () => {
    const same = await of(
      { ...phase, phase: 'training', includes: ['failed runs'] },
      { ...phase, phase: 'evaluation', includes: ['failed runs'] },
    );
    expect(same.text).toContain('The figures include failed runs.\n');
    const other = await of({ ...phase, phase: 'training', includes: ['failed runs'] }, { ...phase, phase: 'evaluation', includes: 'none' });
    expect(other.text).toContain(
      'The figures of training include failed runs. The hours of evaluation exclude failed and preliminary runs, according to the manifest.\n',
    );
    expect([...asked(same.messages), ...asked(other.messages)]).toEqual([]);
  });

  it('asks for all phases where none says it', async () => {
    const { messages } = await of({ ...phase, phase: 'training' }, { ...phase, phase: 'evaluation' });
    expect(asked(messages)[0]?.expected).toContain('to these phases, or');
  });
});

it('names the base model that is not included, in the words of the section', async () => {
  const { text } = await answered({
    model: 'M',
    base_model: 'falcon-lab/wren-3b',
    location: 'FR',
    phases: [{ phase: 'finetuning', energy: '12 kWh', year: 2024 }],
  });
  expect(text).toContain(' Not included: the development of falcon-lab/wren-3b, whose emissions are unknown.\n');
});

it('names the phases whose electricity is unknown beside the electricity', async () => {
  const phases = [
    { phase: 'training', emissions: '8930 t', cite: 'its paper' },
    { phase: 'finetuning', energy: '120 MWh', year: 2024 },
  ];
  const { text } = await answered({ model: 'M', location: 'FR', phases });
  expect(text.replaceAll(/[\u202f\u00a0]/g, ' ')).toContain(
    'of electricity (without training, whose emissions are published without energy)',
  );
});

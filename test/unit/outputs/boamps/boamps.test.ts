import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../../../src/assessment/assessment.js';
import type { Message } from '../../../../src/diagnostics/message.js';
import { boamps } from '../../../../src/outputs/boamps/boamps.js';
import { schemaFaults, validatorOf } from '../../json-validator.js';
import { grid, made, madeOf } from '../../made.js';
import { reportSchema } from './report-schema.js';

const validate = validatorOf(reportSchema);

interface Written {
  readonly files: ReadonlyMap<string, Record<string, unknown>>;
  readonly messages: readonly Message[];
}

function written(assessment: Assessment): Written {
  const messages: Message[] = [];
  const report = (message: Message) => void messages.push(message);
  const files = boamps.render(JSON.parse(JSON.stringify(assessment)) as Assessment, { report } as never);
  return { files: new Map([...files].map(([file, text]) => [file, JSON.parse(text) as Record<string, unknown>])), messages };
}
const idsOf = ({ messages }: Written) => messages.map(({ id }) => id);

const task = 'task: { family: text generation, algorithm: llm, dataset: { type: token, items: 366B }, infrastructure: onPremise }';
const top = `report: { date: 2026-03-01, publisher: A lab, confidentiality: public, licence: CC BY 4.0 }
software: { os: linux, language: python, framework: pytorch }
location: France
${grid}
${task}`;
const training =
  '- { phase: training, hardware: 8 x A100 80GB, duration: 10 h, started: 2024-05-06, energy: { value: 25 kWh, boundary: node }, pue: 1.2 }';

describe('a report with all that BoAmps requires', () => {
  const complete = written(madeOf(`${top}\nphases:\n  ${training}`));
  const report = complete.files.get('boamps.json');

  it('is valid by the data model, and nothing is reported', () => {
    expect(schemaFaults(validate, report)).toEqual([]);
    expect(idsOf(complete)).toEqual([]);
    expect([...complete.files.keys()]).toEqual(['boamps.json']);
  });

  it('has a measure for each line of electricity: 25 kWh of work, and 25 × 0.2 = 5 kWh of the facility', () => {
    const times = { measurementDuration: 36_000, measurementDateTime: '2024-05-06 00:00:00' };
    expect(report?.['measures']).toEqual([
      { measurementMethod: 'carboncard: dynamic, declared, node', powerConsumption: 25, ...times },
      { measurementMethod: 'carboncard: overhead, declared, facility', powerConsumption: expect.closeTo(5, 9) as number, ...times },
    ]);
  });

  it('has the terms of the manifest', () => {
    expect(report).toMatchObject({
      header: {
        licensing: 'CC BY 4.0',
        reportDatetime: '2026-03-01 00:00:00',
        publisher: { name: 'A lab', confidentialityLevel: 'public' },
      },
      task: {
        taskStage: 'training',
        taskFamily: 'text generation',
        algorithms: [{ algorithmType: 'llm', algorithmName: 'M', framework: 'pytorch' }],
        dataset: [{ dataUsage: 'input', dataType: 'token', dataQuantity: 366e9 }],
      },
      system: { os: 'linux' },
      software: { language: 'python' },
      infrastructure: { infraType: 'onPremise', components: [{ componentType: 'gpu', nbComponent: 8 }] },
      environment: { country: 'FR', powerSourceCarbonIntensity: 100 },
    });
    expect(report?.['header']).not.toHaveProperty('reportStatus');
  });

  it('has an id that follows from its content alone', () => {
    const idOf = (text: string) => (written(madeOf(text)).files.get('boamps.json')?.['header'] as { reportId: string }).reportId;
    const text = `${top}\nphases:\n  ${training}`;
    expect(idOf(text)).toBe(idOf(text.replace('2026-03-01', '2026-03-02')));
    expect(idOf(text)).not.toBe(idOf(text.replace('25 kWh', '26 kWh')));
  });
});

describe('a report that lacks what BoAmps requires', () => {
  const without: readonly (readonly [string, string, string, string])[] = [
    ['the family', task, task.replace('family: text generation, ', ''), 'boamps-no-family'],
    ['the data', task, task.replace('dataset: { type: token, items: 366B }, ', ''), 'boamps-no-dataset'],
    ['the infrastructure', task, task.replace(', infrastructure: onPremise', ''), 'boamps-no-infrastructure'],
    ['the devices', 'hardware: 8 x A100 80GB, ', '', 'boamps-no-components'],
  ];
  it.each(without)('%s: is written as a draft, is not valid, and a warning names the key', (_, key, other, id) => {
    const result = written(madeOf(`${top}\nphases:\n  ${training}`.replace(key, other)));
    const report = result.files.get('boamps.json');
    expect(schemaFaults(validate, report)).toHaveLength(1);
    expect(report?.['header']).toMatchObject({ reportStatus: 'draft' });
    expect(result.messages.map(({ id: own, severity }) => [own, severity])).toEqual([[id, 'warning']]);
    expect(result.messages[0]?.expected).toMatch(/^`(?:task|hardware):/);
    expect(result.messages[0]?.message).toContain('not valid');
  });

  it('a date: stays valid without a header, and says so', () => {
    const result = written(madeOf(`${top}\nphases:\n  ${training}`.replace('date: 2026-03-01, ', '')));
    expect(result.files.get('boamps.json')).not.toHaveProperty('header');
    expect(schemaFaults(validate, result.files.get('boamps.json'))).toEqual([]);
    expect(result.messages.map(({ id, severity }) => [id, severity])).toEqual([['boamps-no-date', 'note']]);
  });

  it('the confidentiality: stays valid without a publisher', () => {
    const result = written(madeOf(`${top}\nphases:\n  ${training}`.replace(', confidentiality: public', '')));
    expect(schemaFaults(validate, result.files.get('boamps.json'))).toEqual([]);
    expect(idsOf(result)).toEqual(['boamps-no-confidentiality']);
  });

  it('energy: none is written of a published total', () => {
    const result = written(
      made(`{ phase: training, emissions: { value: 9 t, boundary: facility, cite: its card }, system_boundary: [dynamic] }`),
    );
    expect([...result.files.keys()]).toEqual([]);
    expect(idsOf(result)).toEqual(['boamps-no-energy-of-phase']);
  });
});

describe('the reports of several phases', () => {
  const phase = (kind: string, name: string, kWh: number) =>
    `- { phase: ${kind}, name: ${name}, energy: { value: ${kWh} kWh, boundary: facility } }`;
  const { files } = written(
    madeOf(
      `${top}\nphases:\n  ${[phase('experiments', 'a', 5), phase('training', 'b', 9), phase('training', 'c', 7), phase('deployment', 'd', 90), phase('deployment', 'e', 80)].join('\n  ')}`,
    ),
  );

  it('are a file each: a report has one task; the development with the most energy is in boamps.json', () => {
    const energies = [...files].map(([file, { measures }]) => [file, (measures as { powerConsumption: number }[])[0]?.powerConsumption]);
    expect(energies).toEqual([
      ['boamps-experiments.json', 5],
      ['boamps.json', 9],
      ['boamps-training.json', 7],
      ['boamps-deployment.json', 90],
      ['boamps-deployment-2.json', 80],
    ]);
  });
});

it.each([
  ['a quarter of a card', '0.25', { nbComponent: 1, share: 0.25 }],
  ['two cards and a half', '2.5', { nbComponent: 3, share: expect.closeTo(2.5 / 3, 12) as number }],
  ['four cards', '4', { nbComponent: 4 }],
])('%s is whole cards and their share', (_, count, expected) => {
  const { files } = written(
    made(
      `{ phase: training, hardware: A100 80GB, accelerators: ${count}, duration: 1 h, energy: { value: 0.05 kWh, boundary: accelerator }, ${grid}, location: FR }`,
    ),
  );
  const { components } = files.get('boamps.json')?.['infrastructure'] as { components: object[] };
  expect(components).toEqual([{ componentName: expect.any(String) as string, componentType: 'gpu', ...expected }]);
});

it.each([
  ['8 x TPU v4', 'tpu'],
  ['2 x AMD EPYC 7763', 'cpu'],
  ['8 x H100 SXM', 'gpu'],
])('the devices of %s are %s', (hardware, type) => {
  const { files } = written(made(`{ phase: training, hardware: ${hardware}, duration: 10 h, ${grid}, location: FR }`));
  expect(files.get('boamps.json')).toMatchObject({ infrastructure: { components: [{ componentType: type }] } });
});

it.each([
  ['high', 0.08],
  ['medium', 0.2],
  ['low', 0.45],
  [undefined, 0.8],
])('the quality is %s by an interval of %f of the value', (quality, error) => {
  const energy = `{ value: 100 kWh, low: ${100 * (1 - error)} kWh, high: ${100 * (1 + error)} kWh, boundary: facility }`;
  const { files } = written(made(`{ phase: training, energy: ${energy}, ${grid}, location: FR }`));
  expect(files.get('boamps.json')?.['quality']).toBe(quality);
});

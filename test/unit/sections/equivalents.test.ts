import { expect, it } from 'vitest';
import { assess } from '../../../src/assess/assess.js';
import type { Assessment } from '../../../src/assessment/assessment.js';
import { renderReportPage, renderSection } from '../../../src/render/section.js';
import { parseManifest } from '../../../src/resolve/resolve.js';
import { equivalents } from '../../../src/sections/equivalents.js';
import { readRenderContext } from '../../../src/verbs/shared/render-context.js';
import { grid, lineOf, madeOf } from '../made.js';

const context = await readRenderContext(undefined);
const phase = `${grid}\nsystem_boundary: [dynamic]\nenergy: { value: 10715 kWh, boundary: facility, low: 9000 kWh, high: 12000 kWh }\n`;
const wanted = 'output: { equivalents: [household, car, flight] }\n';
const pageOf = (assessment: Assessment) => renderReportPage(assessment, [], context);
const inTerms = /everyday|passenger-km|household/i;

it('are in no report that does not ask for them', () => {
  const assessment = madeOf(phase);
  expect(assessment).not.toHaveProperty('equivalents');
  expect(equivalents.data(assessment)).toBeUndefined();
  expect(pageOf(assessment)).not.toMatch(inTerms);
  expect(JSON.stringify(assessment)).not.toMatch(inTerms);
});

it('10,715 kWh × 100 g/kWh = 1,071.5 kg: ÷ 170 g/km = 6,303 km, ÷ 148 g = 7,240 passenger-km, and 1 household-year', () => {
  const assessment = madeOf(`${phase}${wanted}`);
  expect(assessment.equivalents?.map(({ id, amount: { value, unit } }) => [id, Math.round(value), unit])).toEqual([
    ['car', 6303, 'km'],
    ['flight', 7240, 'passenger-km'],
    ['household', 1, 'household-years'],
  ]);
});

it('carry the interval of the total, and have a source with year and licence', () => {
  const assessment = madeOf(`${phase}${wanted}`);
  const { emissions, energy } = assessment.totals.development ?? {};
  for (const { id, amount, factor, source } of assessment.equivalents ?? []) {
    const total = id === 'household' ? energy : emissions;
    const size = (total?.value ?? Number.NaN) / amount.value;
    expect([amount.low, amount.high]).toEqual([
      expect.closeTo((total?.low ?? 0) / size, 6) as number,
      expect.closeTo((total?.high ?? 0) / size, 6) as number,
    ]);
    expect(factor.value).toBeGreaterThan(0);
    expect(assessment.sources.find((one) => one.id === source)).toMatchObject({
      url: expect.stringMatching(/^https:/) as string,
      year: expect.any(Number) as number,
      licence: expect.any(String) as string,
    });
  }
});

it('are in the report with factor, year and licence, and not in the section of a card', () => {
  const assessment = madeOf(`${phase}${wanted}`);
  const page = pageOf(assessment)
    .replaceAll(/[\u2060\u00a0\u202f]/g, ' ')
    .replaceAll(/ +/g, ' ');
  expect(page).toMatch(
    /\*\*Driving a petrol car:\*\* 6,300 km \([\d,]+– ?[\d,]+\) by emissions, at 170 g CO₂e\/km in 2022 \(.*Our World in Data, 2023, CC BY 4\.0\)/,
  );
  expect(page).toMatch(/\*\*The electricity of a household:\*\* 1\.00 years \([^)]*\) by electricity, at /);
  expect(page).toContain('In everyday terms, developing the model equals:');
  expect(renderSection(assessment, [], context)).not.toMatch(inTerms);
});

it('change no figure: the lines are those of a report without them', () => {
  expect(lineOf(madeOf(`${phase}${wanted}`), 'training.dynamic')).toEqual(lineOf(madeOf(phase), 'training.dynamic'));
});

it('leave out what the total has no figure for: a published total has no energy', () => {
  const published = assess(
    parseManifest(`model: M\nemissions: { value: 9 t, boundary: facility, cite: its card }\nsystem_boundary: [dynamic]\n${wanted}`),
  );
  expect(published.equivalents?.map(({ id }) => id)).toEqual(['car', 'flight']);
});

it('by electricity say what they leave out: 10,715 kWh of training, without a fine-tuning that is published as a total', () => {
  const { equivalents: found } = madeOf(
    `phases:\n  - { phase: training, ${grid}, system_boundary: [dynamic], energy: { value: 10715 kWh, boundary: facility } }\n  - { phase: finetuning, system_boundary: [dynamic], emissions: { value: 9 t, boundary: facility, cite: its card } }\n${wanted}`,
  );
  expect(found?.find(({ id }) => id === 'household')).toMatchObject({ amount: { value: 1 }, without: ['Fine-tuning'] });
  expect(found?.find(({ id }) => id === 'car')).not.toHaveProperty('without');
});

it('by electricity say in the report that they count the electricity alone, and which phases have none', () => {
  const text = (phases: string): string => pageOf(madeOf(`${phases}${wanted}`)).replaceAll(/[\u2060\u00a0\u202f]/g, ' ');
  expect(text(phase)).toMatch(/public domain\)\. It counts the electricity alone, and not making the hardware\.\n/);
  const published = '{ phase: finetuning, system_boundary: [dynamic], emissions: { value: 9 t, boundary: facility, cite: its card } }';
  const measured = `{ phase: training, ${grid}, system_boundary: [dynamic], energy: { value: 10715 kWh, boundary: facility } }`;
  expect(text(`phases: [${measured}, ${published}]\n`)).toContain(
    'not making the hardware, without Fine-tuning, whose energy is not known.',
  );
});

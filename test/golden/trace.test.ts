import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { allFactors } from '../../src/factors/index.js';
import { defaultRanges } from '../../src/factors/ranges.js';
import { pdfText } from '../pdf/pdf-text.js';
import { figuresIn, isKnown, numbersOf, withoutInstrumentSizes } from './figures.js';

const cases = readdirSync('reports')
  .filter((name) => !name.startsWith('index.'))
  .sort();
const assessmentOf = (slug: string): Assessment => JSON.parse(readFileSync(`reports/${slug}/assessment.json`, 'utf8'));

/** Numbers of the templates: they are no figures of a model. */
const templates = readdirSync('templates/sections').map((file) => readFileSync(`templates/sections/${file}`, 'utf8'));
const ofTemplates = new Set(templates.flatMap((text) => figuresIn(text).map(({ text: figure }) => figure)));

function unknownIn(text: string, assessment: Assessment, also: ReadonlySet<string>): readonly string[] {
  const known = numbersOf(assessment);
  const numbered = assessment.sources.length;
  // What an instrument would be accurate to is in no assessment of a model that was not measured with it.
  return figuresIn(withoutInstrumentSizes(text))
    .filter((figure) => !also.has(figure.text) && !isKnown(figure, known))
    .filter(({ value, unit }) => unit !== undefined || !Number.isInteger(value) || value > numbered)
    .map(({ text: figure }) => figure);
}

/** Where the axes of a report's charts begin and end: round numbers, no figures of the assessment. */
function axisEnds(slug: string): readonly string[] {
  const specs = readdirSync(`reports/${slug}/charts`).filter((file) => file.endsWith('.vl.json'));
  return specs.flatMap((file) => {
    const text = readFileSync(`reports/${slug}/charts/${file}`, 'utf8');
    const axes = [...text.matchAll(/"values":\s*\[([\d\s.,]+)\],[^{}]*?"labelExpr": "[^"]*'( \S+ CO₂e)'/g)];
    return axes.flatMap(([, values = '', unit = '']) => ['0', ...values.trim().split(/,\s*/)].map((value) => `${value}${unit}`));
  });
}

describe('every number that is printed is in the assessment', () => {
  it.each(cases.flatMap((slug) => ['carbon.md', 'report.md'].map((file) => [slug, file] as const)))('%s: %s', (slug, file) => {
    expect(unknownIn(readFileSync(`reports/${slug}/${file}`, 'utf8'), assessmentOf(slug), ofTemplates)).toEqual([]);
  });

  it.each(cases.filter((slug) => readdirSync(`reports/${slug}`).includes('carbon.pdf')))('%s: carbon.pdf', async (slug) => {
    const pages = await pdfText(`reports/${slug}/carbon.pdf`);
    const words = new Set([...ofTemplates, ...axisEnds(slug), ...pages.flatMap((_, page) => [String(page + 1), String(pages.length)])]);
    expect(unknownIn(pages.join('\n'), assessmentOf(slug), words)).toEqual([]);
  });

  it('which a changed figure is not', () => {
    const assessment = assessmentOf('bloom');
    const text = ['carbon.md', 'report.md'].map((file) => readFileSync(`reports/bloom/${file}`, 'utf8')).join('\n');
    const figures = figuresIn(text).filter(({ text: figure, unit }) => unit !== undefined && unit !== '%' && /\d\.?\d\.?\d/.test(figure));
    const known = numbersOf(assessment);
    const caught = figures.filter((figure) => !isKnown({ ...figure, value: figure.value + 14 * figure.half }, known));
    expect(figures.length).toBeGreaterThan(8);
    expect(caught.length / figures.length).toBeGreaterThan(0.8);
  });
});

describe('every factor is a row of a table, with its source', () => {
  const rows = allFactors();
  const tableSources = new Map(rows.map(({ source }) => [source.id, source]));

  it.each(cases)('%s', (slug) => {
    const { lines, sources, phases } = assessmentOf(slug);
    for (const input of lines.flatMap((line) => line.inputs).filter(({ path }) => path === undefined)) {
      const row = rows.find(({ value, unit, source }) => value === input.value && unit === input.unit && source.id === input.source);
      expect(row, `${input.name} ${input.value} ${input.unit} of ${input.source}`).toBeDefined();
    }
    for (const { intensity, source } of phases.flatMap(({ grid }) => grid?.alternatives ?? []))
      expect(rows.some((row) => row.value === intensity.value && row.source.id === source)).toBe(true);
    for (const { range } of lines.flatMap((line) => line.inputs))
      expect(range === undefined || defaultRanges.some(({ id }) => id === range)).toBe(true);
    for (const source of sources) {
      const own = tableSources.get(source.id);
      if (own !== undefined) expect(source).toMatchObject({ title: own.title, year: own.year, licence: own.licence });
    }
  });
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chartIds } from '../../../src/charts/ids.js';
import { chartsOf } from '../../../src/charts/index.js';
import { sections } from '../../../src/sections/index.js';
import { halfWay, single, unsure } from './assessments.js';

it('lists the charts that there are figures for, in the order of their ids', () => {
  expect(chartsOf(halfWay).map(({ id }) => id)).toEqual(['breakdown', 'use']);
  expect(chartsOf(unsure).map(({ id }) => id)).toEqual(['breakdown', 'contributions']);
  expect(chartsOf(single).map(({ id }) => id)).toEqual(['breakdown']);
});

// The report has the table of contributions; the chart is for slides and papers.
it.each(chartIds.filter((id) => id !== 'contributions'))('a section shows %s', (id) => {
  const templates = Object.keys(sections).map((section) => readFileSync(`templates/sections/${section}.md`, 'utf8'));
  const isShown = templates.some((template) => template.includes(`](charts/${id}.png)`));
  expect(
    isShown,
    `Show charts/${id}.png in a template of templates/sections/, with \`context.charts.get('${id}')\` of its section as alt text`,
  ).toBe(true);
});

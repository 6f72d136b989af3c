import { expect, it } from 'vitest';
import { drawCharts } from '../../../src/charts/index.js';
import { bloom, single, unsure } from './assessments.js';

it('draws the charts that there are figures for, in the order of their ids', () => {
  expect(drawCharts(bloom).map(({ id }) => id)).toEqual(['breakdown', 'use']);
  expect(drawCharts(unsure).map(({ id }) => id)).toEqual(['breakdown', 'contributions']);
  expect(drawCharts(single).map(({ id }) => id)).toEqual(['breakdown']);
});

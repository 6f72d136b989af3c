import { expect, it } from 'vitest';
import { chartsOf } from '../../../src/charts/index.js';
import { bloom, single, unsure } from './assessments.js';

it('lists the charts that there are figures for, in the order of their ids', () => {
  expect(chartsOf(bloom).map(({ id }) => id)).toEqual(['breakdown', 'use']);
  expect(chartsOf(unsure).map(({ id }) => id)).toEqual(['breakdown', 'contributions']);
  expect(chartsOf(single).map(({ id }) => id)).toEqual(['breakdown']);
});

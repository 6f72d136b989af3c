import type { Factor } from './factor.js';
import { bloom } from './sources.js';

/** The fallback for a facility without a figure: the average of a survey, far above a hyperscaler's 1.1. */
export const worldPue: Factor<'1'> = {
  id: 'facility-world-pue-2024',
  title: 'PUE of data centres, world average of a survey, 2024',
  value: 1.56,
  range: 'pue-world',
  unit: '1',
  year: 2024,
  kind: 'yearly, average of the answers to a survey',
  note: 'In 2018 it was 1.58. Hyperscale data centres are near 1.1.',
  source: {
    id: 'uptime-2024',
    title: 'Uptime Institute: Global Data Center Survey 2024',
    url: 'https://uptimeinstitute.com/resources/research-and-reports/uptime-institute-global-data-center-survey-results-2024',
    year: 2024,
    licence: '© Uptime Institute; figure quoted',
  },
};

/** The low end for a facility without a figure, to estimate how much is left out. Never in a total. */
export const hyperscalePue: Factor<'1'> = {
  id: 'facility-hyperscale-pue',
  title: 'PUE of hyperscale data centres, approximate',
  value: 1.1,
  range: 'declared',
  unit: '1',
  year: 2024,
  kind: 'yearly, of a provider’s whole fleet',
  source: {
    id: 'google-pue-2024',
    title: 'Google, Data centers: power usage effectiveness',
    url: 'https://datacenters.google/efficiency/',
    year: 2024,
    licence: '© Google; figure quoted',
  },
};

export const jeanZayPue: Factor<'1'> = {
  id: 'facility-jean-zay-pue',
  title: 'PUE of Jean Zay (IDRIS)',
  value: 1.2,
  range: 'declared',
  unit: '1',
  kind: 'as the paper gives it',
  note: 'Not applied in the paper’s own total, which adds measured infrastructure power instead.',
  source: bloom,
};

export const facilityFactors: readonly Factor[] = [worldPue, hyperscalePue, jeanZayPue];

import type { Factor } from '../factor.js';
import { ownAssumption } from '../sources.js';

/** The default for data-centre hardware in a facility that nobody names: between those of machine learning and all others. */
export const dataCentrePue: Factor<'1'> = {
  id: 'facility-data-centre-pue',
  title: 'PUE of a data centre that is not named',
  value: 1.2,
  low: 1.05,
  high: 1.6,
  unit: '1',
  kind: 'assumed',
  note: 'Published PUEs of machine-learning runs are 1.08 to 1.20 (16 runs); the average of a survey of all data centres is 1.54.',
  source: ownAssumption,
};

/** The average of a survey, for whoever says that the facility is that of an enterprise. */
export const enterprisePue: Factor<'1'> = {
  id: 'facility-enterprise-pue-2025',
  title: 'PUE of data centres, average of a survey, 2025',
  value: 1.54,
  range: 'pue-world',
  unit: '1',
  year: 2025,
  kind: 'yearly, average of the answers to a survey',
  source: {
    id: 'uptime-2025',
    title: 'Uptime Institute: Global Data Center Survey 2025',
    url: 'https://uptimeinstitute.com/resources/research-and-reports/uptime-institute-global-data-center-survey-results-2025',
    year: 2025,
    licence: '© Uptime Institute; figure quoted',
  },
};

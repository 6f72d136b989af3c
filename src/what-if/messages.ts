import { error } from '../diagnostics/message.js';

const example = '`what_if: { locations: [FR, SE] }`, or `what_if: { load: [50 %, 90 %] }`';

export const messages = {
  nothingAsked: () => error('what-if-nothing', 'No alternative to calculate: the runs have no place on record.', { expected: example }),
  noCloud: () =>
    error('what-if-no-cloud', 'No cloud to take all regions of: no phase names one of the tables.', {
      expected: '`what_if: { regions: [aws us-west-2, gcp europe-north1] }`, or `what_if: { locations: [FR, SE] }`',
    }),
} as const;

import type { Section } from './section.js';

/** Where the proof is: the files that are written with the section, and no other. */
export const links = {
  id: 'links',
  data: (_assessment, { beside, charts }) => {
    const { report, pdf, data } = beside ?? {};
    if (report === undefined && pdf === undefined && data === undefined) return undefined;
    // Beside a chart, so that what follows in the card begins below it.
    return { report, pdf, data, method: report && `${report}#method`, chart: charts.has('breakdown') };
  },
} as const satisfies Section;

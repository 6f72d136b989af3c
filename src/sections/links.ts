import type { Section } from './section.js';

/** Where the proof is: the files that are written with the section, and no other. */
export const links = {
  id: 'links',
  data: (_assessment, { beside }) => {
    const { report, pdf, data } = beside ?? {};
    if (report === undefined && pdf === undefined && data === undefined) return undefined;
    return { report, pdf, data, method: report && `${report}#method` };
  },
} as const satisfies Section;

/** The index of many reports, in their folder. */
export const indexFiles = { markdown: 'index.md', html: 'index.html', png: 'index.png' } as const;

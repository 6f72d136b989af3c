/** What `render` can write, in the order in which it is said. */
export const formats = ['md', 'json', 'pdf', 'charts'] as const;
export type Format = (typeof formats)[number];

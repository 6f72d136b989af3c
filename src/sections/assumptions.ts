import type { Section } from './section.js';

/** Every default, fallback and assumption, as its diagnostic says it. */
export const assumptions = {
  id: 'assumptions',
  data: ({ diagnostics }) => {
    const items = diagnostics
      .filter(({ severity }) => severity !== 'error')
      .map(({ message, path, note }) => ({ text: note === undefined ? message : `${message} ${note}`, path }));
    return items.length === 0 ? undefined : { items };
  },
} as const satisfies Section;

import type { Section } from './section.js';

/** Every default, fallback and assumption, in the words of its diagnostic. */
export const assumptions = {
  id: 'assumptions',
  data: ({ diagnostics }) => {
    const items = diagnostics
      .filter(({ severity }) => severity !== 'error')
      .map(({ message, path, paths, phases, note }) => ({
        text: note === undefined ? message : `${message} ${note}`,
        path: paths === undefined ? path : undefined,
        places: phases?.join(', ') ?? paths?.join(', '),
      }));
    return items.length === 0 ? undefined : { items };
  },
} as const satisfies Section;

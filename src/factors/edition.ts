/** Edition of the factor tables. A manifest pins it with `factors: 2026-12`; a new one is needed whenever a figure changes. */
export const edition = '2026-12';

/** Editions that a manifest may pin. */
export const editions = ['2026-12', '2026-11'] as const;
export type Edition = (typeof editions)[number];

export function isEdition(text: string): text is Edition {
  return (editions as readonly string[]).includes(text);
}

/** Edition of the factor tables. A manifest pins it with `factors: 2026-11`; a new one is needed whenever a figure changes. */
export const edition = '2026-11';

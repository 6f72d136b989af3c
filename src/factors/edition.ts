/** Edition of our factor tables. A manifest pins it with `factors: 2026-11`; it moves whenever a figure does. */
export const edition = '2026-11';

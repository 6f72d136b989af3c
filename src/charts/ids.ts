export const chartIds = ['breakdown', 'use', 'contributions'] as const;
export type ChartId = (typeof chartIds)[number];

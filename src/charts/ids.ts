export const chartIds = ['breakdown', 'use', 'power', 'contributions'] as const;
export type ChartId = (typeof chartIds)[number];

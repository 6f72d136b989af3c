export const chartIds = ['breakdown', 'use'] as const;
export type ChartId = (typeof chartIds)[number];

/** Units that a person can name for a metric of a server: powers, and energies of counters. */
export const metricUnitIds = ['mW', 'W', 'kW', 'uJ', 'mJ', 'J', 'kJ', 'Wh', 'kWh'] as const;

export type MetricUnitId = (typeof metricUnitIds)[number];

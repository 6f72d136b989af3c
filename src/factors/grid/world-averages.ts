/** World averages that tools fall back to: CodeCarbon and Green Algorithms 475, carbontracker 475 and 481 g/kWh. */
export const worldAverages = [475, 481] as const;

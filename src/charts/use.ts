import type { Assessment } from '../assess/assessment.js';
import type { Drawing } from './chart.js';
export const use = { id: 'use', draw } as const;
function draw(_: Assessment): Drawing | undefined { return undefined; }

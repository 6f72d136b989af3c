import type { PhaseKind } from '../assessment/ids.js';
import { exact, THIN } from '../units/format.js';

const units = { gCO2e: 'g CO₂e', kgCO2e: 'kg CO₂e', tCO2e: 't CO₂e', lb: 'lb CO₂e' } as const;
const phases: Readonly<Record<PhaseKind, string>> = {
  data: 'data',
  experiments: 'experiments',
  training: 'training',
  finetuning: 'fine-tuning',
  evaluation: 'evaluation',
  deployment: 'use',
};

/** A figure as its publication prints it: `training 50.5 t CO₂e`. */
export function printedFigure({ phase, value, unit }: { phase: PhaseKind; value: number; unit: keyof typeof units }): string {
  return `${phases[phase]} ${exact(value)}${THIN}${units[unit]}`;
}

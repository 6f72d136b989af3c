import { phaseNames } from '../assessment/component-names.js';
import type { PhaseKind } from '../assessment/ids.js';
import { exact, THIN } from '../units/format.js';

const units = { gCO2e: 'g CO₂e', kgCO2e: 'kg CO₂e', tCO2e: 't CO₂e', lb: 'lb CO₂e' } as const;

/** A figure as its publication prints it: `training 50.5 t CO₂e`. */
export function printedFigure({ phase, value, unit }: { phase: PhaseKind; value: number; unit: keyof typeof units }): string {
  return `${phaseNames[phase]} ${exact(value)}${THIN}${units[unit]}`;
}

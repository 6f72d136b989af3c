import type { Assessment, Line, PhaseFacts } from './assessment.js';

/** Names of the inputs of water, by which a line shows which water it has. */
export const waterInputs = { onSite: 'on-site water', offSite: 'off-site water' } as const;

/** Which water a phase has in its lines: of cooling, on site, and of generating its electricity, off site. */
export interface WaterOfPhase {
  readonly onSite: boolean;
  readonly offSite: boolean;
}

/** The water of a phase; none where no line of it has any. */
export function waterOf({ lines }: Pick<Assessment, 'lines'>, { phase, name }: Pick<PhaseFacts, 'phase' | 'name'>): WaterOfPhase {
  const names = lines
    .filter((line: Line) => line.phase === phase && line.name === name && line.water !== undefined)
    .flatMap(({ inputs }) => inputs.map((input) => input.name));
  return { onSite: names.includes(waterInputs.onSite), offSite: names.includes(waterInputs.offSite) };
}

import { expect, it } from 'vitest';
import { componentIds } from '../../../src/assessment/ids.js';
import { componentColour, componentOutline, ink } from '../../../src/charts/theme.js';
import { contrastOnWhite } from './contrast.js';

/** CIE lightness of a colour, in percent: what grey print leaves of it. */
function lightness(colour: string): number {
  return 116 * (1.05 / contrastOnWhite(colour) - 0.05) ** (1 / 3) - 16;
}

it('tells components apart in grey: 10 % of lightness between any two', () => {
  const greys = componentIds.map((id) => lightness(componentColour[id])).sort((a, b) => a - b);
  for (const [index, grey] of greys.entries()) if (index > 0) expect(grey - (greys[index - 1] ?? 0)).toBeGreaterThan(10);
});

it('outlines every component at 3 : 1 on white', () => {
  for (const id of componentIds) expect(contrastOnWhite(componentOutline[id])).toBeGreaterThanOrEqual(3);
});

it('has text at 4.5 : 1', () => {
  for (const colour of [ink.strong, ink.soft]) expect(contrastOnWhite(colour)).toBeGreaterThanOrEqual(4.5);
});

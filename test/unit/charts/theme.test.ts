import { describe, expect, it } from 'vitest';
import type { ComponentId } from '../../../src/assessment/assessment.js';
import { componentIds } from '../../../src/assessment/ids.js';
import { componentColour, componentOutline, darkColour, darkComponentColour, darkInk, ink, pale } from '../../../src/charts/theme.js';
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

describe('on a dark page', () => {
  const contrast = (colour: string): number => contrastOnWhite(darkInk.paper) / contrastOnWhite(colour);

  it('tells components apart in grey, in the same order, at 3 : 1 or more on the page', () => {
    const byLightness = (colours: Readonly<Record<ComponentId, string>>) =>
      componentIds.toSorted((a, b) => lightness(colours[a]) - lightness(colours[b]));
    const order = byLightness(darkComponentColour);
    expect(order).toEqual(byLightness(componentColour));
    const greys = order.map((id) => lightness(darkComponentColour[id]));
    for (const [index, grey] of greys.entries()) if (index > 0) expect(grey - (greys[index - 1] ?? 0)).toBeGreaterThan(10);
    for (const id of componentIds) expect(contrast(darkComponentColour[id])).toBeGreaterThanOrEqual(3);
  });

  it('has text at 4.5 : 1', () => {
    for (const colour of [darkInk.strong, darkInk.soft]) expect(contrast(colour)).toBeGreaterThanOrEqual(4.5);
  });

  it('has a colour for each that a light page has', () => {
    for (const colour of [ink, componentColour, componentOutline, pale].flatMap((colours) => Object.values(colours)))
      expect(darkColour.get(colour), colour).toMatch(/^#[0-9a-fA-F]{6}$/);
  });
});

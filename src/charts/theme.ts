import type { Config } from 'vega-lite';
import type { ComponentId } from '../assessment/assessment.js';
import type { Sheet } from './sheet.js';

/** Text at 4.5 : 1 or more on white: 16 : 1 and 7 : 1. Rules only separate, and carry nothing. */
export const ink = { strong: '#1c1f23', soft: '#565b61', rule: '#c4c8cc', paper: '#ffffff' } as const;

/** Paul Tol's high- and medium-contrast colours: told apart by the colour-blind, and in grey at 29, 48, 61 and 72 % lightness. Idle is a lighter blue than dynamic, being the same machines' electricity. */
export const componentColour: Readonly<Record<ComponentId, string>> = {
  embodied: '#BB5566',
  dynamic: '#004488',
  host: '#33779F',
  idle: '#6699CC',
  overhead: '#DDAA33',
};

/** The outline of each fill, at 3 : 1 or more on white: light blue and yellow are paler than that. */
export const componentOutline: Readonly<Record<ComponentId, string>> = {
  embodied: '#8F3A4A',
  dynamic: '#00305F',
  host: '#225A7B',
  idle: '#33669A',
  overhead: '#8A6500',
};

/** Asks for glyphs in the order of the bundled families; `sans-serif` is for who opens the spec without them. */
const font = 'IBM Plex Sans, Noto Sans, Noto Sans Arabic, Noto Emoji, Noto Sans SC, sans-serif';

/** Sizes and colours of everything that a mark does not set itself. */
export function themeOf({ size, leading }: Sheet) {
  return {
    font,
    background: ink.paper,
    // Vega's accessible names would repeat every mark; the whole chart has one text of its own.
    aria: false,
    view: { stroke: null },
    title: {
      anchor: 'start',
      frame: 'group',
      fontSize: size.title,
      fontWeight: 600,
      lineHeight: leading.title,
      color: ink.strong,
      subtitleFontSize: size.subtitle,
      subtitleFontWeight: 400,
      subtitleLineHeight: leading.subtitle,
      subtitleColor: ink.soft,
      subtitlePadding: 5,
      limit: 0,
    },
    axis: {
      labelFontSize: size.text,
      labelColor: ink.soft,
      labelFontWeight: 400,
      labelFlush: false,
      labelBound: false,
      labelOverlap: false,
      titleFontSize: size.text,
      titleFontWeight: 400,
      titleColor: ink.soft,
      domainColor: ink.soft,
      tickColor: ink.soft,
      domainWidth: 0.75,
      tickWidth: 0.75,
      tickSize: 4,
      labelPadding: 3,
    },
    text: { fontSize: size.text, lineHeight: leading.text, color: ink.strong, baseline: 'middle', align: 'left', limit: 0 },
  } as const satisfies Config;
}

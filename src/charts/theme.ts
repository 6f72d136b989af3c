import type { Config } from 'vega-lite';
import type { ComponentId } from '../assessment/assessment.js';

/** Width of every chart in px, for 170 mm of a page: 12 px are then 9 pt. */
export const chartWidth = 640;
/** White margin round the chart, so that its marks do not touch a dark page. */
export const margin = 14;
/** Width between the margins. */
export const innerWidth = chartWidth - 2 * margin;

export const size = { title: 18, subtitle: 13, text: 12 } as const;
export const leading = { title: 23, subtitle: 18, text: 15 } as const;

/** Text at 4.5 : 1 or more on white: 16 : 1 and 7 : 1. */
export const ink = { strong: '#1c1f23', soft: '#565b61', rule: '#c4c8cc', grid: '#e4e6e8', paper: '#ffffff' } as const;

/** Paul Tol's high- and medium-contrast colours: told apart by the colour-blind, and in grey at 29, 48, 61 and 72 % lightness. Idle is a lighter blue than dynamic, being the same machines' electricity. */
export const componentColour: Readonly<Record<ComponentId, string>> = {
  embodied: '#BB5566',
  dynamic: '#004488',
  host: '#33779F',
  idle: '#6699CC',
  overhead: '#DDAA33',
};

/** Asks for glyphs in the order of the bundled families; `sans-serif` is for who opens the spec without them. */
const font = 'IBM Plex Sans, Noto Sans, Noto Sans Arabic, Noto Emoji, Noto Sans SC, sans-serif';

export const theme = {
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
    subtitlePadding: 6,
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
    gridColor: ink.grid,
    domainColor: ink.rule,
    tickColor: ink.rule,
    tickSize: 4,
    labelPadding: 4,
  },
  text: { fontSize: size.text, lineHeight: leading.text, color: ink.strong, baseline: 'middle', align: 'left', limit: 0 },
} as const satisfies Config;

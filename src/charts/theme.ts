import type { Config } from 'vega-lite';
import type { ComponentId } from '../assessment/assessment.js';
import type { Sheet } from './sheet.js';

/** Text at 4.5 : 1 or more on white: 16 : 1 and 7 : 1. Rules only separate, and carry nothing. */
export const ink = { strong: '#1c1f23', soft: '#565b61', rule: '#c4c8cc', paper: '#ffffff' } as const;

/**
 * Blues, red and yellow of Paul Tol's high- and medium-contrast schemes, which the colour-blind tell apart, shifted so that
 * in grey each is 12 % of lightness from the next: 29, 41, 54, 67 and 79. Blues are the electricity of machines, the work darkest.
 */
export const componentColour: Readonly<Record<ComponentId, string>> = {
  embodied: '#994455',
  dynamic: '#004488',
  host: '#4488B5',
  idle: '#77A9D8',
  overhead: '#E8C050',
};

/** The outline of each fill, at 3 : 1 or more on white: light blue and yellow are paler than that. */
export const componentOutline: Readonly<Record<ComponentId, string>> = {
  embodied: '#6E2F3C',
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

/** Greys and pale bands of single charts. */
export const pale = { assumed: '#d3d7db', development: '#F6E4E7', deployment: '#D5E2F0' } as const;

/** Paper of a page in dark colours, and colours on it; components keep their order of lightness, 11 % from each to the next. */
export const darkInk = { strong: '#e8eaed', soft: '#a9afb6', rule: '#454a50', paper: '#16181b' } as const;

export const darkComponentColour: Readonly<Record<ComponentId, string>> = {
  embodied: '#C46A7B',
  dynamic: '#2F6DB5',
  host: '#6FAAD0',
  idle: '#9FC3E9',
  overhead: '#F6E3A4',
};

/** Outlines of fills on a dark page, which are lighter than the fills. */
const darkComponentOutline: Readonly<Record<ComponentId, string>> = {
  embodied: '#E7B3BD',
  dynamic: '#8DB8EC',
  host: '#B5D6EC',
  idle: '#D9E8F9',
  overhead: '#FFF4D1',
};

/** The dark colour of each colour that a chart has, for pages that have both. */
export const darkColour: ReadonlyMap<string, string> = new Map([
  ...pairs(ink, darkInk),
  ...pairs(componentColour, darkComponentColour),
  ...pairs(componentOutline, darkComponentOutline),
  ...pairs(pale, { assumed: '#3d4248', development: '#47292f', deployment: '#1c3554' }),
]);

function pairs<Key extends string>(light: Readonly<Record<Key, string>>, dark: Readonly<Record<Key, string>>) {
  return (Object.keys(light) as Key[]).map((key) => [light[key], dark[key]] as const);
}

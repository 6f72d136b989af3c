import type { ComponentId } from '../../assessment/assessment.js';
import { componentPhrases } from '../../assessment/component-names.js';
import { axisHeight, type Layout, separators, type Words, wordLayers } from '../bars.js';
import { withNamedInterval } from '../emission-scale.js';
import type { Layer } from '../frame.js';
import { sentence } from '../plain-text.js';
import type { Sheet } from '../sheet.js';
import { textWidth, wrap } from '../wrap.js';
import { key } from './key.js';
import { type Mark, panelLayer } from './marks.js';
import type { BarBlock, Panel } from './panels.js';
import type { Form, Part } from './parts.js';

/** What the layout reads. */
export interface Breakdown {
  readonly panels: readonly Panel[];
  readonly form: Form;
}

/** Names of bars end here, left of where the bars begin. */
const nameGap = 8;
/** Over parts of several phases. */
const restGap = 6;

/** What is placed so far, from the top down. */
interface Page {
  readonly sheet: Sheet;
  /** Where bars begin. */
  readonly left: number;
  readonly words: Words[];
  readonly rules: number[];
  readonly panels: { readonly marks: readonly Mark[]; readonly bottom: number; readonly total: number }[];
  y: number;
}

/** Bars under the totals that they add up to, each panel with its axis. */
export function breakdownLayout({ panels, form }: Breakdown, sheet: Sheet): Layout {
  const parts = panels.flatMap(({ blocks }) => blocks.flatMap((one) => one.parts));
  const page: Page = { sheet, left: leftOf(parts, sheet), words: [], rules: [], panels: [], y: 0 };
  // A key of the colours, where bars are stacked: segments have no room for names.
  const keyLayers = placeKey(page, panels, form);
  for (const panel of panels) {
    const marks: Mark[] = [];
    for (const block of panel.blocks) marks.push(...(panel.isWords ? placeWords(page, block, form) : placeBars(page, block)));
    if (panel.isWords) continue;
    page.panels.push({ marks, bottom: page.y, total: Math.max(...panel.blocks.map(({ block }) => block.total.emissions.value)) });
    page.y += axisHeight;
  }
  const height = page.y;
  return {
    height,
    layers: [
      ...separators(page.rules, sheet),
      ...keyLayers,
      ...page.panels.map(({ marks, ...axis }, index) => panelLayer(marks, index, { ...axis, sheet, left: page.left, height })),
      ...wordLayers(page.words),
    ],
  };
}

/** Bars begin behind the longest name, up to a limit. */
function leftOf(parts: readonly Part[], { maxNameWidth, size }: Sheet): number {
  const longest = Math.max(...parts.map(({ name }) => textWidth(name, size.text)));
  return Math.ceil(Math.min(maxNameWidth, longest)) + nameGap;
}

/** The components of stacked bars, where there are several. */
function placeKey(page: Page, panels: readonly Panel[], form: Form): readonly Layer[] {
  const blocks = panels.flatMap((panel) => panel.blocks);
  const used = [...new Set<ComponentId>(blocks.flatMap(({ block }) => block.order))];
  if (form === 'lines' || used.length < 2) return [];
  const { layers, height } = key(used, page.sheet);
  page.y += height;
  return layers;
}

/** The heading of a block: its name and total. A bar of the total would dwarf all others. */
function placeHeading(page: Page, { block }: BarBlock): void {
  const { sheet } = page;
  if (page.y > 0) page.y += 8;
  page.rules.push(page.y);
  const text = wrap(`${block.name} total: ${withNamedInterval(block.total.emissions)}`, sheet.inner, sheet.size.text);
  page.words.push({ text, x: 0, y: page.y + 14, look: 'strong' });
  page.y += 14 + (text.length - 1) * sheet.leading.text + sheet.rowHeight / 2;
}

/** A row for each bar, under the phase that it belongs to where there are several. */
function placeBars(page: Page, bars: BarBlock): readonly Mark[] {
  const { sheet, left, words } = page;
  placeHeading(page, bars);
  const several = new Set(bars.parts.map(({ phase }) => phase)).size > 1;
  let phase: string | undefined;
  return bars.parts.map((part) => {
    // The phase's title, before its first bar.
    if (several && part.phase !== undefined && part.phase !== phase) {
      const text = wrap(part.phase, sheet.inner, sheet.size.text);
      words.push({ text, x: 0, y: page.y + sheet.rowHeight / 2, look: 'soft' });
      page.y += sheet.rowHeight + (text.length - 1) * sheet.leading.text;
      phase = part.phase;
    }
    // Parts of several phases are set apart from the last one.
    if (several && part.phase === undefined) page.y += restGap;
    // The name, at the middle of the bar.
    const name = wrap(part.name, left - nameGap, sheet.size.text);
    const middle = page.y + Math.max(sheet.rowHeight, name.length * sheet.leading.text + 5) / 2;
    words.push({ text: name, x: 0, y: middle - ((name.length - 1) * sheet.leading.text) / 2, look: 'plain' });
    page.y = 2 * middle - page.y;
    return { part, middle };
  });
}

/** A total that no bar could show, and what it consists of. */
function placeWords(page: Page, bars: BarBlock, form: Form): readonly Mark[] {
  const { sheet, words } = page;
  placeHeading(page, bars);
  const { order } = bars.block;
  const what =
    form === 'lines' ? bars.parts.map(({ name }) => name).join('') : sentence(order.map((id) => componentPhrases[id]).join(', '));
  const text = wrap(
    `${what}${order.length === 1 ? ' alone' : ''}; too small for a bar on the scale ${page.panels.length > 0 ? 'above' : 'below'}.`,
    sheet.inner,
    sheet.size.text,
  );
  words.push({ text, x: 0, y: page.y + sheet.leading.text / 2, look: 'soft' });
  page.y += text.length * sheet.leading.text;
  return [];
}

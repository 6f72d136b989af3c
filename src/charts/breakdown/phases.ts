import type { ComponentId, Line } from '../../assessment/assessment.js';
import { componentIds } from '../../assessment/ids.js';
import { formatted, percent } from '../../units/format.js';
import { type Quantity, quantity } from '../../units/quantity.js';
import { barAxis, componentFill, type Heading, headings, type Layout, separators } from '../bars.js';
import { type EmissionScale, emissionScale } from '../emission-scale.js';
import { type Layer, pixels } from '../frame.js';
import { componentName } from '../names.js';
import { innerWidth, leading, size } from '../theme.js';
import { textWidth, wrap } from '../wrap.js';
import { type Block, type Group, heading } from './blocks.js';

const barHeight = 15;
const barStart = 226;
/** Room for the names of phases, left of the bars. */
const nameWidth = barStart - 12;
/** Bars of a block that fit on a page; the smallest phases share the last. */
const maxPhases = 24;

/** A bar for each phase, stacked by component: for reports whose lines would not fit on a page. */
export function phaseLayout(blocks: readonly Block[]): Layout {
  const pooled = blocks.map((block) => ({ ...block, groups: pool(block.groups) }));
  const largest = Math.max(...pooled.flatMap((block) => block.groups.map((group) => sum(group.lines).value)));
  const scale = emissionScale(largest);
  const [keyLayers, keyHeight] = key(pooled);
  const { texts, rules, segments, labels, height } = placed(pooled, scale, keyHeight);
  const labelRoom = Math.max(...labels.map(({ label }) => textWidth(label, size.text))) + 10;
  const x = barAxis(scale, largest, barStart, innerWidth - labelRoom);
  return { height: height + 4, layers: [...keyLayers, ...separators(rules), ...barLayers(segments, labels, x), ...headings(texts)] };
}

interface Label {
  readonly label: string;
  readonly end: number;
  readonly y: number;
}

interface Placed {
  readonly texts: readonly Heading[];
  /** Heights of the lines over blocks. */
  readonly rules: readonly number[];
  readonly segments: readonly object[];
  readonly labels: readonly Label[];
  readonly height: number;
}

/** Bars and headings from the top down. */
function placed(blocks: readonly Block[], scale: EmissionScale, top: number): Placed {
  const texts: Heading[] = [];
  const rules: number[] = [];
  const segments: object[] = [];
  const labels: Label[] = [];
  let y = top;
  for (const block of blocks) {
    // A separator and the block's total.
    if (rules.length > 0) y += 10;
    rules.push(y);
    texts.push(...heading(block, y, barStart));
    y += 30;
    for (const group of block.groups) {
      // The phase's title, left of a bar at the middle of its height.
      const words = wrap(group.title, nameWidth, size.text);
      const middle = y + Math.max(22, words.length * leading.text + 4) / 2;
      texts.push({ text: words, x: 0, y: middle - ((words.length - 1) * leading.text) / 2, strong: false });
      segments.push(...stacked(group, middle, scale));
      // The phase's total and share, right of the bar.
      const total = sum(group.lines);
      const share = block.total.emissions.value > 0 ? ` · ${percent(total.value / block.total.emissions.value)}` : '';
      labels.push({ label: formatted(total).text + share, end: scale.of(total.value), y: middle });
      y = 2 * middle - y;
    }
  }
  return { texts, rules, segments, labels, height: y };
}

/** The components of a phase, one after the other in its bar. */
function stacked(group: Group, middle: number, scale: EmissionScale): readonly object[] {
  let from = 0;
  return byComponent(group.lines).map(({ component, value }) => {
    const [start, end] = [from, from + value];
    from = end;
    return {
      phase: group.title,
      component,
      kgCO2e: value,
      from: scale.of(start),
      to: scale.of(end),
      top: middle - barHeight / 2,
      bottom: middle + barHeight / 2,
    };
  });
}

/** The segments of all bars, and the labels behind them. */
function barLayers(segments: readonly object[], labels: readonly Label[], x: ReturnType<typeof barAxis>): readonly Layer[] {
  return [
    {
      data: { name: 'components', values: [...segments] },
      // The stroke keeps a phase of a few grams visible.
      mark: { type: 'rect', strokeWidth: 0.75 },
      encoding: {
        x: { field: 'from', ...x },
        x2: { field: 'to' },
        y: pixels('top'),
        y2: { field: 'bottom' },
        color: componentFill,
        stroke: componentFill,
      },
    },
    {
      data: { name: 'phaseTotals', values: [...labels] },
      mark: { type: 'text', dx: 7 },
      encoding: { x: { field: 'end', ...x }, y: pixels('y'), text: { field: 'label', type: 'nominal' } },
    },
  ];
}

/** The largest phases in their order, and the others as one. */
function pool(groups: readonly Group[]): readonly Group[] {
  if (groups.length <= maxPhases) return groups;
  const largest = [...groups].sort((a, b) => sum(b.lines).value - sum(a.lines).value).slice(0, maxPhases - 1);
  const others = groups.filter((group) => !largest.includes(group));
  return [
    ...groups.filter((group) => largest.includes(group)),
    { title: `${others.length} smaller phases together`, lines: others.flatMap(({ lines }) => lines) },
  ];
}

/** Emissions of a phase, with the widest interval that its lines allow: it decides the rounding and is not shown. */
function sum(lines: readonly Line[]): Quantity<'kgCO2e'> {
  const total = (value: (q: Quantity) => number) => lines.reduce((all, { emissions }) => all + value(emissions), 0);
  const interval = lines.some(({ emissions }) => emissions.low !== undefined)
    ? { low: total((q) => q.low ?? q.value), high: total((q) => q.high ?? q.value) }
    : undefined;
  return quantity(
    total((q) => q.value),
    'kgCO2e',
    interval,
  );
}

function byComponent(lines: readonly Line[]): readonly { readonly component: ComponentId; readonly value: number }[] {
  return componentIds.flatMap((component) => {
    const own = lines.filter((line) => line.component === component);
    return own.length === 0 ? [] : [{ component, value: sum(own).value }];
  });
}

/** The key of the colours, two in a line: segments of a bar have no room for names. */
function key(blocks: readonly Block[]): readonly [readonly Layer[], number] {
  const used = componentIds.filter((id) => blocks.some((b) => b.groups.some((g) => g.lines.some((l) => l.component === id))));
  const values = used.map((component, index) => {
    const [x, top] = [index % 2 === 0 ? 0 : barStart, index < 2 ? 0 : 19];
    return { component, name: componentName[component], x, right: x + 12, textX: x + 18, top, bottom: top + 12, y: top + 6 };
  });
  const layers: readonly Layer[] = [
    {
      data: { name: 'key', values },
      layer: [
        {
          mark: { type: 'rect' },
          encoding: { x: pixels('x'), x2: { field: 'right' }, y: pixels('top'), y2: { field: 'bottom' }, color: componentFill },
        },
        { mark: { type: 'text' }, encoding: { x: pixels('textX'), y: pixels('y'), text: { field: 'name', type: 'nominal' } } },
      ],
    },
  ];
  return [layers, used.length > 2 ? 44 : 25];
}

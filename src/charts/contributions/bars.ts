import { inputBases } from '../../assessment/ids.js';
import { percent } from '../../units/format.js';
import { barAxis, type Layout } from '../bars.js';
import { type Layer, pixels } from '../frame.js';
import { ink, innerWidth, leading, size } from '../theme.js';
import { textWidth, wrap } from '../wrap.js';
import type { Row } from './rows.js';

const barHeight = 15;
const barStart = 262;
/** Room for names, left of the bars. */
const nameWidth = barStart - 14;
const gap = 9;

/** Greys, since an input is no component: what is assumed is light. Several inputs together are hollow, as they are of all kinds. */
const fills = {
  measured: ink.soft,
  declared: ink.soft,
  table: ink.soft,
  modelled: ink.soft,
  assumed: '#d3d7db',
  several: ink.paper,
} as const satisfies Record<Row['kind'], string>;
const kinds = [...inputBases, 'several'] as const;

/** Variances are plotted in percent. */
const percents = { unit: '%', of: (share: number) => share * 100 };

/** A bar for each input; under its name the value and range used for it. */
export function contributionBars(rows: readonly Row[]): Layout {
  const { names, values, bars, height } = placed(rows);
  const labelRoom = Math.max(...rows.map(({ share }) => textWidth(percent(share), size.text))) + 10;
  const x = barAxis(percents, Math.max(...rows.map(({ share }) => share)), barStart, innerWidth - labelRoom);
  const text = { field: 'text', type: 'nominal' } as const;
  return {
    height,
    layers: [
      barLayer(bars, x),
      { data: { name: 'names', values: [...names] }, mark: { type: 'text' }, encoding: { x: { value: 0 }, y: pixels('y'), text } },
      {
        data: { name: 'values', values: [...values] },
        mark: { type: 'text', color: ink.soft },
        encoding: { x: { value: 0 }, y: pixels('y'), text },
      },
    ],
  };
}

interface Placed {
  readonly names: readonly object[];
  readonly values: readonly object[];
  readonly bars: readonly object[];
  readonly height: number;
}

/** Names, values and bars from the top down. */
function placed(rows: readonly Row[]): Placed {
  const names: object[] = [];
  const values: object[] = [];
  const bars: object[] = [];
  let y = 0;
  for (const row of rows) {
    // The name, and below it the value.
    const name = wrap(row.phases === undefined ? row.name : `${row.name} · ${row.phases}`, nameWidth, size.text);
    const words = [row.value, row.kind === 'several' ? undefined : row.kind].filter((word) => word !== undefined);
    const value = words.length === 0 ? [] : wrap(words.join(' · '), nameWidth, size.text);
    names.push({ text: name, y: y + leading.text / 2 });
    if (value.length > 0) values.push({ text: value, y: y + (name.length + 0.5) * leading.text });
    // The bar, at the middle of both.
    const height = (name.length + value.length) * leading.text;
    const middle = y + height / 2;
    bars.push({
      input: row.name,
      kind: row.kind,
      percent: percents.of(row.share),
      label: percent(row.share),
      y: middle,
      top: middle - barHeight / 2,
      bottom: middle + barHeight / 2,
    });
    y += height + gap;
  }
  return { names, values, bars, height: y };
}

/** Bars, shaded by kind, with their labels. */
function barLayer(bars: readonly object[], x: ReturnType<typeof barAxis>): Layer {
  const fill = { domain: [...kinds], range: kinds.map((kind) => fills[kind]) };
  return {
    data: { name: 'inputs', values: [...bars] },
    encoding: { y: pixels('y') },
    layer: [
      {
        // The outline shows what is pale or hollow, and a very small share.
        mark: { type: 'rect', stroke: ink.soft, strokeWidth: 1 },
        encoding: {
          x: { field: 'percent', ...x },
          x2: { datum: 0 },
          y: pixels('top'),
          y2: { field: 'bottom' },
          fill: { field: 'kind', type: 'nominal', legend: null, scale: fill },
        },
      },
      { mark: { type: 'text', dx: 7 }, encoding: { x: { field: 'percent', ...x }, text: { field: 'label', type: 'nominal' } } },
    ],
  };
}

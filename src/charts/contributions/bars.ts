import { inputBases } from '../../assessment/ids.js';
import { axisHeight, barScale, type Layout, labelLayer, type Words, wordLayers } from '../bars.js';
import { type Layer, pixels } from '../frame.js';
import type { Sheet } from '../sheet.js';
import { ink, pale } from '../theme.js';
import { wrap } from '../wrap.js';
import type { Row } from './rows.js';

/** Room for names, left of the bars, and between rows. */
const rooms = { print: { names: 248, gap: 9 }, screen: { names: 190, gap: 7 } } as const;
const nameGap = 12;

/** Greys, since an input is no component: what is assumed is light. Several inputs together are hollow, as they are of all kinds. */
const fills = {
  measured: ink.soft,
  declared: ink.soft,
  table: ink.soft,
  modelled: ink.soft,
  assumed: pale.assumed,
  several: ink.paper,
} as const satisfies Record<Row['kind'], string>;
const kinds = [...inputBases, 'several'] as const;

/** Variances are plotted in percent. */
const percents = { unit: '%', of: (share: number) => share * 100 };

/** A bar for each input; under its name the value and range used for it. */
export function contributionBars(rows: readonly Row[], sheet: Sheet): Layout {
  const { names, gap } = rooms[sheet.id];
  const { words, bars, bottom } = placed(rows, { sheet, names, gap });
  const height = bottom + axisHeight;
  const { channel } = barScale(
    {
      largest: Math.max(...rows.map(({ share }) => share)),
      labels: bars.map(({ label, end }) => ({ text: label, end: end / 100 })),
      scale: percents,
      left: names + nameGap,
    },
    { sheet, bottom, height },
  );
  return { height, layers: [barLayer(bars, channel), labelLayer('labels', bars, channel), ...wordLayers(words)] };
}

interface Bar {
  readonly input: string;
  readonly kind: Row['kind'];
  /** Percent of the variance. */
  readonly end: number;
  readonly label: string;
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

interface Placed {
  readonly words: readonly Words[];
  readonly bars: readonly Bar[];
  readonly bottom: number;
}

/** Names, values and bars from the top down. */
function placed(
  rows: readonly Row[],
  { sheet, names, gap }: { readonly sheet: Sheet; readonly names: number; readonly gap: number },
): Placed {
  const { size, leading, barHeight } = sheet;
  const words: Words[] = [];
  let y = 0;
  const bars = rows.map((row): Bar => {
    // The name, and below it the value.
    const name = wrap(row.phases === undefined ? row.name : `${row.name} · ${row.phases}`, names, size.text);
    const about = [row.value, row.kind === 'several' ? undefined : row.kind].filter((word) => word !== undefined);
    const value = about.length === 0 ? [] : wrap(about.join(' · '), names, size.text);
    words.push({ text: name, x: 0, y: y + leading.text / 2, look: 'plain' });
    if (value.length > 0) words.push({ text: value, x: 0, y: y + (name.length + 0.5) * leading.text, look: 'soft' });
    // The bar, at the middle of both.
    const height = (name.length + value.length) * leading.text;
    const middle = y + height / 2;
    y += height + gap;
    return {
      input: row.name,
      kind: row.kind,
      end: percents.of(row.share),
      label: row.label,
      y: middle,
      top: middle - barHeight / 2,
      bottom: middle + barHeight / 2,
    };
  });
  return { words, bars, bottom: y };
}

/** Bars, shaded by kind. */
function barLayer(bars: readonly Bar[], channel: object): Layer {
  const fill = { domain: [...kinds], range: kinds.map((kind) => fills[kind]) };
  return {
    data: { name: 'inputs', values: [...bars] },
    // The outline shows what is pale or hollow, and a very small share.
    mark: { type: 'rect', stroke: ink.soft, strokeWidth: 1 },
    encoding: {
      x: { field: 'end', ...channel },
      x2: { datum: 0 },
      y: pixels('top'),
      y2: { field: 'bottom' },
      fill: { field: 'kind', type: 'nominal', legend: null, scale: fill },
    },
  } as Layer;
}

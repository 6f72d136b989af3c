import type { ComponentId } from '../../assessment/assessment.js';
import { componentNames } from '../../assessment/component-names.js';
import { componentFill, type Layout } from '../bars.js';
import { type Layer, pixels } from '../frame.js';
import type { Sheet } from '../sheet.js';
import { textWidth } from '../wrap.js';

const swatch = 11;
const gap = 6;
const between = 16;

/** The key of the colours, in the order of the segments, in as many lines as it needs. */
export function key(components: readonly ComponentId[], { inner, size, leading }: Sheet): Layout {
  let x = 0;
  let top = 0;
  const values = components.map((component) => {
    const name = componentNames[component];
    const width = swatch + gap + textWidth(name, size.text);
    if (x > 0 && x + width > inner) {
      x = 0;
      top += leading.text + 3;
    }
    const one = { component, name, x, right: x + swatch, textX: x + swatch + gap, top, bottom: top + swatch, y: top + swatch / 2 };
    x += width + between;
    return one;
  });
  const layer: Layer = {
    data: { name: 'key', values },
    layer: [
      {
        mark: { type: 'rect', strokeWidth: 1 },
        encoding: { x: pixels('x'), x2: { field: 'right' }, y: pixels('top'), y2: { field: 'bottom' }, ...componentFill },
      },
      { mark: { type: 'text' }, encoding: { x: pixels('textX'), y: pixels('y'), text: { field: 'name', type: 'nominal' } } },
    ],
  };
  return { layers: [layer], height: top + swatch + 2 };
}

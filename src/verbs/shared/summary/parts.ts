import type { Assessment, ComponentId } from '../../../assessment/assessment.js';
import { componentsBySize } from '../../../assessment/component-names.js';
import { columnOfAll } from '../../../units/column.js';

export type Side = 'development' | 'deployment';

/** What a component emitted on one side of the life cycle, as the report's tables print it. */
export interface Part {
  readonly component: ComponentId;
  /** `150`; a dash where the column has no such figure. */
  readonly number: string;
  /** Of the whole column: `kg CO₂e`. */
  readonly unit: string;
  /** From 0 to 1; absent where the total is no more than zero. */
  readonly share?: number | undefined;
}

/** The components of a side, the largest first, with the figures that the report's tables have. */
export function partsBySize(assessment: Assessment, side: Side): readonly Part[] {
  const total = assessment.totals[side];
  if (total === undefined) return [];
  const parts = componentsBySize(assessment, side).flatMap((id) => total.components.find(({ component }) => component === id) ?? []);
  const column = columnOfAll(
    parts.map(({ emissions }) => emissions),
    total.emissions,
  );
  const whole = total.emissions.value;
  return parts.map(({ component, emissions }, index) => ({
    component,
    number: column.parts[index]?.number ?? '–',
    unit: column.unit,
    share: whole > 0 ? emissions.value / whole : undefined,
  }));
}

import { propertyNames as names } from '../../assessment/bom/properties.js';
import { type ComponentId, componentIds, measurementBoundaries, type PhaseKind, phaseKinds } from '../../assessment/ids.js';
import type { BomModel } from '../../claims/bom/models.js';
import { parseQuantity } from '../../units/parse.js';
import type { RunRecord } from '../record.js';

/** A phase whose electricity is not known: a total as published, or embodied emissions alone. */
type Published = Pick<RunRecord, 'phase' | 'reported' | 'embodied' | 'boundary' | 'systemBoundary'> & { readonly name: string | undefined };

interface PublishedLine {
  readonly kg: number;
  readonly phase: PhaseKind;
  readonly component: ComponentId;
  readonly boundary: RunRecord['boundary'];
  readonly name: string | undefined;
}

/** The phases that carboncard wrote as properties, since CycloneDX has no consumption without an energy. */
export function linesWithoutEnergy({ properties }: BomModel): readonly Published[] {
  const phases = new Map<string, PublishedLine[]>();
  for (const text of properties.get(names.lineWithoutEnergy) ?? []) {
    const line = lineIn(text);
    if (line === undefined) continue;
    const key = JSON.stringify([line.phase, line.name]);
    phases.set(key, [...(phases.get(key) ?? []), line]);
  }
  return [...phases.values()].flatMap((lines) => {
    const [one] = lines;
    if (one === undefined) return [];
    const sumOf = (isMade: boolean): number | undefined => {
      const own = lines.filter(({ component }) => (component === 'embodied') === isMade);
      return own.length === 0 ? undefined : own.reduce((sum, { kg }) => sum + kg, 0);
    };
    return [
      {
        phase: one.phase,
        name: one.name,
        reported: sumOf(false),
        embodied: sumOf(true),
        boundary: lines.find(({ component }) => component !== 'embodied')?.boundary,
        systemBoundary: componentIds.filter((id) => lines.some(({ component }) => component === id)),
      },
    ];
  });
}

/** `8930 tCO2eq, training, dynamic, facility, 405B`: the name is last, since it may have commas. */
function lineIn(text: string): PublishedLine | undefined {
  const [amount = '', kind, part, where, ...rest] = text.split(', ');
  const parsed = parseQuantity(amount, 'emissions', false);
  const phase = phaseKinds.find((known) => known === kind);
  const component = componentIds.find((known) => known === part);
  if (!parsed.ok || phase === undefined || component === undefined || !(parsed.value >= 0)) return undefined;
  return {
    kg: parsed.value,
    phase,
    component,
    boundary: measurementBoundaries.find((known) => known === where),
    name: rest.length === 0 ? undefined : rest.join(', '),
  };
}

import type { Line, Omission } from '../assessment/assessment.js';
import { omissionTitles } from '../assessment/omissions.js';
import { waterOf } from '../assessment/water.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { ResolvedPhase } from '../resolve/resolved.js';
import { byPhase } from './by-phase.js';

type WaterLine = Pick<Line, 'phase' | 'name' | 'component' | 'energy' | 'water' | 'inputs' | 'emissions'>;
type WaterId = 'water' | 'on-site-water' | 'off-site-water' | 'water-of-manufacture';

/** Water that no line has: all of a phase, of its cooling or of its electricity alone, and of manufacture where any is counted. */
export function waterOmissions(phases: readonly ResolvedPhase[], lines: readonly Line[]): readonly (Omission & { readonly id: WaterId })[] {
  const linesOf = byPhase(lines, (line) => line);
  const own = phases.flatMap((phase) => {
    const ofPhase = linesOf(phase);
    return ofPhase.some(isElectricity) || phase.published !== undefined
      ? [{ phase, lines: ofPhase, water: waterOf({ lines: ofPhase }, phase) }]
      : [];
  });
  const missing = (id: WaterId, reason: string, lacking: typeof own) =>
    lacking.length === 0 ? [] : [{ id, what: omissionTitles[id], reason, phases: lacking.map(({ phase }) => phase.title) }];
  const dry = own.filter(({ water }) => !water.onSite && !water.offSite);
  const wet = own.filter(({ water }) => water.onSite || water.offSite);
  const isPublished = dry.every(({ phase }) => phase.published !== undefined);
  return [
    ...missing('water', isPublished ? reasons.noWaterInPublished : reasons.noWater, dry),
    ...missing('on-site-water', reasons.noOnSiteWater, wet.filter(lacksOnSite)),
    ...missing(
      'off-site-water',
      reasons.noOffSiteWater,
      wet.filter(({ water }) => !water.offSite),
    ),
    ...(wet.length === 0
      ? []
      : [{ id: 'water-of-manufacture' as const, what: omissionTitles['water-of-manufacture'], reason: manufactureReason(wet) }]),
  ];
}

/** Machines at home are cooled without water; elsewhere a phase of machines has some on site. */
function lacksOnSite({ phase, lines, water }: { phase: ResolvedPhase; lines: readonly WaterLine[]; water: { onSite: boolean } }): boolean {
  return !water.onSite && phase.noFacility === undefined && lines.some((line) => isElectricity(line) && line.component !== 'overhead');
}

function isElectricity({ energy }: Pick<Line, 'energy'>): boolean {
  return energy !== undefined;
}

/** Which water is counted, where that of manufacture is not. */
function manufactureReason(wet: readonly { readonly water: { readonly onSite: boolean; readonly offSite: boolean } }[]): string {
  const { waterOfManufacture: reason } = reasons;
  if (wet.every(({ water }) => water.onSite && water.offSite)) return reason.all;
  if (wet.every(({ water }) => !water.onSite)) return reason.offSite;
  return wet.every(({ water }) => !water.offSite) ? reason.onSite : reason.some;
}

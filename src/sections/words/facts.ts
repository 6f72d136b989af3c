import type { Assessment, PhaseFacts } from '../../assessment/assessment.js';
import { deviceKind, deviceName } from '../../assessment/phase-facts.js';
import { atMost, grouped, THIN } from '../../units/format.js';
import { placesIn } from './phases.js';
import { distinct, mainPhases, ownShare } from './words.js';

/** `384 × NVIDIA A100 SXM 80GB` */
export function hardwareText(assessment: Assessment): string | undefined {
  const devices = mainPhases(assessment).map((facts) => {
    const [device, { accelerators }] = [deviceName(facts), facts];
    return device === undefined || accelerators === undefined ? device : `${grouped(accelerators, 0)} × ${device}`;
  });
  const found = distinct(devices);
  return found.length === 0 ? undefined : found.join('; ');
}

/**
 * `1,082,990`, or `184,320 accelerator-hours (2 of 3 phases)` with a unit and where some phases have none. Of a phase that several models have in
 * common it is this model's share, and says so.
 */
export function hoursText(assessment: Assessment, unit = ''): string | undefined {
  const phases = mainPhases(assessment);
  const hours = phases.map(({ acceleratorHours }) => acceleratorHours?.value);
  const known = hours.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  const sum = known.reduce((all, value) => all + value, 0);
  const total = sum < 100 ? atMost(sum, 3) : grouped(sum, 0);
  const about = [
    ...(known.length < hours.length ? [`${known.length} of ${hours.length} phases`] : []),
    ...(phases.some(({ acceleratorHours, share }) => acceleratorHours !== undefined && share !== undefined) ? [ownShare] : []),
  ];
  return `${total}${unit}${about.length === 0 ? '' : ` (${about.join('; ')})`}`;
}

/** `1,082,990 GPU-hours`; accelerator-hours where it is unknown, or more than one, what they are of. */
export function deviceHours(assessment: Assessment): string | undefined {
  const kinds = distinct(
    mainPhases(assessment).flatMap(({ acceleratorHours, device }) => (acceleratorHours === undefined ? [] : deviceKind(device))),
  );
  return hoursText(assessment, ` ${kinds.length === 1 ? kinds[0] : deviceKind(undefined)}-hours`);
}

/** Places of the main total's phases, each once. */
export function placesText(assessment: Assessment): string | undefined {
  const found = distinct(mainPhases(assessment).map(({ place }) => place?.label));
  return found.length === 0 ? undefined : found.join('; ');
}

/** Each grid once, with its year, and with its place and phases where there are several: `France: 57 g CO₂e/kWh, 2022 (Training)`. */
export function gridsText(assessment: Assessment): string | undefined {
  const grids = gridsOf(assessment);
  const found = grids.map(({ text, place, phases }) => {
    if (grids.length === 1) return text;
    return `${place === undefined ? '' : `${place}: `}${text} (${placesIn(assessment, phases)})`;
  });
  return found.length === 0 ? undefined : found.join('; ');
}

/** Whether no more than one grid supplied all phases. */
export function hasOneGrid(assessment: Assessment): boolean {
  return gridsOf(assessment).length < 2;
}

interface GridOfPhases {
  readonly text: string;
  readonly place: string | undefined;
  readonly phases: PhaseFacts[];
}

function gridsOf(assessment: Assessment): readonly GridOfPhases[] {
  const grids = new Map<string, GridOfPhases>();
  for (const facts of assessment.phases) {
    const text = gridText(facts);
    if (text === undefined) continue;
    const place = facts.place?.label ?? facts.grid?.zone;
    const key = JSON.stringify([text, place]);
    const known = grids.get(key);
    if (known === undefined) grids.set(key, { text, place, phases: [facts] });
    else known.phases.push(facts);
  }
  return [...grids.values()];
}

/** `57 g CO₂e/kWh, 2022` */
function gridText({ grid }: PhaseFacts): string | undefined {
  if (grid === undefined) return undefined;
  const year = grid.year === undefined ? '' : `, ${grid.year}`;
  const origin = grid.origin === undefined ? '' : ` (${grid.origin})`;
  return `${atMost(grid.intensity.value, 3)}${THIN}g CO₂e/kWh${year}${origin}`;
}

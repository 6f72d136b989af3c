import type { IdsOf, Message } from '../diagnostics/message.js';
import { besideMessages as messages } from './beside-messages.js';

interface Threshold {
  readonly value: number;
  readonly why: string;
}

/** What figures beside the power of the work can be. */
export const besideThresholds = {
  minGrid: { value: 1, why: 'Hydropower and nuclear power alone have 5 to 11 g/kWh over their life cycle.' },
  maxGrid: { value: 1500, why: 'Lignite alone has 1,000 to 1,200 g/kWh.' },
  highOverhead: { value: 1, why: 'Overhead as large as the energy of the machines is a PUE of 2.' },
  impossibleOverhead: { value: 2, why: 'A PUE of 3.' },
  highHost: { value: 1.5, why: 'The host of an idle node takes more than its accelerators, that of a working one about half as much.' },
  impossibleHost: { value: 5, why: 'No published node is near.' },
  highIdle: { value: 1, why: 'An idle accelerator with its host takes at most what the accelerator takes at work.' },
  impossibleIdle: { value: 10, why: 'As for the power at work.' },
  highProcessor: { value: 1000, why: 'The largest processors are rated at 500 W; W of one processor with its share of the node.' },
  impossibleProcessor: { value: 5000, why: 'Ten times the largest rating.' },
  highAccelerator: { value: 5000, why: 'Published figures for one accelerator are 128 to 370 kgCO2e.' },
  highServer: { value: 50_000, why: 'Published figures for one server are 1,300 to 8,400 kgCO2e.' },
} as const satisfies Readonly<Record<string, Threshold>>;

type Finding = Message<IdsOf<typeof messages>>;

/** Warning above one threshold, error above the other. */
function above(
  ratio: number,
  [high, impossible]: readonly [Threshold, Threshold],
  say: (severity: 'warning' | 'error') => Finding,
): Finding | undefined {
  if (!(ratio > high.value)) return undefined;
  return say(ratio > impossible.value ? 'error' : 'warning');
}

/** A grid intensity (gCO2e/kWh) that no grid has. */
export function gridFinding(intensity: number): Finding | undefined {
  const { minGrid, maxGrid } = besideThresholds;
  return intensity > 0 && (intensity < minGrid.value || intensity > maxGrid.value) ? messages.grid(intensity) : undefined;
}

/** Measured overhead ÷ energy of the machines that it cools. */
export function overheadFinding(ratio: number): Finding | undefined {
  return above(ratio, [besideThresholds.highOverhead, besideThresholds.impossibleOverhead], (severity) =>
    messages.overhead(severity, ratio),
  );
}

/** Energy of the host ÷ energy of the work. */
export function hostFinding(ratio: number): Finding | undefined {
  return above(ratio, [besideThresholds.highHost, besideThresholds.impossibleHost], (severity) => messages.host(severity, ratio));
}

/** Power of an idle accelerator with its host ÷ rated power. */
export function idleFinding(watts: number, rating: number, device: string): Finding | undefined {
  return above(watts / rating, [besideThresholds.highIdle, besideThresholds.impossibleIdle], (severity) =>
    messages.idle(severity, watts, device),
  );
}

/** Average or rated power of one processor (W). */
export function processorFinding(watts: number, processor: string): Finding | undefined {
  return above(watts, [besideThresholds.highProcessor, besideThresholds.impossibleProcessor], (severity) =>
    messages.processor(severity, watts, processor),
  );
}

/** Emissions of making one accelerator or one server (kgCO2e). */
export function embodiedFinding(what: 'accelerator' | 'server', kg: number): Finding | undefined {
  const { value } = what === 'server' ? besideThresholds.highServer : besideThresholds.highAccelerator;
  return kg > value ? messages.embodied(what, kg) : undefined;
}

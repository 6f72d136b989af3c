import { measurementBoundaries, phaseKinds } from '../assessment/ids.js';
import type { AveragePower } from '../plausibility/average-power.js';
import type { WorkClaim } from './claim.js';
import { type Locate, list, type Path, type Plain, plain } from './plain.js';
import { readDeviceName } from './text/devices.js';
import { isAmount } from './text/numbers.js';

/** A phase of an assessment, with its place and all lines. */
interface PhaseContext {
  readonly phase: Plain;
  readonly path: Path;
  readonly lines: readonly Plain[];
  readonly locate: Locate;
}

/** The average power of an accelerator in a phase, from the record that the phase's electricity was calculated from. */
export function workClaim({ phase, path, lines, locate }: PhaseContext): WorkClaim | undefined {
  const { device } = phase;
  const limit = typeof device === 'string' ? readDeviceName(device)?.limit : undefined;
  if (limit === undefined) return undefined;
  const inputs = inputsOfPhase(phase, lines);
  const dynamic = lines.find((line) => isOf(line, phase) && line['component'] === 'dynamic');
  const recorded = record({ phase, inputs, dynamic });
  if (recorded === undefined) return undefined;
  const { key, ...average } = recorded;
  return {
    average: {
      ...average,
      limit,
      boundary: boundaryOf(dynamic),
      phase: phaseKinds.find((kind) => kind === phase['phase']),
      accelerators: numberOf(phase['accelerators']),
      perNode: inputs.get('accelerators per server'),
    },
    at: locate([...path, key]),
  };
}

/** Whether machines were held for longer than they worked, so that the hours on the clock are not those of the work. */
export function isHeld(phase: Plain, lines: readonly Plain[]): boolean {
  return phase['phase'] === 'deployment' || inputsOfPhase(phase, lines).has('reserved accelerator-hours');
}

function isOf(line: Plain, phase: Plain): boolean {
  return line['phase'] === phase['phase'] && line['name'] === phase['name'];
}

/** The inputs of all lines of a phase, by name. */
function inputsOfPhase(phase: Plain, lines: readonly Plain[]): ReadonlyMap<string, number> {
  const inputs = lines.filter((line) => isOf(line, phase)).flatMap((line) => list(line['inputs']));
  return new Map(
    inputs.flatMap(({ name, value, basis }) => {
      // A load that is a default of the tables is no record.
      const isRecord =
        typeof name === 'string' && typeof value === 'number' && isAmount(value) && !(name === 'load' && basis === 'assumed');
      return isRecord ? [[name, value] as const] : [];
    }),
  );
}

interface RecordContext {
  readonly phase: Plain;
  readonly inputs: ReadonlyMap<string, number>;
  readonly dynamic: Plain | undefined;
}

type Recorded = Pick<AveragePower, 'watts' | 'low' | 'record'> & { readonly key: 'energy' | 'power' | 'load' };

function record({ phase, inputs, dynamic }: RecordContext): Recorded | undefined {
  const [kWh, load] = [inputs.get('energy'), inputs.get('load')];
  const own = numberOf(phase['acceleratorHours'], 'h');
  // The energy of the record is that of the whole phase, the hours are this model's share.
  const hours = own && own / (numberOf(phase['share']) ?? 1);
  if (kWh !== undefined) {
    if (hours === undefined || hours <= 0) return undefined;
    const window = phase['phase'] === 'deployment' ? (numberOf(phase['accelerators']) ?? 0) * (numberOf(phase['duration'], 'h') ?? 0) : 0;
    const held = Math.max(hours, window, inputs.get('reserved accelerator-hours') ?? 0);
    const isProduct = !inputs.has('accelerator-hours');
    return { key: 'energy', watts: (kWh * 1000) / hours, low: (kWh * 1000) / held, record: { kind: 'energy', kWh, hours, isProduct } };
  }
  const watts = numberOf(phase['power'], 'W');
  if (watts === undefined) return undefined;
  if (load !== undefined) return { key: 'load', watts, record: { kind: 'load', load } };
  // A power of the tables, with a default load, is no record; without lines, nothing says where it is from.
  const isRecorded = inputs.has('power') || dynamic === undefined;
  return isRecorded ? { key: 'power', watts, record: { kind: 'power', isDivided: inputs.has('accelerators measured') } } : undefined;
}

/** Where the record was metered. */
function boundaryOf(dynamic: Plain | undefined): AveragePower['boundary'] {
  if (dynamic === undefined) return 'accelerator';
  return measurementBoundaries.find((known) => known === dynamic['boundary']) ?? 'unstated';
}

function numberOf(value: unknown, unit?: string): number | undefined {
  const { value: number, unit: own } = typeof value === 'number' ? { value, unit: undefined } : plain(value);
  return typeof number === 'number' && isAmount(number) && own === unit ? number : undefined;
}

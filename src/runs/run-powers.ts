import type { LineBoundary } from '../assessment/assessment.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { Message } from '../diagnostics/message.js';
import { averagePowerFinding, highestPower } from '../plausibility/power-finding.js';
import type { PowerLimit } from '../plausibility/power-limit.js';
import { type LoggedProcessors, processorLimitOf, processorPowerFinding } from '../plausibility/processor-limit.js';
import type { ProcessorLimit } from '../plausibility/processor-record.js';
import { runPowerFinding } from '../plausibility/run-power.js';
import { thresholds } from '../plausibility/thresholds.js';
import type { RunRecord } from '../trackers/record.js';
import type { Known } from './fields.js';

/** Checks the average power of each run of a log against what its devices can take. */
export interface RunPowers {
  readonly check: (run: RunRecord, cpu?: LoggedProcessors) => void;
  /** For each kind of device the run that is farthest above its limit, with the number of others. */
  readonly findings: () => readonly Diagnostic[];
}

const kinds = ['gpu', 'cpu', 'run'] as const;
type Kind = (typeof kinds)[number];

interface Finding {
  readonly message: () => Message | undefined;
  readonly line: number;
  readonly times: number;
}

interface Worst extends Finding {
  readonly runs: number;
  readonly last: number;
}

/** A second, in hours: the length of a run that is stated as 0. */
const leastHours = 1 / 3600;

/** Times a rating beyond which a run of less than a minute is questioned too. */
const impossible = thresholds.impossiblePower.value;

export function createRunPowers(known: Pick<Known, 'limit'>): RunPowers {
  const worst = new Map<Kind, Worst>();
  const limitsOf = createLimits(known);
  return {
    check: (run, processors) => {
      for (const [kind, finding] of findingsOf(run, limitsOf(run.accelerator?.name, processors))) {
        const before = worst.get(kind);
        const runs = (before?.runs ?? 0) + 1;
        worst.set(kind, { ...(before !== undefined && before.times >= finding.times ? before : finding), runs, last: run.lines[1] });
      }
    },
    findings: () =>
      kinds.flatMap((kind) => {
        const found = worst.get(kind);
        const message = found?.message();
        return found === undefined || message === undefined ? [] : [diagnosticOf(message, found)];
      }),
  };
}

/** What the devices of a run can take. */
interface Limits {
  readonly gpu: PowerLimit | undefined;
  readonly cpu: ProcessorLimit | undefined;
}

/** Most runs have the same machine as the run before. */
function createLimits({ limit }: Pick<Known, 'limit'>): (card: string | undefined, processors: LoggedProcessors | undefined) => Limits {
  let last: { readonly card: string | undefined; readonly processors: LoggedProcessors | undefined } | undefined;
  let limits: Limits = { gpu: undefined, cpu: undefined };
  return (card, processors) => {
    if (last?.card === card && last?.processors === processors) return limits;
    last = { card, processors };
    limits = { gpu: card === undefined ? undefined : limit(card), cpu: processors && processorLimitOf(processors) };
    return limits;
  };
}

function* findingsOf(run: RunRecord, limits: Limits): Generator<readonly [Kind, Finding]> {
  const { energy, hours, parts, accelerator, boundary = 'unstated' } = run;
  if (energy === undefined || hours === undefined) return;
  const line = run.lines[1];
  const time = hours > 0 ? hours : leastHours;
  const isShort = time * 3600 < thresholds.shortRun.value;
  const times = (kWh: number, highest: number): number => (kWh * 1000) / time / (isShort ? highest * impossible : highest);
  if (limits.cpu !== undefined) {
    const [cpu, { highest, highestWithMemory }] = [limits.cpu, limits.cpu];
    // Where the log has no parts and the machine no GPU, the energy is that of processors and memory.
    const isWhole = parts.cpu === undefined && accelerator === undefined && boundary === 'components';
    const kWh = parts.cpu ?? (isWhole ? energy : undefined);
    const share = kWh === undefined ? 0 : times(kWh, isWhole ? highestWithMemory : highest);
    if (kWh !== undefined && share > 1)
      yield ['cpu', { line, times: share, message: () => processorPowerFinding({ kWh, hours: time }, cpu, isWhole) }];
  }
  const count = accelerator?.count;
  if (limits.gpu === undefined || count === undefined) {
    const machines = Math.max(run.nodes ?? 1, Math.ceil((count ?? 1) / 8));
    const highest = thresholds.unknownMachine.value * machines;
    const share = (energy * 1000) / time / highest;
    if (share > 1)
      yield ['run', { line, times: share, message: () => runPowerFinding({ kWh: energy, hours: time, accelerators: machines * 8 }) }];
    return;
  }
  const found = ofCards(run, { limit: limits.gpu, count, time }, times);
  if (found !== undefined) yield ['gpu', found];
}

interface Cards {
  readonly limit: PowerLimit;
  readonly count: number;
  /** Hours. */
  readonly time: number;
}

/** The energy of the run against the limit of its GPUs with their node, else that of the GPUs against their own. */
function ofCards(
  { energy, parts, boundary, lines }: RunRecord,
  { limit, count, time }: Cards,
  times: (kWh: number, highest: number) => number,
): Finding | undefined {
  const meters: readonly (readonly [kWh: number | undefined, at: LineBoundary])[] = [
    // Processors alone have a limit of their own.
    ...(boundary === 'processors' ? [] : [[energy, boundary ?? 'unstated'] as const]),
    [parts.gpu, 'accelerator'],
  ];
  for (const [kWh, at] of meters) {
    if (kWh === undefined) continue;
    const share = times(kWh, highestPower({ boundary: at, limit, accelerators: count, perNode: 1 }) * count);
    const record = { kind: 'energy', kWh, hours: time * count, isProduct: true } as const;
    const average = { watts: (kWh * 1000) / record.hours, boundary: at, limit, accelerators: count, record };
    if (share > 1) return { line: lines[1], times: share, message: () => averagePowerFinding(average) };
  }
  return undefined;
}

function diagnosticOf({ note, ...message }: Message, { line, runs, last }: Worst): Diagnostic {
  const others =
    runs === 1
      ? undefined
      : `The same applies to ${runs === 2 ? 'one more run' : `${runs - 1} more runs`} of the log, the last on line ${last}.`;
  const notes = [note, others].filter((text) => text !== undefined);
  return { ...message, severity: 'warning', line, column: 1, note: notes.length === 0 ? undefined : notes.join(' ') };
}

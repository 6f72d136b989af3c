import type { IdsOf, Message } from '../diagnostics/message.js';
import { coresOf, type Processor, processorNamed, processorRating } from '../factors/hardware/index.js';
import { messages } from './messages.js';
import type { ProcessorLimit } from './processor-record.js';
import { thresholds } from './thresholds.js';

/** The processors of a machine, as a log describes them. */
export interface LoggedProcessors {
  readonly name: string;
  readonly count?: number | undefined;
  /** Threads of all of them. */
  readonly threads?: number | undefined;
}

/**
 * The limit of the processors that a log names; nothing where the tables have no such processor.
 *
 * @example processorLimitOf({ name: 'Intel(R) Core(TM) i5-10400 CPU @ 2.90GHz', threads: 12 })?.highest //=> 227.5, i.e. 65 W × 3.5
 */
export function processorLimitOf(logged: LoggedProcessors): ProcessorLimit | undefined {
  const processor = processorNamed(logged.name);
  const { power, by } = processorRating(logged.name);
  if (processor === undefined || (by === 'line' && processor.use === undefined)) return undefined;
  const isServer = processor.use === 'data-centre';
  const processors = logged.count ?? (isServer ? socketsOf(logged, processor) : 1);
  const rating = power.high ?? power.value;
  const highest = rating * processors * (isServer ? thresholds.serverProcessor : thresholds.desktopProcessor).value;
  const memory = (isServer ? thresholds.serverMemory : thresholds.desktopMemory).value;
  return { name: processor.name, rating, processors, highest, highestWithMemory: highest + memory };
}

/** Processors of a server: by its threads, of which a core may have one or two. Where these are unknown, two. */
function socketsOf({ name, threads }: LoggedProcessors, { count }: Processor): number {
  if (count !== undefined) return Math.max(1, Math.ceil(count));
  const { cores, isDefault } = coresOf(name);
  return threads === undefined || isDefault === true ? 2 : Math.max(1, Math.ceil(threads / cores));
}

/** What is odd about the average power of processors over a run: above what they can take. */
export function processorPowerFinding(
  { kWh, hours }: { readonly kWh: number; readonly hours: number },
  limit: ProcessorLimit,
  withMemory: boolean,
): Message<IdsOf<typeof messages>> | undefined {
  const watts = (kWh * 1000) / hours;
  return watts > (withMemory ? limit.highestWithMemory : limit.highest) ? messages.processorAboveLimit(kWh, hours, limit) : undefined;
}

import type { Diagnostic } from '../../../diagnostics/diagnostic.js';
import { InputError } from '../../../diagnostics/diagnostic.js';
import type { Integrated } from '../../../telemetry/integrate.js';
import { messages } from '../../../telemetry/messages.js';
import type { IdleThreshold } from './card-limits.js';
import type { CollectOptions } from './collection.js';
import type { ReadSamples } from './read-samples.js';
import type { Source } from './source.js';

interface Seen {
  readonly sources: readonly Source[];
  readonly samples: ReadSamples;
  readonly integrated: Integrated;
  readonly idle: IdleThreshold | undefined;
  readonly isZoneAssumed: boolean;
  /** Samples in an hour that a clock shows twice. */
  readonly repeated: { readonly count: number; readonly zone: string };
  readonly options: CollectOptions;
}

/** Rows that may be rejected whatever the number of rows, and the share of rows beyond that. */
const few = { rows: 3, share: 0.1 } as const;

/**
 * What is odd about telemetry, and what was assumed.
 *
 * @throws {InputError} Where so many rows are wrong that the file is not what it seems to be.
 */
export function remarksOn({ sources, samples, integrated, idle, isZoneAssumed, repeated, options }: Seen): readonly Diagnostic[] {
  const { rejected, measured, odd, conflicts, strays } = integrated;
  const implausible = rejected.implausible - strays;
  const read = measured.devices.reduce((sum, device) => sum + device.samples, 0);
  const isMany = (count: number): boolean => count > Math.max(few.rows, few.share * (read + count));
  const [only] = sources.length === 1 ? sources : [];
  const at = only === undefined ? {} : { file: only.file };
  const unit = samples.layouts[0]?.values[0]?.cellUnit;
  const errors = [
    ...(odd.count > 0 && isMany(odd.count) ? [{ ...messages.oddValues(odd.count, odd.example, expectedValue(unit)), ...at }] : []),
    ...(isMany(samples.skipped) ? [{ ...messages.manyRowsSkipped(samples.skipped, samples.skipped + read), ...samples.firstSkipped }] : []),
    ...(isMany(rejected['without-time']) ? [{ ...messages.manyWithoutTime(rejected['without-time']), ...at }] : []),
    ...(isMany(rejected.negative + implausible) ? [{ ...messages.manyImplausible(rejected.negative + implausible), ...at }] : []),
    ...(isMany(conflicts) ? [{ ...messages.conflicts(conflicts, sources.length), ...at }] : []),
  ];
  if (errors.length > 0) throw new InputError(errors.map((error) => ({ ...error, ...('line' in error ? { column: 1 } : {}) })));
  const gaps = measured.devices.reduce((sum, device) => sum + device.gaps, 0);
  const uncovered = measured.devices.reduce((sum, device) => sum + device.end - device.start - device.covered, 0);
  const longest = Math.max(0, ...measured.devices.map((device) => device.longestGap ?? 0));
  return [
    ...(isZoneAssumed ? [messages.zoneAssumed()] : []),
    ...(repeated.count > 0 ? [messages.repeatedHour(repeated.count, repeated.zone)] : []),
    ...(options.boundary === undefined && samples.layouts.some(({ boundary }) => boundary === undefined)
      ? [messages.boundaryAssumed()]
      : []),
    ...(idle === undefined ? [messages.idleNotTold()] : []),
    ...(samples.together > 0 ? [messages.devicesTogether(samples.together)] : []),
    ...(odd.count > 0 ? [{ ...messages.fewOddValues(odd.count, odd.example, expectedValue(unit)), ...at }] : []),
    ...(samples.skipped > 0 ? [{ ...messages.cutRows(samples.skipped), ...samples.firstSkipped, column: 1 }] : []),
    ...(rejected['without-time'] > 0 ? [messages.withoutTime(rejected['without-time'])] : []),
    ...(rejected['not-available'] > 0 ? [messages.notAvailable(rejected['not-available'])] : []),
    ...(rejected.negative + implausible > 0 ? [messages.implausible(rejected.negative, implausible)] : []),
    ...(strays > 0 ? [{ ...messages.strayTimes(strays), ...at }] : []),
    ...(rejected.duplicate > 0 ? [messages.duplicates(rejected.duplicate, conflicts)] : []),
    ...(gaps > 0 ? [messages.gaps(gaps, longest, uncovered)] : []),
  ].map((diagnostic) => ({ ...diagnostic }));
}

const expectedValue = (unit: string | undefined): string =>
  unit === undefined ? 'numbers in one unit' : `numbers with one unit, such as \`22.89 ${unit}\``;

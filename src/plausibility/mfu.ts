import type { IdsOf, Message } from '../diagnostics/message.js';
import type { ComputeRecord } from './compute-record.js';
import { messages } from './messages.js';
import { thresholds } from './thresholds.js';

/**
 * The share of the peak that operations in recorded hours imply: the MFU of the run.
 *
 * @example impliedMfu({ operations: 3.6e18, hours: 10, peak: 2e14 }) //=> 0.5, i.e. 3.6e18 ÷ (10 h × 3,600 s × 2e14 FLOP/s)
 */
export function impliedMfu({ operations, hours, peak }: Pick<ComputeRecord, 'operations' | 'hours' | 'peak'>): number {
  return operations / (hours * 3600 * peak);
}

/** What is odd about the implied MFU: more than the peak is an error, and more or less than runs reach a warning. */
export function mfuFinding(record: ComputeRecord): Message<IdsOf<typeof messages>> | undefined {
  const mfu = impliedMfu(record);
  if (!(mfu > 0) || !Number.isFinite(mfu)) return undefined;
  // A run in FP8 has twice the peak of 16 bits.
  const highest = record.isPeakDeclared ? thresholds.impossibleMfu.value : thresholds.impossibleMfu16.value;
  if (mfu > thresholds.highMfu.value) return messages.mfuTooHigh(mfu > highest ? 'error' : 'warning', record, mfu);
  const isLow = record.phase === 'training' && mfu < thresholds.lowMfu.value;
  return isLow ? messages.mfuTooLow(record, mfu) : undefined;
}

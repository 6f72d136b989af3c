import type { IdsOf, Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import type { OperationsRecord } from './operations-record.js';
import { thresholds } from './thresholds.js';

/**
 * Operations of a training ÷ those of a dense transformer, 6 × parameters × tokens.
 *
 * @example operationsShare({ operations: 3.6e22, parameters: 6e9, tokens: 1e12 }) //=> 1, i.e. 3.6e22 ÷ (6 × 6e9 × 1e12)
 */
export function operationsShare({ operations, parameters = Number.NaN, tokens = Number.NaN }: OperationsRecord): number {
  return operations / (6 * parameters * tokens);
}

/** What is odd about the operations of a training: more than any had, or another size than parameters × tokens. */
export function operationsFinding(record: OperationsRecord): Message<IdsOf<typeof messages>> | undefined {
  if (record.operations > thresholds.largestTraining.value) return messages.operationsTooMany(record.operations);
  const share = operationsShare(record);
  if (!(share > thresholds.highOperations.value) && !(share < thresholds.lowOperations.value)) return undefined;
  return Number.isFinite(share) ? messages.operationsOff(record, share) : undefined;
}

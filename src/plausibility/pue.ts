import type { IdsOf, Message } from '../diagnostics/message.js';
import { messages } from './messages.js';
import { thresholds } from './thresholds.js';

/** What is odd about a PUE: a warning above 2, an error above 3. */
export function pueFinding(pue: number): Message<IdsOf<typeof messages>> | undefined {
  if (pue <= thresholds.highPue.value) return undefined;
  return messages.pueTooHigh(pue > thresholds.impossiblePue.value ? 'error' : 'warning', pue);
}

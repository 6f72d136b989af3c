import type { Message } from '../diagnostics/message.js';
import type { LoggedPhase } from '../manifest/logged.js';
import type { PowerLimit } from '../plausibility/power-limit.js';
import { thresholds } from '../plausibility/thresholds.js';
import { atMost, percent } from '../units/format.js';
import { messages } from './messages.js';
import type { Sums } from './sums.js';

/**
 * More cards in a log than seem to have been used. Tools list every card of a machine, whatever `CUDA_VISIBLE_DEVICES` is. Found where
 * cards idled throughout, by their own readings; else where the mean power of one is as low as if at most a quarter of them worked at
 * the default load of training (75 % of the rating) and the others idled (15 %): below 15 % + (75 % − 15 %) ÷ 4 = 30 % of the rating.
 */
export function unusedCardsFinding(
  sums: Sums,
  { hardware, accelerators: cards }: LoggedPhase,
  limitOf: (name: string) => PowerLimit | undefined,
): Message | undefined {
  if (cards === undefined || cards < 2) return undefined;
  const idle = sums.kinds('idleCards').length === 1 ? sums.kinds('idleCards')[0]?.idleCards : undefined;
  if (idle !== undefined && idle > 0) return messages.idleCards(idle, cards);
  const limit = hardware === undefined ? undefined : limitOf(hardware);
  const [kWh, all] = [sums.total('gpu'), sums.total('acceleratorHours')];
  if (limit === undefined || kWh === undefined || kWh === 0 || all === undefined) return undefined;
  const hours = all - (sums.total('unmeteredAcceleratorHours') ?? 0);
  const watts = (kWh * 1000) / hours;
  if (!(hours > 0) || watts >= limit.rating * thresholds.fewCards.value) return undefined;
  return messages.unusedCards(cards, atMost(watts, 3), percent(watts / limit.rating), limit.name);
}

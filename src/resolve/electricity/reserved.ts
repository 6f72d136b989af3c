import { idleShare } from '../../factors/hardware/index.js';
import { evaluate, input } from '../../formulas/expression.js';
import { fromManifest } from '../inputs.js';
import { workMessages } from '../messages/work.js';
import type { Reserved } from '../resolved.js';
import { clusterEnergy } from './facility.js';
import { leastHostPower } from './host.js';
import type { WorkContext } from './work-context.js';

/** What machines were held for beside their work: an energy on record, or the hours on record, else the window of an endpoint. */
export function reservedOf(context: WorkContext): Reserved | undefined {
  const { scope, hours, machine } = context;
  const { idle } = scope.phase;
  const record =
    idle?.of === 'reserved'
      ? clusterEnergy({ key: 'idle', name: 'power of reserved machines', quantity: idle, isOfSite: false }, scope, hours)
      : undefined;
  const found = beyondBusy(context, record !== undefined);
  if (record === undefined && found === undefined) return undefined;
  const { device } = machine;
  const idlePower = device?.idle?.value ?? (device?.power.value ?? 0) * idleShare.value;
  const likelyPower = device && idlePower + evaluate(leastHostPower(device));
  return { ...found, record, likelyPower };
}

/** Hours for which machines were held and did not work, with their power where it is given. */
function beyondBusy({ scope, hours }: WorkContext, hasRecord: boolean): Pick<Reserved, 'hours' | 'power'> | undefined {
  const { phase, cites, report } = scope;
  const { reserved, window, busy } = hours;
  const held = reserved === undefined ? window : input(reserved);
  const power = phase.idle_power;
  if (power !== undefined && hasRecord) report({ ...workMessages.idleTwice(), path: power.path });
  if (held === undefined || busy === undefined) {
    if (power !== undefined) report({ ...workMessages.idlePowerMissing(), path: power.path });
    return undefined;
  }
  // Reserved hours that are all busy are a record of no idle ones; a window that is all busy is only what was assumed of it.
  const isMore = evaluate(held) > evaluate(busy) || (reserved !== undefined && power !== undefined);
  if (!isMore) {
    if (power !== undefined) report({ ...workMessages.noIdleHours(), path: power.path });
    return undefined;
  }
  return { hours: { held, busy }, power: power && fromManifest(power, { name: 'idle power', cites: cites.phase }, report) };
}

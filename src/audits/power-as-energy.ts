import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, sharedCompanion } from '../claims/companions.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** Words of a rate. `Power consumption: 135 MWh` is how many say energy, and so is left alone. */
const ofPower =
  /\b(?:power draw|draws? (?:of|a|an)|drew (?:a|an) (?:constant|average|steady)|average power|mean power|peak power|rated power|idle power|baseline power|infrastructure power|dynamic power|power (?:of|was|is|rating|limit|level)|TDP)\b(?![^.;]*\bconsum)[^.;\d]{0,40}$/i;
const powerLabel =
  /^(?:\W*(?:average|mean|peak|rated|idle|baseline|infrastructure|dynamic|cluster|node|system|facility|gpu|cpu|total)?\s*)(?:power(?: draw| rating)?|tdp|wattage)\W*(?:\(.*\))?\W*:[^\d;,.]{0,24}$/i;
const ofEnergy =
  /\b(?:energy (?:consumed|consumption|used|use|usage|of|was|is)|consumed (?:a total of )?|electricity (?:consumed|consumption|used|of|use))\b[^.;\d]{0,30}$/i;
const energyLabel =
  /^(?:\W*(?:total|training|estimated|overall)?\s*)(?:energy|electricity)(?: (?:consumption|consumed|used|usage|use))?\W*(?:\(.*\))?\W*:[^\d;,.]{0,24}$/i;
const ofCluster = /\b(?:idle|infrastructure|baseline|dynamic)\b/i;

export const powerAsEnergy = {
  id: 'power-as-energy',
  severity: 'error',
  question: 'Is every power in watts, and every energy in watt-hours?',
  audit: (subject) => subject.values.flatMap((claim) => findingOf(subject, claim) ?? []),
} as const satisfies Audit;

function findingOf(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  const { measure, context, number, text, at, is, unit } = claim;
  if (subject.kind === 'assessment' || unit === '') return undefined;
  const before = context.slice(0, context.indexOf(number));
  if (measure === 'energy' && !is.has('rate')) {
    if (ofPower.test(before) || powerLabel.test(before)) return { at, ...messages.powerAsEnergy(text) };
    return clusterPower(subject, claim);
  }
  const isPower = measure === 'power' || /^kW\/h/i.test(unit);
  if (!isPower || is.has('rate') || /(?:at|with|limited to|capped at|of power|average)\s*(?:about\s*|~\s*)?$/i.test(before))
    return undefined;
  if (/\bpower\b|\bdraw|\btdp\b|\brate\b/i.test(context.slice(0, context.indexOf(number) + number.length + 40))) return undefined;
  return ofEnergy.test(before) || energyLabel.test(before) ? { at, ...messages.energyAsPower(text) } : undefined;
}

/** BLOOM's 27, 64 and 109 kWh: so little, of so many accelerators over so many hours, that it can only be a power. */
function clusterPower(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!ofCluster.test(itemOf(claim)) || !/^kWh?/i.test(claim.unit)) return undefined;
  const hours = sharedCompanion(subject, claim, 'hours') ?? sharedCompanion(subject, claim, 'accelerator-hours');
  const count = companion(subject, claim, 'accelerators', ({ value }) => value > 1);
  if (hours === undefined || hours.value < 24 || count === undefined || count.value < 8) return undefined;
  const wall = hours.measure === 'hours' ? hours.value : hours.value / count.value;
  // Less than a watt for each accelerator.
  return (claim.value * 1000) / wall / count.value < 1
    ? { at: claim.at, ...messages.clusterPowerAsEnergy(claim.text, hours.text) }
    : undefined;
}

/** The item of a list that has the number: `idle consumption 64 kWh` of three items; `the servers (64 kWh)`, without what follows. */
function itemOf({ context, number }: ClaimedValue): string {
  const start = context.indexOf(number);
  const before = context.slice(0, start);
  const behind = (signs: readonly string[]): string => before.slice(Math.max(...signs.map((sign) => before.lastIndexOf(sign))) + 1);
  if (before.lastIndexOf('(') > before.lastIndexOf(')')) return behind([';', ',', ':']);
  return behind([';']) + (/^[^;,]*/.exec(context.slice(start))?.[0] ?? '');
}

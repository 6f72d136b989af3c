import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, isPlain, mentions } from '../claims/companions.js';
import { powerFor } from '../claims/expected.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** A PUE nearer to 1 can't be told from rounding. */
const minTold = 1.03;

/** Tools whose energies include a PUE already (CodeCarbon from 2.2.3 on). */
const tools = [
  ['CodeCarbon', /code\s?carbon/i],
  ['carbontracker', /carbon\s?tracker/i],
  ['Eco2AI', /eco2ai/i],
  ['experiment-impact-tracker', /experiment-impact-tracker/i],
] as const;

export const pueTwice = {
  id: 'pue-twice',
  severity: 'error',
  question: 'Is the PUE counted once?',
  audit: (subject) => subject.values.flatMap((claim) => findingOf(subject, claim) ?? []),
} as const satisfies Audit;

function findingOf(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (claim.measure !== 'emissions' || !isPlain(claim) || claim.value <= 0 || subject.kind === 'assessment') return undefined;
  const pue = companion(subject, claim, 'pue', ({ value }) => value >= minTold);
  const intensity = companion(subject, claim, 'intensity');
  if (pue === undefined) return undefined;
  const energy = companion(subject, claim, 'energy', ({ is, value }) => value > 0 && !is.has('rate') && !is.has('range'));
  const hours = companion(subject, claim, 'accelerator-hours');
  const power = powerFor(subject, claim);
  const machines = hours !== undefined && power !== undefined ? (hours.value * power.value) / 1000 : undefined;
  const isOnly = (product: number): boolean => {
    const allowed = { value: product, low: product, high: product };
    const single = product / pue.value;
    return agrees(claim, allowed) && !agrees(claim, { value: single, low: single, high: single });
  };
  if (energy !== undefined && intensity !== undefined && isOnly(energy.value * pue.value * intensity.value)) {
    const includes = isSaidToInclude(subject, energy) || (machines !== undefined && isMultiple(energy, machines * pue.value, machines));
    if (includes) return { at: claim.at, ...messages.pueTwiceInEmissions(energy.text, pue.number) };
    const tool = tools.find(([, pattern]) => mentions(subject, pattern));
    if (tool !== undefined) return { at: claim.at, ...messages.pueTwiceByTool(tool[0], energy.text, pue.number) };
  }
  // What is counted beside the accelerators can make the same difference.
  if (mentions(subject, beside)) return undefined;
  if (machines !== undefined && energy === undefined && intensity !== undefined && isOnly(machines * pue.value ** 2 * intensity.value)) {
    return { at: claim.at, ...messages.pueSquared(pue.number) };
  }
  if (machines !== undefined && energy !== undefined && isMultiple(energy, machines * pue.value ** 2, machines * pue.value)) {
    return { at: energy.at, ...messages.pueSquared(pue.number) };
  }
  return undefined;
}

const beside = /\bhosts?\b|\bembodied\b|\bidle\b/i;

function isMultiple(energy: ClaimedValue, product: number, other: number): boolean {
  const exactly = (value: number): boolean => agrees(energy, { value, low: value, high: value });
  return exactly(product) && !exactly(other);
}

/** The words beside an energy say that the facility is in it. */
function isSaidToInclude({ passages }: Subject, energy: ClaimedValue): boolean {
  const includes =
    /(?:PUE|cooling|facility|overhead)\s+(?:is |are |already )*(?:included|counted)|(?:includ\w+|with|after|incl\.?)\s+(?:a |the |its )?(?:PUE|cooling|facility)|facility energy|at the facility/i;
  return passages.some(({ text, scopes }) => scopes[0] === energy.scopes[0] && includes.test(text) && !excludes.test(text));
}

const excludes = /not includ|excluding|without|before/i;

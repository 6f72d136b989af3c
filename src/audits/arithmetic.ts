import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import { companion, isPlain } from '../claims/companions.js';
import { type Expected, expectedFor, powerFor, workFor } from '../claims/expected.js';
import { leadingDigits } from '../claims/text/numbers.js';
import { maxHost, tolerance } from '../claims/thresholds.js';
import { thresholds } from '../plausibility/thresholds.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

/** Where the grid is printed, the product of what is printed can be redone. */
export const arithmetic = {
  id: 'arithmetic',
  severity: 'error',
  question: 'Do hours × power × grid, or energy × grid, give the emissions?',
  audit: (subject) => {
    const seen = new Set<string>();
    return subject.values.flatMap((claim) => {
      const finding =
        claim.measure === 'emissions' ? ofEmissions(subject, claim) : claim.measure === 'energy' ? ofEnergy(subject, claim) : undefined;
      const key = finding?.message ?? '';
      if (finding === undefined || seen.has(key)) return [];
      seen.add(key);
      return [finding];
    });
  },
} as const satisfies Audit;

function ofEmissions(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.is.has('metadata') || claim.value <= 0) return undefined;
  const expected = expectedFor(subject, claim);
  if (expected?.intensity === undefined || expected.printed === undefined) return undefined;
  const { low, high, energy, intensity, printed, pue } = expected;
  if (claim.high >= low * (1 - tolerance) && claim.low <= high * (1 + tolerance)) return undefined;
  if (subject.kind === 'card' && isOfFewDigits(claim, expected)) return undefined;
  const factors = `${energy.words} × ${intensity.text}`;
  // An energy in the wrong unit, or a power, is for the audits of these to say.
  const repair = repairOf(claim.value / printed, expected, pue);
  const message =
    subject.kind === 'assessment'
      ? messages.assessmentArithmetic(claim.text, factors, printed, repair)
      : messages.arithmetic(claim.text, factors, printed, { repair, range: energy.isExact ? undefined : { low, high } });
  return { at: claim.at, ...message };
}

/**
 * The difference is one of rounding where both are printed with few digits: 400 kWh × 119.76 g/kWh is 47.9 kg, and 40 kg of 360 kWh and
 * 43 kg. An energy is not taken to have fewer digits than the emissions that were calculated from it.
 */
function isOfFewDigits(claim: ClaimedValue, { low, high, energy }: Expected): boolean {
  const own = leadingDigits(claim.number);
  if (own === undefined) return false;
  const other = energy.claim && leadingDigits(energy.claim.number);
  const share = other !== undefined && own.digits <= other.digits ? other.share : 0;
  const least = Math.min(low, energy.claim === undefined ? low : (low / energy.low) * energy.claim.value * (1 - share));
  const most = Math.max(high, energy.claim === undefined ? high : (high / energy.high) * energy.claim.value * (1 + share));
  const [from, to] = [Math.min(claim.low, claim.value * (1 - own.share)), Math.max(claim.high, claim.value * (1 + own.share))];
  return to >= least * (1 - tolerance) && from <= most * (1 + tolerance);
}

/** The likely cause, from the ratio of what is printed to the product. */
function repairOf(ratio: number, { energy }: Expected, pue: ClaimedValue | undefined): string | undefined {
  const near = (factor: number): boolean => Math.abs(ratio / factor - 1) < 2 * tolerance;
  const scale = [1e3, 1e6, 1e9].flatMap((factor) => [factor, 1 / factor]).find((factor) => ratio / factor > 0.4 && ratio / factor < 2.5);
  if (scale !== undefined) return messages.repair.scale(Math.max(scale, 1 / scale));
  if (near(2.20462) || near(0.453592)) return messages.repair.pound();
  const { accelerators } = energy;
  if (accelerators !== undefined && accelerators.value > 1 && near(1 / accelerators.value))
    return messages.repair.perAccelerator(accelerators.text);
  if (pue !== undefined && near(pue.value ** 2)) return messages.repair.pueTwice();
  return ratio < 1 && ratio > 1 / thresholds.highPue.value ? messages.repair.pueMissing(ratio) : undefined;
}

/** An energy that is more than hours × power allow, or a thousandth of it. */
function ofEnergy(subject: Subject, claim: ClaimedValue): AuditFinding | undefined {
  if (!isPlain(claim) || claim.value <= 0 || subject.kind === 'assessment') return undefined;
  const hours = companion(subject, claim, 'accelerator-hours');
  const work = hours === undefined ? undefined : workFor(subject, claim);
  const power = powerFor(subject, claim);
  if (work?.exact === undefined || power === undefined) return undefined;
  const max = (work.high * power.high * maxHost * thresholds.highPue.value) / 1000;
  if (claim.low <= max * (1 + tolerance)) return undefined;
  const product = (work.exact * power.value) / 1000;
  const ratio = claim.value / product;
  const isScale = [1e3, 1e6].some((factor) =>
    agrees({ value: ratio, low: ratio * 0.4, high: ratio * 2.5 }, { value: factor, low: factor, high: factor }),
  );
  return {
    at: claim.at,
    ...messages.energyArithmetic(
      claim.text,
      `${work.words} × ${power.words}`,
      { product: `${Number(product.toPrecision(3))} kWh`, max: `${Number(max.toPrecision(3))} kWh` },
      isScale ? messages.repair.scale(ratio > 3e4 ? 1e6 : 1e3) : undefined,
    ),
  };
}

import type { Basis, Total } from '../../assessment/assessment.js';
import { digitsFor, formatted, percent, THIN } from '../../units/format.js';
import type { TemplateData } from '../section.js';

/** How much of a total rests on which evidence: `62 % measured, 30 % declared, 8 % assumed`. */
export function evidenceText({ byBasis = [] }: Total): string | undefined {
  const known = byBasis.flatMap(({ basis, share }) => (share === undefined ? [] : [{ basis, share }]));
  const [only] = known;
  if (known.length < 2) return only && `all ${only.basis}`;
  return known.map(({ basis, share }) => `${shareOf(share)} ${basis}`).join(', ');
}

/** How much of a total rests on metered energy, and how much on defaults: `None`, `38 %`, `all`. */
export function restsOn({ byBasis = [] }: Total): TemplateData | undefined {
  if (!byBasis.some(({ share }) => share !== undefined)) return undefined;
  const of = (basis: Basis): number => byBasis.find((one) => one.basis === basis)?.share ?? 0;
  const metered = amountOf(of('measured'));
  return { metered: metered.charAt(0).toUpperCase() + metered.slice(1), defaults: amountOf(of('assumed')) };
}

function amountOf(share: number): string {
  if (share <= 0) return 'none';
  return share >= 1 - 1e-9 ? 'all' : shareOf(share);
}

function shareOf(share: number): string {
  if (share < 0.005) return `less than 1${THIN}%`;
  return share > 0.995 ? `more than 99${THIN}%` : percent(share);
}

/** What most cards print, to compare with: accelerators × PUE, in the digits of the total; nothing where that is the total. */
export function inCardsText({ acceleratorsTimesPue, emissions }: Total): string | undefined {
  if (acceleratorsTimesPue === undefined || Math.abs(acceleratorsTimesPue.value - emissions.value) < 0.005 * emissions.value)
    return undefined;
  return formatted(acceleratorsTimesPue, digitsFor(emissions)).text;
}

import type { Assessment } from '../../assessment/assessment.js';
import { plain } from '../../units/format.js';
import { shortAlt } from '../alt.js';
import { modelName } from '../names.js';
import { sentence } from '../plain-text.js';
import type { Row } from './rows.js';

/** The title: one input with most of the variance, two that lead the others, or none. */
export function contributionsTitle(rows: readonly Row[]): string {
  const [first, second, third] = rows;
  if (first === undefined) return 'Uncertainty of the total';
  if (first.share > 0.5)
    return `${sentence(subject(first))} ${isPlural(first) ? 'account' : 'accounts'} for ${first.share >= 0.995 ? 'nearly all' : first.label} of the uncertainty`;
  const leads = second !== undefined && second.kind !== 'several' && second.share > 2 * (third?.share ?? 0);
  if (leads && first.share + second.share > 0.6) {
    const [one, other] = [first.label, second.label];
    const both = `${sentence(subject(first))} and ${subject(second)}`;
    return one === other
      ? `${both} each account for ${one} of the uncertainty`
      : `${both} account for ${one} and ${other} of the uncertainty`;
  }
  return `No single input dominates the uncertainty; ${subject(first)} ${isPlural(first) ? 'contribute' : 'contributes'} most, ${first.label}`;
}

/** An input as the subject of a sentence: `load`, `the embodied emissions of a server`, `power in Training (104B)`. */
function subject({ name, phases }: Row): string {
  const where = phases === undefined ? '' : ` in ${phases}`;
  return name.replace(/^making /, 'the embodied emissions of ') + where;
}

/** `accelerator-hours`, `operations`, and the embodied emissions of `making a server`. */
const isPlural = ({ name }: Row): boolean => name.endsWith('s') || name.startsWith('making ');

/** The finding and the largest shares, in at most 250 characters. */
export function contributionsAlt(rows: readonly Row[], title: string): string {
  const figures = rows.map(({ name, phases, label }) => `${name}${phases === undefined ? '' : ` in ${phases}`} ${label}`);
  return shortAlt(title, [{ head: 'Shares of the variance', figures }]);
}

/** The finding and every bar with its figures. */
export function contributionsLongAlt(
  assessment: Assessment,
  rows: readonly Row[],
  { title, side }: { readonly title: string; readonly side: string },
): string {
  const parts = rows.map(({ name, phases, value, kind, label }) => {
    const about = [phases, value, kind === 'several' ? undefined : kind].filter((word) => word !== undefined);
    return `${name} ${label}${about.length === 0 ? '' : ` (${about.join('; ')})`}`;
  });
  return plain(
    `${title}. Bar chart of the shares of inputs in the variance of the ${side} total of ${modelName(assessment)}: ${parts.join('; ')}.`,
  );
}

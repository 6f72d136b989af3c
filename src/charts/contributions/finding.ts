import type { Assessment } from '../../assessment/assessment.js';
import { grouped, percent, THIN } from '../../units/format.js';
import { modelName } from '../names.js';
import { sentence } from '../plain-text.js';
import type { Row } from './rows.js';

/** Who is to blame for the width: one input, two together, or none above the others. */
export function contributionsTitle(rows: readonly Row[]): string {
  const [first, second, third] = rows;
  if (first === undefined) return 'How sure the total is';
  if (first.share > 0.5) return `${sentence(subject(first))} ${verb(first)} most of how sure the total is: ${part(first.share)}`;
  const stand = second !== undefined && second.kind !== 'several' && second.share > 2 * (third?.share ?? 0);
  if (stand && first.share + second.share > 0.6)
    return `${sentence(subject(first))} and ${subject(second)} decide how sure the total is: ${whole(first.share)} and ${part(second.share)}`;
  return `No input alone decides how sure the total is; ${subject(first)} ${isPlural(first) ? 'come' : 'comes'} first, with ${part(first.share)}`;
}

/** Whole percents: a title is no place for decimals. */
function part(share: number): string {
  if (share >= 0.995) return 'nearly all of the variance';
  return `${whole(share)} of the variance`;
}

function whole(share: number): string {
  return `${grouped(share * 100, 0)}${THIN}%`;
}

/** An input as the subject of a sentence: `the load`, `making a server`, `the power in Training (104B)`. */
function subject({ name, phases }: Row): string {
  const where = phases === undefined ? '' : ` in ${phases}`;
  return name.startsWith('making ') ? name + where : `the ${name}${where}`;
}

function verb(row: Row): string {
  return isPlural(row) ? 'decide' : 'decides';
}

const isPlural = ({ name }: Row): boolean => name.endsWith('s');

/** The finding and the figures, as on the marks. */
export function contributionsAlt(
  assessment: Assessment,
  rows: readonly Row[],
  { title, side }: { readonly title: string; readonly side: string },
): string {
  const parts = rows.map(({ name, phases, value, kind, share }) => {
    const about = [phases, value, kind === 'default' ? 'default of ours' : undefined].filter((word) => word !== undefined);
    return `${name} ${percent(share)}${about.length === 0 ? '' : ` (${about.join('; ')})`}`;
  });
  return `${title}. Bar chart of the shares of inputs in the variance of the ${side} total of ${modelName(assessment)}: ${parts.join('; ')}.`;
}

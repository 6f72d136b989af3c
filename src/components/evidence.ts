import { bases } from '../assessment/ids.js';
import type { LineDraft } from './component.js';

type Evidence = LineDraft['evidence'];

/** The weaker of two kinds of evidence: a line is no better than the weakest of its parts. */
export function weaker(one: Evidence, other: Evidence): Evidence {
  return bases.indexOf(one) > bases.indexOf(other) ? one : other;
}

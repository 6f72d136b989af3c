import { agrees } from '../claims/agreement.js';
import type { ClaimedValue, Subject } from '../claims/claim.js';
import type { Audit, AuditFinding } from './audit.js';
import { messages } from './messages.js';

const offsets = /\boffset(?:s|ting)?\b|carbon credits?/i;
const taken =
  /\b(?:net of|after|minus|less|deduct\w*|subtract\w*|taking off|taken off|reduced by|compensated by|accounting for|including)\b[^.;]{0,60}(?:\boffset|carbon credits?)|(?:\boffsets?|carbon credits?)\b[^.;]{0,40}\b(?:deducted|subtracted|taken off|removed)|\bnet (?:carbon |co[2₂]\w* |ghg )?emissions?\b/i;
/** What is said of nothing left. */
const neutral = /\b(?:carbon|climate)[- ]neutral|\bnet[- ]zero\b/i;
const denied =
  /\b(?:not|never|no|without|before|excluding)\b[^.;]{0,40}(?:offset|subtract|deduct|credits)|offsets?[^.;]{0,30}\b(?:not|never|apart|separate)/i;

export const offsetsSubtracted = {
  id: 'offsets-subtracted',
  severity: 'error',
  question: 'Are offsets reported apart from emissions?',
  audit: (subject) => [...ofAssessment(subject), ...ofWords(subject)],
} as const satisfies Audit;

/** A sentence that takes offsets off, with the value that is left. */
function ofWords({ kind, passages, values }: Subject): readonly AuditFinding[] {
  if (kind === 'assessment') return [];
  return passages.flatMap(({ text, scopes }) => {
    if (!offsets.test(text) || denied.test(text)) return [];
    const here = values.filter(({ measure, is, scopes: [own] }) => measure === 'emissions' && own === scopes[0] && !is.has('rate'));
    const all = values.filter(({ measure, is }) => measure === 'emissions' && !is.has('rate') && !is.has('range'));
    const left =
      leftOver(here, all) ?? (taken.test(text) ? here[0] : neutral.test(text) ? here.find(({ value }) => value === 0) : undefined);
    return left === undefined ? [] : [{ at: left.at, ...messages.offsetsSubtracted(left.text) }];
  });
}

/** The value of a sentence that is another value of the card, less the offsets that the sentence names. */
function leftOver(here: readonly ClaimedValue[], all: readonly ClaimedValue[]): ClaimedValue | undefined {
  const bought = here.filter(({ is, value }) => is.has('offset') && value > 0);
  return here.find((net) =>
    bought.some((offset) =>
      all.some((gross) => {
        const value = gross.value - offset.value;
        const isOther = net !== gross && net !== offset && gross !== offset && value >= 0;
        return isOther && agrees(net, { value, low: gross.low - offset.high, high: gross.high - offset.low });
      }),
    ),
  );
}

/** A total that is its lines less the offsets. */
function ofAssessment({ offsets: known }: Subject): readonly AuditFinding[] {
  if (known === undefined || known.offset <= 0) return [];
  const { offset, total, lines } = known;
  const net = lines - offset;
  const isNet = agrees(total, { value: net, low: net, high: net }) && !agrees(total, { value: lines, low: lines, high: lines });
  return isNet ? [{ at: total.at, ...messages.offsetsSubtracted(total.text) }] : [];
}

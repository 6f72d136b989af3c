import { isPlain, mentions } from '../claims/companions.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

const ofHardware =
  /embodied|manufactur|life[- ]?cycle|\bLCA\b|cradle|scope 3|(?:making|production|producing|fabrication|end of life)[^.;]{0,20}(?:hardware|servers?|gpus?|chips?|equipment|machines?)|hardware production/i;

export const embodiedSilent = {
  id: 'embodied-silent',
  severity: 'note',
  question: 'Does the card say whether embodied emissions are counted?',
  audit(subject) {
    const claim = subject.values.find((claim) => claim.measure === 'emissions' && isPlain(claim) && claim.value > 0);
    if (subject.kind === 'assessment' || claim === undefined || mentions(subject, ofHardware)) return [];
    return [{ at: claim.at, ...messages.embodiedSilent() }];
  },
} as const satisfies Audit;

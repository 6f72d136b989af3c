import { isPlain, mentions } from '../claims/companions.js';
import type { Audit } from './audit.js';
import { messages } from './messages.js';

const ofUse = /deploy|inference|serving|served|use phase|usage phase|(?:per|each) (?:request|query|prompt|1,?000)|endpoint|life[- ]?cycle/i;

export const deploymentSilent = {
  id: 'deployment-silent',
  severity: 'note',
  question: 'Does the card say whether deployment is counted?',
  audit(subject) {
    const claim = subject.values.find((claim) => claim.measure === 'emissions' && isPlain(claim) && claim.value > 0);
    if (subject.kind === 'assessment' || claim === undefined || mentions(subject, ofUse)) return [];
    return [{ at: claim.at, ...messages.deploymentSilent() }];
  },
} as const satisfies Audit;

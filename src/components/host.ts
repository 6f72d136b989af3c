import { evaluate } from '../formulas/expression.js';
import { reasons } from '../resolve/messages/reasons.js';
import type { Component } from './component.js';
import { electricityLine, shared } from './electricity.js';
import { besidePublished, includedInPublished } from './published.js';

/** What the nodes take while they work, outside the meter of the work: processors, memory, fans, conversion losses. */
export const host = {
  id: 'host',
  includedIn: (phase) => {
    if (phase.host.state === 'included') return { in: phase.host.in, reason: phase.host.reason };
    return includedInPublished(phase, 'node');
  },
  outside: (phase) => {
    const { host: own } = phase;
    if (own.state !== 'outside') return { reason: reasons.outsideBoundary };
    return { reason: own.reason, size: own.energy && evaluate(shared(phase, own.energy)) };
  },
  assess: (phase) => {
    const { host: own } = phase;
    if (own.state !== 'counted') return { state: 'not-counted', reason: besidePublished(phase) ?? own.reason };
    const draft = electricityLine(phase, {
      component: 'host',
      energy: shared(phase, own.energy),
      boundary: 'node',
      evidence: own.evidence,
      parts: own.parts?.map((part) => ({ ...part, energy: shared(phase, part.energy) })),
      hasOnSiteWater: true,
    });
    return draft === undefined ? { state: 'not-counted', reason: reasons.noRecord } : { state: 'counted', draft };
  },
} as const satisfies Component;

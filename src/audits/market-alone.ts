import type { Audit } from './audit.js';
import { messages } from './messages.js';

export const marketAlone = {
  id: 'market-alone',
  severity: 'warning',
  question: 'Are location-based emissions given beside market-based ones?',
  audit({ values, passages, kind }) {
    const market = values.find(({ measure, is }) => measure === 'emissions' && is.has('market') && !is.has('rate'));
    if (kind === 'assessment' || market === undefined || passages.some(({ text }) => /location[- ]based/i.test(text))) return [];
    return [{ at: market.at, ...messages.marketAlone(market.text) }];
  },
} as const satisfies Audit;
